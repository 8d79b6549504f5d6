"""Step 1: who are we today, where do we want to go, and why now."""

from typing import Annotated

from roadmapctl.model.element import Element
from roadmapctl.model.numbers import Quantity
from roadmapctl.model.text import Id, Name, Ref, Slug, Text


class ReviewLine(Element):
    """One figure of the last period: its trend, its cause, and what follows."""

    metric: Annotated[Id, Ref("metrics")] | None = None
    """The metric it is about."""
    history: tuple[Quantity, ...] = ()
    """Its values in the periods before that, the oldest first: `[1.2M, 1.5M]`."""
    previous: Quantity | None = None
    """Its value in the period before last."""
    current: Quantity | None = None
    """Its value in the last period."""
    because: Text | None = None
    """What caused the change."""
    insight: Text | None = None
    """What follows from it."""


class Competitor(Element):
    """Somebody the segment could buy from instead."""

    name: Name | None = None
    """Its name, in any language."""
    moves: Text | None = None
    """What it did lately."""
    our_position: Text | None = None
    """How we stand against it."""


class Capabilities(Element):
    """What the team can do and what it lacks."""

    strengths: tuple[Text, ...] = ()
    """What we are good at."""
    gaps: tuple[Text, ...] = ()
    """What we lack."""


class Discovery(Element):
    """Where we stand and what the plan is expected to bring."""

    today: Text | None = None
    """Where we stand today."""
    ambition: Text | None = None
    """Where we want to go."""
    why_now: Text | None = None
    """Why a new plan is needed now."""
    expected: Text | None = None
    """What the plan is expected to bring."""
    review: dict[Slug, ReviewLine] = {}
    """The last period's figures, trend first, each tied to a cause."""
    competitors: dict[Slug, Competitor] = {}
    """Who else the segments could buy from."""
    capabilities: Capabilities | None = None
    """Strengths and gaps of the team."""
