"""Where a funnel's units come from: each source's way down the stages, its share of the deals, and what it takes."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor
from typing import Literal, NamedTuple

from roadmapctl.analysis.events import EventNeed, events_needed
from roadmapctl.analysis.infeasible import Infeasible, Path
from roadmapctl.analysis.rounding import Rounding, carried, whole_up
from roadmapctl.analysis.schedule import periods_in
from roadmapctl.model.estimates import Estimate
from roadmapctl.model.funnel import Source, Stage
from roadmapctl.model.time import Period

Mix = Literal["deals", "leads"]
UNNAMED = ""
"""The id of the one source of a funnel that names none."""


class Inflow(NamedTuple):
    """A source as the funnel sees it: the index of the stage it feeds, its share of the deals, its rate out
    of each stage.

    `rates` has one entry a stage, top first: the effective share that reaches the next stage (None for the
    last one and above `feeds`). `conversion` is their product, Π r, from the stage it feeds to a customer.
    """

    id: str
    feeds: int
    share: Fraction
    rates: tuple[Fraction | None, ...]
    own: frozenset[str]
    conversion: Fraction

    def path_of_rate(self, stage_id: str) -> Path:
        """Where the plan states the rate that its units meet at a stage."""
        if stage_id in self.own:
            return ("funnel", "sources", self.id, "rates", stage_id)
        return ("funnel", "stages", stage_id, "rate")


class SourceResult(NamedTuple):
    """A source: the `units` it must bring to the stage it `feeds`, the events or money that takes, and
    whether it can.

    `share` is its share of the deals (also where the plan gives shares of leads), `conversion` the part of
    its units that become customers. Money is in the plan's currency: `cost_per_unit` (CPL, …) as stated or by
    its events, `cost` of whole units or events; None if unsaid. `capacity` and `shortfall` count events for a
    source of events, else units, over the plan's period; None without a capacity or a period.
    """

    id: str
    name: str | None
    feeds: str
    share: Fraction
    conversion: Fraction
    units: Fraction
    units_whole: int
    events: EventNeed | None
    cost_per_unit: Fraction | None
    cost: Fraction | None
    capacity: int | None
    shortfall: int | None


def stated_rate(stage: Stage) -> Fraction | None:
    """A stage's multiplier, or the point value of its rate."""
    if stage.multiplier is not None:
        return Fraction(stage.multiplier)
    return stage.rate.point if stage.rate is not None else None


def effective_rate(stage: Stage, own: Estimate | None = None) -> Fraction | None:
    """The rate (`own` in place of the stage's) with recycling inside the stage: r' = r / (1 − ρ(1 − r))."""
    rate = own.point if own is not None else stated_rate(stage)
    if not rate or rate > 1 or not stage.recycling:
        return rate
    return rate / (1 - Fraction(stage.recycling) * (1 - rate))


def inflows(
    stages: Sequence[Stage], sources: Mapping[str, Source], mix: Mix, deals: Fraction
) -> tuple[Inflow, ...] | Infeasible:
    """The sources with their shares of the deals; one unnamed source of everything where there is none."""
    named = sources or {UNNAMED: Source()}
    index = {stage.id: position for position, stage in enumerate(stages)}
    shares = _shares(named)
    if isinstance(shares, Infeasible):
        return shares
    found: list[Inflow] = []
    for (id_, source), share in zip(named.items(), shares, strict=True):
        inflow = _inflow(id_, source, share, stages, index)
        if isinstance(inflow, Infeasible):
            return inflow
        found.append(inflow)
    return _deal_shares(found, stages, deals) if mix == "leads" else tuple(found)


def _shares(sources: Mapping[str, Source]) -> list[Fraction] | Infeasible:
    """As stated; a single source without one has all of it."""
    if len(sources) == 1:
        sources = {id_: s if s.share is not None else Source(share=1) for id_, s in sources.items()}
    for id_, source in sources.items():
        if source.share is None:
            return Infeasible(("funnel", "sources", id_, "share"), "no_share", {"source": id_})
    shares = [Fraction(source.share or 0) for source in sources.values()]
    total = sum(shares, Fraction(0))
    return shares if total == 1 else Infeasible(("funnel", "sources"), "shares_sum", {"sum": total})


def _inflow(
    id_: str, source: Source, share: Fraction, stages: Sequence[Stage], index: Mapping[str, int]
) -> Inflow | Infeasible:
    path: Path = ("funnel", "sources", id_)
    feeds = 0 if source.feeds is None else index.get(source.feeds)
    if feeds is None:
        return Infeasible((*path, "feeds"), "unknown_stage", {"source": id_, "stage": source.feeds})
    for stage_id in source.rates:
        if stage_id not in index:
            return Infeasible((*path, "rates", stage_id), "unknown_stage", {"source": id_, "stage": stage_id})
    rates: list[Fraction | None] = [None] * len(stages)
    conversion = Fraction(1)
    for position in range(feeds, len(stages) - 1):
        stage = stages[position]
        rate = rates[position] = effective_rate(stage, source.rates.get(stage.id))
        if rate is None:
            return Infeasible(("funnel", "stages", stage.id, "rate"), "no_rate", {"stage": stage.id})
        conversion = carried(conversion * rate, "final")
    return Inflow(id_, feeds, share, tuple(rates), frozenset(source.rates), conversion)


def _deal_shares(found: Sequence[Inflow], stages: Sequence[Stage], deals: Fraction) -> tuple[Inflow, ...] | Infeasible:
    """Shares of leads w_c turned into shares of deals: s_c = w_c·P_c / Σ w·P, with P = Π r."""
    if deals == 0:
        return tuple(found)
    for inflow in found:
        if inflow.share and not inflow.conversion:
            return _without_customers(inflow, stages, deals)
    total = sum((inflow.share * inflow.conversion for inflow in found), Fraction(0))
    return tuple(inflow._replace(share=inflow.share * inflow.conversion / total) for inflow in found)


def _without_customers(inflow: Inflow, stages: Sequence[Stage], deals: Fraction) -> Infeasible:
    """Leads are wanted of a source of which none becomes a customer."""
    for stage, rate in zip(stages, inflow.rates, strict=True):
        if rate == 0:
            return zero_rate(inflow, stage.id, deals)
    return Infeasible(("funnel", "stages", stages[inflow.feeds].id), "too_many", {"stage": stages[inflow.feeds].id})


def zero_rate(inflow: Inflow, stage_id: str, wanted: Fraction) -> Infeasible:
    """A rate of 0 with units still `wanted` of it."""
    return Infeasible(
        inflow.path_of_rate(stage_id),
        "zero_rate",
        {"stage": stage_id, "source": inflow.id, "wanted": whole_up(wanted)},
    )


def source_result(
    inflow: Inflow, source: Source, units: Fraction, feeds: str, rounding: Rounding, period: Period | None
) -> SourceResult | Infeasible:
    """What bringing `units` takes of a source."""
    path: Path = ("funnel", "sources", inflow.id, "event")
    events = None if source.event is None else events_needed(units, source.event, rounding=rounding, path=path)
    if isinstance(events, Infeasible):
        return events._replace(fields={**events.fields, "source": inflow.id})
    whole = whole_up(units)
    per_unit = _cost_per_unit(source)
    by_events = events is not None and events.cost is not None
    stated = None if source.cost_per_unit is None else whole * Fraction(source.cost_per_unit)
    capacity = _capacity(source, period)
    return SourceResult(
        id=inflow.id,
        name=source.name,
        feeds=feeds,
        share=inflow.share,
        conversion=inflow.conversion,
        units=units,
        units_whole=whole,
        events=events,
        cost_per_unit=per_unit,
        cost=events.cost if events is not None and by_events else stated,
        capacity=capacity,
        shortfall=None if capacity is None else max(0, (events.events_whole if events else whole) - capacity),
    )


def _cost_per_unit(source: Source) -> Fraction | None:
    """As stated, or what an event costs by the units it brings (without rounding up to whole events)."""
    event = source.event
    if event is None or event.cost is None:
        return None if source.cost_per_unit is None else Fraction(source.cost_per_unit)
    brings = Fraction(event.audience) * event.rate.point
    return Fraction(event.cost) / brings if brings else None


def _capacity(source: Source, period: Period | None) -> int | None:
    """Whole units or events it can carry over the period."""
    if source.capacity is None or period is None:
        return None
    return floor(source.capacity.number * periods_in(period, source.capacity.per))
