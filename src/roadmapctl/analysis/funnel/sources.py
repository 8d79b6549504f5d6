"""Where a funnel's units come from: each source's way down the stages for each segment, and its share of the deals."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, NamedTuple

from roadmapctl.analysis.funnel.events import EventNeed
from roadmapctl.analysis.funnel.infeasible import Infeasible, Path
from roadmapctl.analysis.rounding import carried, summed, whole_up
from roadmapctl.model.estimates import Estimate
from roadmapctl.model.funnel import FunnelSegment, Source, Stage

Mix = Literal["deals", "leads"]
Rates = Mapping[str, Estimate]
UNNAMED = ""
"""The id of the one source of a funnel that names none, or none but those that bring what they bring anyway."""
NO_SEGMENTS: Mapping[str, FunnelSegment] = MappingProxyType({})
NO_RATES: Rates = MappingProxyType({})


class Inflow(NamedTuple):
    """A source as the funnel sees it, or its part of one segment: the index of the stage it feeds, its share of
    the deals, its rate out of each stage.

    `share` is of the deals that are left when those that come anyway are taken off; it is 0 for a source that
    `brings` a number of units anyway (None for all others). `rates` has one entry a stage, top first: the
    effective share that reaches the next stage (None for the last one and above `feeds`), by the source's own
    rate if it has one, else by the segment's, else by the stage's. `conversion` is their product, Π r, from the
    stage it feeds to a customer. `own` and `of_segment` are the stages whose rate the source and the segment
    state. `segment` is empty for a funnel that names none, else `part` is the share the plan gives it.
    """

    id: str
    feeds: int
    share: Fraction
    rates: tuple[Fraction | None, ...]
    own: frozenset[str]
    conversion: Fraction
    segment: str = ""
    of_segment: frozenset[str] = frozenset()
    part: Fraction = Fraction(1)
    brings: Fraction | None = None

    def path_of_rate(self, stage_id: str) -> Path:
        """Where the plan states the rate that its units meet at a stage."""
        if stage_id in self.own:
            return ("funnel", "sources", self.id, "rates", stage_id)
        if stage_id in self.of_segment:
            return ("funnel", "segments", self.segment, "rates", stage_id)
        return ("funnel", "stages", stage_id, "rate")


class SourceSegment(NamedTuple):
    """A source's part of one segment: the part of its units, the part of those that become customers, and their number."""

    id: str
    of_units: Fraction
    conversion: Fraction
    units: Fraction


class SourceResult(NamedTuple):
    """A source: the `units` it must bring to the stage it `feeds`, the events or money that takes, and
    whether it can.

    `share` is its share of the deals (also where the plan gives shares of leads), `conversion` the part of
    its units that become customers. `units` of a source that `brings` a number anyway are that number.
    `surplus` units come beyond what is wanted of it: by what it brings anyway, or by tiers of events whose
    number is set. Money is in the plan's currency: `cost_per_unit` (CPL, …) as stated or by its events,
    `cost` of whole units or events; None if unsaid. `capacity` and `shortfall` count events for a source of
    events, else units, over the plan's period; None without a capacity or a period.
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
    brings: int | None = None
    surplus: Fraction = Fraction(0)
    segments: tuple[SourceSegment, ...] = ()


def stated_rate(stage: Stage) -> Fraction | None:
    """A stage's multiplier, or the point value of its rate."""
    if stage.multiplier is not None:
        return Fraction(stage.multiplier)
    return stage.rate.point if stage.rate is not None else None


def effective_rate(stage: Stage, own: Estimate | None = None) -> Fraction | None:
    """The rate (`own` in place of the stage's) with recycling inside the stage."""
    return with_recycling(own.point if own is not None else stated_rate(stage), stage)


def with_recycling(rate: Fraction | None, stage: Stage) -> Fraction | None:
    """A rate where some of those who do not convert try again within the stage: r' = r / (1 − ρ(1 − r))."""
    if not rate or not stage.recycling or rate > 1:
        return rate
    return rate / (1 - Fraction(stage.recycling) * (1 - rate))


def inflows(
    stages: Sequence[Stage],
    sources: Mapping[str, Source],
    mix: Mix,
    deals: Fraction,
    segments: Mapping[str, FunnelSegment] = NO_SEGMENTS,
) -> tuple[Inflow, ...] | Infeasible:
    """The sources with their shares of the deals, each split by segment where there are segments.

    One unnamed source takes everything where there is none, and what is left where all of them bring a number
    of units anyway.
    """
    named = sources
    if all(source.brings is not None for source in sources.values()):
        named = {**sources, UNNAMED: Source()}
    course = _Course(stages)
    shares = _shares(named)
    if isinstance(shares, Infeasible):
        return shares
    fault = fault_of_segments(segments, course.index) if segments else None
    if fault is not None:
        return fault
    found: list[Inflow] = []
    for (id_, source), share in zip(named.items(), shares, strict=True):
        group = _by_segment(_Origin(id_, source, share), segments, course)
        if not isinstance(group, Infeasible) and source.brings is not None:
            group = _bringing(group, source.brings, mix, stages, deals)
        if isinstance(group, Infeasible):
            return group
        found.extend(group)
    return _deal_shares(found, stages, deals) if mix == "leads" else tuple(found)


def _shares(sources: Mapping[str, Source]) -> list[Fraction] | Infeasible:
    """As stated, 0 for those that bring a number anyway; a single source without one has all that is left."""
    alone = sum(source.brings is None for source in sources.values()) == 1
    shares: list[Fraction] = []
    for id_, source in sources.items():
        if source.brings is not None and source.share is not None:
            return Infeasible(("funnel", "sources", id_, "brings"), "share_and_brings", {"source": id_})
        if source.brings is None and source.share is None and not alone:
            return Infeasible(("funnel", "sources", id_, "share"), "no_share", {"source": id_})
        shares.append(_share(source))
    total = summed(shares)
    return shares if total == 1 else Infeasible(("funnel", "sources"), "shares_sum", {"sum": total})


def _share(source: Source) -> Fraction:
    if source.brings is not None:
        return Fraction(0)
    return Fraction(1) if source.share is None else Fraction(source.share)


def fault_of_segments(segments: Mapping[str, FunnelSegment], index: Mapping[str, int]) -> Infeasible | None:
    """Shares of segments that are not a whole, or a rate for a stage (an id in `index`) that is not there."""
    total = sum((Fraction(segment.share) for segment in segments.values()), Fraction(0))
    if total != 1:
        return Infeasible(("funnel", "segments"), "segment_shares_sum", {"sum": total})
    for id_, segment in segments.items():
        for stage_id in segment.rates:
            if stage_id not in index:
                path = ("funnel", "segments", id_, "rates", stage_id)
                return Infeasible(path, "unknown_stage_of_segment", {"segment": id_, "stage": stage_id})
    return None


class _Origin(NamedTuple):
    """A source under its id, with its share of what is left."""

    id: str
    source: Source
    share: Fraction


class _Way(NamedTuple):
    """The rates that units meet from the stage they enter at (None above it and for the last one), and their product."""

    rates: tuple[Fraction | None, ...]
    conversion: Fraction


class _Course:
    """The stages and the ways down from each; those by the stages' own rates are worked out once for all sources."""

    def __init__(self, stages: Sequence[Stage]) -> None:
        """`stages` top first."""
        self.stages = stages
        self.index = {stage.id: position for position, stage in enumerate(stages)}
        self._shared: dict[int, _Way | Infeasible] = {}

    def way(self, feeds: int, own: Rates, of_segment: Rates) -> _Way | Infeasible:
        """From the stage with an index, by a source's own rates, else its segment's, else the stages'."""
        if own or of_segment:
            return self._worked_out(feeds, own, of_segment)
        if feeds not in self._shared:
            self._shared[feeds] = self._worked_out(feeds, NO_RATES, NO_RATES)
        return self._shared[feeds]

    def _worked_out(self, feeds: int, own: Rates, of_segment: Rates) -> _Way | Infeasible:
        rates: list[Fraction | None] = [None] * len(self.stages)
        conversion = Fraction(1)
        for position in range(feeds, len(self.stages) - 1):
            stage = self.stages[position]
            rate = rates[position] = effective_rate(stage, own.get(stage.id) or of_segment.get(stage.id))
            if rate is None:
                return Infeasible(("funnel", "stages", stage.id, "rate"), "no_rate", {"stage": stage.id})
            conversion = carried(conversion * rate, "final")
        return _Way(tuple(rates), conversion)


def _by_segment(origin: _Origin, segments: Mapping[str, FunnelSegment], course: _Course) -> list[Inflow] | Infeasible:
    """One inflow for each segment, shares multiplied; one for a funnel without segments."""
    if not segments:
        alone = _inflow(origin, NO_RATES, course)
        return alone if isinstance(alone, Infeasible) else [alone]
    found: list[Inflow] = []
    for id_, segment in segments.items():
        part = _inflow(origin, segment.rates, course)
        if isinstance(part, Infeasible):
            return part
        own_rates = frozenset(segment.rates) - part.own
        share = Fraction(segment.share)
        found.append(part._replace(share=part.share * share, part=share, segment=id_, of_segment=own_rates))
    return found


def _inflow(origin: _Origin, of_segment: Rates, course: _Course) -> Inflow | Infeasible:
    id_, source, share = origin
    path: Path = ("funnel", "sources", id_)
    feeds = 0 if source.feeds is None else course.index.get(source.feeds)
    if feeds is None:
        return Infeasible((*path, "feeds"), "unknown_stage", {"source": id_, "stage": source.feeds})
    for stage_id in source.rates:
        if stage_id not in course.index:
            return Infeasible((*path, "rates", stage_id), "unknown_stage", {"source": id_, "stage": stage_id})
    way = course.way(feeds, source.rates, of_segment)
    if isinstance(way, Infeasible):
        return way
    return Inflow(id_, feeds, share, way.rates, frozenset(source.rates), way.conversion)


def _bringing(
    group: list[Inflow], units: int, mix: Mix, stages: Sequence[Stage], deals: Fraction
) -> list[Inflow] | Infeasible:
    """The inflows of a source with their parts of the units it brings anyway."""
    for inflow in group if mix == "deals" and len(group) > 1 and units else ():
        if inflow.part and deals and not inflow.conversion:
            return _without_customers(inflow, stages, inflow.part * deals)
    return [
        inflow._replace(brings=units * part) for inflow, part in zip(group, parts_of_units(group, mix), strict=True)
    ]


def parts_of_units(group: Sequence[Inflow], mix: Mix) -> tuple[Fraction, ...]:
    """How the units of one source divide among the segments: as their shares do where those are of leads; so that the
    customers they become have those shares, n_g ∝ s_g / P_g, where they are of deals."""
    if len(group) == 1:
        return (Fraction(1),)
    by_deals = mix == "deals"
    weights = [way.part / way.conversion if by_deals and way.conversion else way.part for way in group]
    whole = sum(weights, Fraction(0))
    return tuple(weight / whole for weight in weights)


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
