"""The funnel forwards: what volumes that were planned under some rates bring under others."""

from fractions import Fraction

from roadmapctl.analysis.funnel import FunnelResult, StageResult

NONE = Fraction(0)


def deals_of(planned: FunnelResult, under: FunnelResult) -> Fraction:
    """Customers that the volumes `planned` wants of each source, as far as capacities let them come, bring at the rates of `under`.

    Both are funnels of the same stages and sources. With `under` the same as `planned`, and no capacity too small, these are
    the deals wanted: N_{k+1} = r_k · N_k + what recycled units bring + what is in hand there, source by source.
    """
    return sum((_deals_of(source, planned, under) for source in _sources(planned)), NONE)


def _sources(result: FunnelResult) -> list[str]:
    return list(dict.fromkeys(leg.source for stage in result.stages for leg in stage.legs)) or [""]


def _deals_of(source: str, planned: FunnelResult, under: FunnelResult) -> Fraction:
    units = NONE
    entered = False
    for position, stage in enumerate(planned.stages):
        need = _need(stage, source, planned)
        if need is None:
            continue
        if not entered:
            units, entered = need - _missing(source, planned), True
        now = under.stages[position]
        # Units in hand count for the sources in the proportion in which they spared them work.
        units += (now.in_hand - stage.in_hand) * (need / stage.need if stage.need else NONE)
        leg = next((leg for leg in stage.legs if leg.source == source), None)
        if leg is None:
            return max(NONE, units)
        below = _need(planned.stages[position + 1], source, planned) or NONE
        rate = next((other.rate for other in now.legs if other.source == source), leg.rate)
        units = max(NONE, units) * rate + (leg.due - leg.wanted) + (below - leg.due)
    return max(NONE, units)


def _need(stage: StageResult, source: str, planned: FunnelResult) -> Fraction | None:
    """The source's units that must pass a stage; None above the stage it feeds."""
    if not source:
        return stage.need
    leg = next((leg for leg in stage.legs if leg.source == source), None)
    if leg is not None:
        return leg.need
    return stage.parts.get(source) if stage is planned.stages[-1] else None


def _missing(source: str, planned: FunnelResult) -> Fraction:
    """Units that the source has no capacity to bring."""
    found = next((result for result in planned.sources if result.id == source), None)
    if found is None or not found.shortfall:
        return NONE
    wanted = found.events.events_whole if found.events is not None else found.units_whole
    return found.units * found.shortfall / wanted
