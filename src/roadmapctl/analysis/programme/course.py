"""What becomes of units that enter the funnel at a stage: how many reach each further stage, and what they are worth."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.funnel.segments import deal_size_of
from roadmapctl.analysis.funnel.sources import SourceResult, SourceSegment
from roadmapctl.analysis.funnel.ways import effective_rate
from roadmapctl.analysis.money.costs import RatesByStage, rates_by_stage, reach
from roadmapctl.model import Plan
from roadmapctl.model.funnel import Funnel

NONE, ONE = Fraction(0), Fraction(1)
WHOLE = SourceSegment("", ONE, ONE, ONE)
"""All units of a source whose funnel names no segments."""


class Course(NamedTuple):
    """Of one unit: the part that reaches each stage from the one it enters at down, and its revenue in money (None without
    a deal size)."""

    reach: Mapping[str, Fraction]
    revenue: Fraction | None


def course(plan: Plan, result: FunnelResult, source: str | None, stage: str, segment: str | None) -> Course | None:
    """The way of one unit of a source (None: of no source) from a stage, of a segment where the funnel names it.

    Rates are exact and those the funnel is computed with. Of no segment, a unit is a mean one of its source's. None where a
    rate on the way is not said.
    """
    funnel = plan.funnel
    if funnel is None:
        return None
    named = segment if segment in funnel.segments else None
    found = next((one for one in result.sources if one.id == source), None)
    if found is None:
        return _by_stages(funnel, result, stage, named)
    parts = found.segments if named is None else (SourceSegment(named, ONE, ONE, ONE),)
    rates = rates_by_stage(result)
    ways = [_part(found, part, result, rates) for part in parts or (WHOLE,)]
    return _from(stage, ways, funnel, result)


class _Way(NamedTuple):
    """A segment's part of a source's units (all of them where the funnel names no segments), and how many reach each stage."""

    segment: str
    reach: Mapping[str, Fraction]


def _part(source: SourceResult, part: SourceSegment, result: FunnelResult, rates: RatesByStage) -> _Way:
    alone = source._replace(segments=() if part is WHOLE else (part,))
    return _Way(part.id, dict(reach(alone, result, rates)))


def _from(stage: str, ways: Sequence[_Way], funnel: Funnel, result: FunnelResult) -> Course | None:
    """Counted from `stage`: all that reach each further one over all that reach this one."""
    entering = sum((way.reach.get(stage, NONE) for way in ways), NONE)
    if not entering:
        return None
    last = result.stages[-1].id
    sizes = [_deal_size(funnel, result, way.segment) for way in ways]
    known = [way.reach[last] * size for way, size in zip(ways, sizes, strict=True) if size is not None]
    return Course(
        {id_: sum((way.reach[id_] for way in ways), NONE) / entering for id_ in _below(stage, result)},
        sum(known, NONE) / entering if len(known) == len(ways) else None,
    )


def _by_stages(funnel: Funnel, result: FunnelResult, stage: str, segment: str | None) -> Course | None:
    """By the stages' rates, and those of the segment where it has its own."""
    own = {} if segment is None else funnel.segments[segment].rates
    found: dict[str, Fraction] = {}
    part = ONE
    for each in funnel.stages:
        if each.id != stage and not found:
            continue
        found[each.id] = part
        rate = effective_rate(each, own.get(each.id))
        if rate is None and each is not funnel.stages[-1]:
            return None
        part *= ONE if rate is None else rate
    size = _deal_size(funnel, result, segment or WHOLE.id)
    return Course(found, None if size is None else found[funnel.stages[-1].id] * size)


def _deal_size(funnel: Funnel, result: FunnelResult, segment: str) -> Fraction | None:
    """The average deal of a segment, in money; of none the mean one of the plan's deals."""
    if segment not in funnel.segments:
        return result.demand.deal_size
    return deal_size_of(funnel.segments[segment], None if funnel.deal_size is None else funnel.deal_size.point)


def _below(stage: str, result: FunnelResult) -> Sequence[str]:
    ids = [each.id for each in result.stages]
    return ids[ids.index(stage) :]
