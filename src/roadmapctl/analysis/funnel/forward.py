"""The funnel forwards: what volumes that were planned under some rates bring under others."""

from fractions import Fraction

from roadmapctl.analysis.funnel.reverse import FunnelResult, Leg, StageResult
from roadmapctl.analysis.funnel.sources import SourceResult

NONE = Fraction(0)
Way = tuple[str, str]
"""A source and a segment; each is empty where none is named."""


def deals_of(planned: FunnelResult, under: FunnelResult) -> Fraction:
    """Customers that the volumes `planned` wants of each source, as far as capacities let them come, bring at the rates of `under`.

    Both are funnels of the same stages, sources and segments. With `under` the same as `planned`, and no capacity too small,
    these are the deals wanted: N_{k+1} = r_k · N_k + what recycled units bring + what is in hand there, way by way. What
    comes anyway comes as `under` says. Where segments' deals differ in size, they count in deals of the average size.
    """
    return sum((_deals_of(way, planned, under) * _weight(way, under) for way in planned.deals), NONE)


def _weight(way: Way, under: FunnelResult) -> Fraction:
    size = next((segment.deal_size for segment in under.segments if segment.id == way[1]), None)
    average = under.demand.deal_size
    return Fraction(1) if size is None or not average else size / average


def _deals_of(way: Way, planned: FunnelResult, under: FunnelResult) -> Fraction:
    source = next((source for source in under.sources if source.id == way[0]), None)
    if source is not None and source.brings is not None:
        return _anyway(way, source) * _coming(source)
    units = NONE
    entered = False
    for position, stage in enumerate(planned.stages):
        need = _need(stage, way, planned)
        if need is None:
            continue
        if not entered:
            units, entered = need - _missing(way, planned), True
        now = under.stages[position]
        # Units in hand count for the ways in the proportion in which they spared them work.
        asked = stage.need - stage.anyway
        units += (now.in_hand - stage.in_hand) * (need / asked if asked else NONE)
        leg = _leg(stage, way)
        if leg is None:
            return max(NONE, units)
        below = _need(planned.stages[position + 1], way, planned) or NONE
        other = _leg(now, way)
        rate = leg.rate if other is None else other.rate
        units = max(NONE, units) * rate + (leg.due - leg.wanted) + (below - leg.due)
    return max(NONE, units)


def _leg(stage: StageResult, way: Way) -> Leg | None:
    return next((leg for leg in stage.legs if (leg.source, leg.segment) == way), None)


def _need(stage: StageResult, way: Way, planned: FunnelResult) -> Fraction | None:
    """The way's units that must pass a stage; None above the stage it feeds."""
    if stage is planned.stages[-1]:
        return planned.deals[way]
    leg = _leg(stage, way)
    return None if leg is None else leg.need


def _anyway(way: Way, source: SourceResult) -> Fraction:
    """Customers of what a source brings anyway."""
    part = next((part for part in source.segments if part.id == way[1]), None)
    return source.units * source.conversion if part is None else part.units * part.conversion


def _coming(source: SourceResult) -> Fraction:
    """The part of its units, 0 to 1, that a source has the capacity to bring."""
    if not source.shortfall:
        return Fraction(1)
    wanted = source.events.events_whole if source.events is not None else source.units_whole
    return 1 - Fraction(source.shortfall, wanted)


def _missing(way: Way, planned: FunnelResult) -> Fraction:
    """Units of a way that its source has no capacity to bring."""
    source = next((source for source in planned.sources if source.id == way[0]), None)
    if source is None:
        return NONE
    units = next((part.units for part in source.segments if part.id == way[1]), source.units)
    return units * (1 - _coming(source))
