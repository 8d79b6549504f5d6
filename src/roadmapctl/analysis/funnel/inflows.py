"""Where a funnel's units come in: each source's way down the stages for each segment, and its share of the deals."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, NamedTuple

from roadmapctl.analysis.funnel.infeasible import Infeasible, Path
from roadmapctl.analysis.funnel.ways import NO_RATES, Course, Rates
from roadmapctl.analysis.rounding import summed, whole_up
from roadmapctl.model.funnel import FunnelSegment, Source, Stage

Mix = Literal["deals", "leads"]
UNNAMED = ""
"""The id of the one source of a funnel that names none, or none but those that bring what they bring anyway."""
NO_SEGMENTS: Mapping[str, FunnelSegment] = MappingProxyType({})


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
    course = Course(stages)
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


def _by_segment(origin: _Origin, segments: Mapping[str, FunnelSegment], course: Course) -> list[Inflow] | Infeasible:
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


def _inflow(origin: _Origin, of_segment: Rates, course: Course) -> Inflow | Infeasible:
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
