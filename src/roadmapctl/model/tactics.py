"""Step 6: tactics with their timeline and budget, and the ideas that may become tactics."""

from typing import Annotated, Literal

from pydantic import Field

from roadmapctl.model.clock import TimeOfDay
from roadmapctl.model.element import Element
from roadmapctl.model.funnel import EventLevel
from roadmapctl.model.numbers import Contribution, Count, Money, Positive, Quantity, Share
from roadmapctl.model.reuse import Reuse
from roadmapctl.model.text import Id, Name, Ref, Slug, Text, Word
from roadmapctl.model.time import Date

Lever = Literal["audience", "activity", "content", "media"]
ContentTier = Literal["hero", "hub", "hygiene"]
BuyingStage = Literal["aware", "consider", "compare", "buy", "buy-again"]
Peak = Literal["belonging", "connection", "delight", "glory"]


class Hypothesis(Element):
    """Because of this, doing that moves a metric from here to there."""

    because: Text | None = None
    """What makes us believe it."""
    change: Text | None = None
    """What we do."""
    metric: Annotated[Id, Ref("metrics")] | None = None
    """The metric it moves."""
    from_: Quantity | None = Field(None, alias="from")
    """Its value before."""
    to: Quantity | None = None
    """Its value after."""


class CallToAction(Element):
    """What an event asks people to do next."""

    action: Name | None = None
    """The call itself: book a demo."""
    leads_to: Annotated[Id, Ref("funnel.stages")] | None = None
    """The stage of the funnel it leads to."""


class TacticEvent(Element):
    """What makes a tactic an event, or a series of equal ones."""

    source: Annotated[Id, Ref("funnel.sources")] | None = None
    """The source of the funnel it is one of; unless said the one of its format or channel, or the only one that holds events."""
    events: Count | None = None
    """How many of them are held, evenly from its date (else the tactic's first day) to the tactic's last; 1 unless said."""
    tier: EventLevel | None = None
    """Group (few, large), unit or partner (many, focused)."""
    format: Word | None = None
    """Its format: webinar, trade-show, roundtable."""
    content: ContentTier | None = None
    """The content tier."""
    stage: BuyingStage | None = None
    """The buying stage it speaks to."""
    message: Annotated[Id, Ref("strategy.messages")] | None = None
    """The core message it carries."""
    cta: CallToAction | None = None
    """What it asks people to do next."""
    form_fields: Count | None = None
    """How many fields its sign-up form has."""
    peaks: tuple[Peak, ...] = ()
    """The live peaks it plans."""
    interaction: tuple[Word, ...] = ()
    """How guests take part: sign-in, poll, lottery, q-and-a."""
    known_guests: Literal["walk-in", "sign-up-again"] | None = None
    """What those do whom we know already."""
    judged_by: tuple[Annotated[Id, Ref("metrics")], ...] = ()
    """The metrics that tell whether it was worth it."""
    follow_up: dict[Slug, Text] = {}
    """What follows for each grade of lead: `{a: a call within a day}`."""
    hours: Count | None = None
    """Hours of work one of them takes, what its playbook saves being taken off already."""
    reuse: Reuse = ()
    """What its content becomes afterwards (replay, clips, article, hub-page), with the time after the event if you like."""
    date: Date | None = None
    """The day it takes place; of a series the first one's."""
    time: TimeOfDay | None = None
    """The time at which it begins on that day: `09:30`; a playbook's hours are counted from it."""


class Tactic(Element):
    """Something that is done, by somebody, in some days, for some money, towards a milestone."""

    name: Name | None = None
    """Its name, in any language."""
    what: Text | None = None
    """What is done, in one or two sentences."""
    milestone: Annotated[Id, Ref("milestones")] | None = None
    """The milestone it serves."""
    focus: Annotated[Id, Ref("focus")] | None = None
    """The focus area it belongs to."""
    lever: Lever | None = None
    """The growth lever it pulls."""
    owner: Annotated[Id, Ref("organization.people")] | None = None
    """Who answers for it."""
    channel: Word | None = None
    """Where it happens."""
    segment: Annotated[Id, Ref("market.segments")] | None = None
    """Whom it is for."""
    start: Date | None = None
    """Its first day."""
    end: Date | None = None
    """Its last day."""
    after: tuple[Annotated[Id, Ref("tactics")], ...] = ()
    """The tactics that must have ended before it starts."""
    budget: Money | None = None
    """What it may cost."""
    contributes: dict[Annotated[Id, Ref("metrics")], Contribution] = {}
    """What it adds, by metric: a number, or points of a rate (`0.5pp`)."""
    hypothesis: Hypothesis | None = None
    """Why it should work, as a change of a metric."""
    event: TacticEvent | None = None
    """Set where the tactic is an event, or a series of them."""
    playbook: Annotated[Id, Ref("playbooks")] | None = None
    """The playbook it follows."""


class Score(Element):
    """What an idea is ranked by. RICE: reach · impact · confidence / effort. ICE: impact · confidence · ease."""

    reach: Positive | None = None
    """People reached in a period."""
    impact: Positive | None = None
    """Effect on each of them: 0.25 to 3; for ICE 1 to 10."""
    confidence: Share | None = None
    """How sure we are."""
    effort: Positive | None = None
    """Person-months."""
    ease: Positive | None = None
    """How easy it is, 1 to 10; for ICE, in place of reach and effort."""


class Idea(Element):
    """An idea that is scored, not yet planned."""

    name: Name | None = None
    """Its name, in any language."""
    what: Text | None = None
    """What would be done."""
    lever: Lever | None = None
    """The growth lever it pulls."""
    segment: Annotated[Id, Ref("market.segments")] | None = None
    """Whom it is for."""
    goal: Annotated[Id, Ref("goals")] | None = None
    """The goal it serves."""
    owner: Annotated[Id, Ref("organization.people")] | None = None
    """Who would answer for it."""
    channel: Word | None = None
    """Where it would happen."""
    start: Date | None = None
    """Its first day, if it were done."""
    end: Date | None = None
    """Its last day, if it were done."""
    budget: Money | None = None
    """What it would cost."""
    contributes: dict[Annotated[Id, Ref("metrics")], Contribution] = {}
    """What it would bring, by metric; `roadmapctl triage` holds it against what is planned."""
    score: Score | None = None
    """Its score."""
