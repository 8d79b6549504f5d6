"""The funnel: its stages with their rates and lags, and the sources that feed it."""

from typing import Annotated, Literal

from roadmapctl.model.element import Element
from roadmapctl.model.estimates import MoneyEstimate, Rate
from roadmapctl.model.funnel_values import AmountOrPart, Capacity, Correlation
from roadmapctl.model.numbers import Change, Count, Money, Positive, Share
from roadmapctl.model.text import Id, Name, Ref, Slug, Text, Word
from roadmapctl.model.time import Date, LagTime, Length

Season = Literal["Q1", "Q2", "Q3", "Q4", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"]

EventLevel = Literal["group", "unit", "partner"]


class Recycled(Element):
    """Units handed over once and not converted, tried again at a rate of their own."""

    units: Count
    """How many there are."""
    rate: Rate
    """The share of them that converts this time."""


class Stage(Element):
    """A stage of the funnel; `rate` is the share of its units that reaches the next one."""

    id: Slug
    """Its id."""
    name: Name | None = None
    """Its name, in any language."""
    rate: Rate | None = None
    """The share that reaches the next stage; none for the last stage."""
    multiplier: Positive | None = None
    """In place of a rate, where one unit becomes several (opportunities per account)."""
    lag: LagTime | None = None
    """How long it takes to reach the next stage."""
    in_hand: Count = 0
    """Units at this stage today."""
    recycled: Recycled | None = None
    """Units that come back to this stage for another try."""
    recycling: Share | None = None
    """The share of those who do not convert that tries again within this stage."""


class EventTier(Element):
    """Events of one size within a series: so many of them are set, the others fill up what is still wanted."""

    name: Name | None = None
    """Its name, in any language."""
    tier: EventLevel | None = None
    """Who holds them: group (few, large), unit or partner (many, focused); its id says so too."""
    format: Word | None = None
    """Their format, where it is not the series': online-summit, roundtable; in a tier without `tier` its id says so too."""
    events: Count
    """How many of them are held in the period."""
    audience: Positive
    """People who attend one of them."""
    rate: Rate
    """The share of them that becomes a unit of the stage it feeds."""
    show_rate: Share | None = None
    """The share of registrants who attend; the series' unless said."""
    cost: Money | None = None
    """What one of them costs; what an event of the series costs unless said."""


class SourceEvent(Element):
    """What one event brings: audience times rate."""

    tier: EventLevel | None = None
    """Who holds them: group (few, large), unit or partner (many, focused)."""
    format: Word | None = None
    """Their format: webinar, trade-show; the source's id unless said."""
    audience: Positive
    """People who attend one event."""
    rate: Rate
    """The share of them that becomes a unit of the stage it feeds."""
    show_rate: Share | None = None
    """The share of registrants who attend."""
    cost: Money | None = None
    """What one event costs."""
    tiers: dict[Slug, EventTier] = {}
    """Other sizes of it (flagship, partner evening), each with a fixed number; they count first."""


class ResponsePoint(Element):
    """One known point of a response curve."""

    spend: Money
    """Money spent."""
    leads: Count
    """What it brought."""


class Response(Element):
    """How a source answers to more money: points people know, or a table that a marketing-mix tool wrote."""

    gives: tuple[ResponsePoint, ...] = ()
    """The points, in order of spend."""
    table: Text | None = None
    """A CSV file of spend and response, from this plan's folder, in place of `gives`."""
    rows: dict[Name, Name] = {}
    """Which rows of the table are this source's, by column: `{channel: search}`; all of them unless said."""
    spend: Name | None = None
    """The table's column of spend; `spend` unless said."""
    units: Name | None = None
    """The table's column of what it brought, in units of the stage the source feeds."""
    revenue: Name | None = None
    """In place of it the table's column of revenue, which the average deal turns into deals."""
    covers: Length | None = None
    """The time that the points are for (`1w`, `3mo`, `2y`), where it is not the plan's period."""

    @property
    def is_table(self) -> bool:
        """Is it read from a table, and does it say of which column?"""
        return self.table is not None and not self.gives and (self.units is None) != (self.revenue is None)


class Source(Element):
    """Where units come from."""

    name: Name | None = None
    """Its name, in any language."""
    feeds: Annotated[Id, Ref("funnel.stages")] | None = None
    """The stage its units enter at; the top one unless said."""
    share: Share | None = None
    """Its share of the deals (or of the leads, see `mix`) that no source brings anyway."""
    event: SourceEvent | None = None
    """Set where the source is a series of events."""
    capacity: Capacity | None = None
    """The most it can carry."""
    cost_per_unit: Money | None = None
    """What one unit of it costs."""
    rates: dict[Slug, Rate] = {}
    """Rates of its own, by stage, where they differ from the funnel's."""
    brings: Count | None = None
    """Units it brings in the period anyway, free or as ever; in place of a share, and counted first."""
    spend: Money | None = None
    """What the plan allots to it for the period; what its units cost counts all the same."""
    at_least: Money | None = None
    """The least that has to be spent on it."""
    at_most: Money | None = None
    """The most that may be spent on it."""
    response: Response | None = None
    """How it answers to more money."""


class FunnelSegment(Element):
    """A segment's part of the funnel, with what differs from the rest."""

    share: Share
    """Its share of each source's deals (or of its leads, see `mix`)."""
    deal_size: MoneyEstimate | None = None
    """Its average deal, where it differs."""
    rates: dict[Slug, Rate] = {}
    """Its rates by stage, where they differ; a source's own rate for a stage comes before them."""


class Customer(Element):
    """What a customer brings and how long one stays: for lifetime value and payback."""

    monthly_revenue: Positive
    """Revenue of one customer in a month."""
    churn: Share | None = None
    """The share of customers that leaves in a month."""


class Team(Element):
    """People who work a stage's units; what they can carry bounds what passes it."""

    name: Name | None = None
    """Its name, in any language."""
    works: Annotated[Id, Ref("funnel.stages")]
    """The stage whose units they work."""
    people: Count
    """How many there are, fully productive, when the period begins."""
    handles: Capacity | None = None
    """The units one of them works (`120 per month`)."""
    quota: Capacity | None = None
    """In place of it: the revenue one of them is to win (`400_000 per year`)."""
    attainment: Share | None = None
    """The part of the quota that is really won on average."""
    joins: tuple[Date, ...] = ()
    """When further people start, one date for each."""
    ramp: tuple[Share, ...] = ()
    """How productive a new one is in the first month, the second, and so on; fully after the last."""


class Correlated(Element):
    """Rates that do well or badly together."""

    between: tuple[Annotated[Id, Ref("funnel.stages")], ...]
    """The stages whose rates they are."""
    by: Correlation
    """How closely: 1 moves them as one, −1 against each other, 0 leaves them independent."""


class Funnel(Element):
    """From a revenue target back to customers, opportunities, leads, events, money and dates."""

    goal: Annotated[Id, Ref("goals")] | None = None
    """The goal whose target it starts from."""
    deal_size: MoneyEstimate | None = None
    """The average deal."""
    margin: Share | None = None
    """Gross margin: the part of revenue that is left after what is sold has been paid for."""
    already_won: Money | None = None
    """Revenue of the target that is won already."""
    other_teams: AmountOrPart | None = None
    """What sales and partners bring: an amount, or a part of the whole target (`50%`)."""
    mix: Literal["deals", "leads"] = "deals"
    """What the shares of sources and segments are shares of."""
    owns: Annotated[Id, Ref("funnel.stages")] | None = None
    """The stage marketing answers for."""
    stages: tuple[Stage, ...] = ()
    """The stages, top first."""
    sources: dict[Slug, Source] = {}
    """What feeds the funnel, by id."""
    segments: dict[Annotated[Id, Ref("market.segments")], FunnelSegment] = {}
    """Segments with a deal size or rates of their own, by their id in the market."""
    seasonality: dict[Season, Positive] = {}
    """Weights of the quarters (Q1…Q4) or months (01…12)."""
    growth: Change | None = None
    """How much higher the next period's target is (`20%`): what is made too late for this one feeds it."""
    teams: dict[Slug, Team] = {}
    """Sales and development teams, by id."""
    costs: dict[Slug, Money] = {}
    """What marketing and sales cost beside the sources (salaries, tools), by id: for the fully loaded CAC."""
    customer: Customer | None = None
    """What one customer brings in a month, for lifetime value and payback."""
    deal_spread: MoneyEstimate | None = None
    """How much single deals differ around the average: one in ten is smaller than `p10`, one in ten larger than `p90`."""
    correlated: tuple[Correlated, ...] = ()
    """Rates that are not independent of one another."""
