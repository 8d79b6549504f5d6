"""The funnel backwards: from deals to win up to the units every stage and source must bring."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from roadmapctl.analysis.demand import Demand, plan_demand
from roadmapctl.analysis.events import EventNeed
from roadmapctl.analysis.infeasible import Infeasible
from roadmapctl.analysis.lags import last_useful_dates
from roadmapctl.analysis.rounding import Rounding, whole_up
from roadmapctl.analysis.sources import (
    UNNAMED,
    Inflow,
    Mix,
    SourceResult,
    effective_rate,
    inflows,
    source_result,
    stated_rate,
)
from roadmapctl.analysis.volumes import Volume, bottom_up, less, passing, recycled_units, units_to_bring
from roadmapctl.model import Plan
from roadmapctl.model.funnel import Source, Stage
from roadmapctl.model.time import Period

__all__ = [
    "EventNeed",
    "FunnelResult",
    "Infeasible",
    "Leg",
    "SourceResult",
    "StageResult",
    "plan_funnel",
    "reverse_funnel",
]

NO_SOURCES: Mapping[str, Source] = MappingProxyType({})


class Leg(NamedTuple):
    """The way of one source's units from a stage to the next: `need` = `wanted` / `rate`.

    `due` units must newly reach the next stage from here; `wanted` of them once recycled units have brought
    theirs. `rate` is the effective one, the source's own where it has one. `source` is empty for a funnel
    that names no sources.
    """

    source: str
    due: Fraction
    wanted: Fraction
    rate: Fraction
    need: Fraction


class StageResult(NamedTuple):
    """A stage. Volumes are units that must pass it in the plan's period.

    `need` counts all of them, `new` those that are not in hand at this stage yet; `parts` is `need` by source
    (empty without sources). `rate` is as stated, the point value or the multiplier (None for the last stage,
    or where only sources have rates); `effective_rate` has recycling inside the stage in it, r / (1 − ρ(1 −
    r)). `recycled` are the units of the *next* stage that recycled units of this one bring.
    `last_useful_date` is the last day on which a unit may enter this stage and still become a customer in the
    period; `too_late`: new units are wanted, and that day lies before the period's first.
    """

    id: str
    name: str | None
    rate: Fraction | None
    effective_rate: Fraction | None
    need: Fraction
    need_whole: int
    in_hand: int
    recycling: Fraction | None
    recycled_units: int
    recycled_rate: Fraction | None
    recycled: Fraction
    new: Fraction
    new_whole: int
    parts: Mapping[str, Fraction]
    legs: tuple[Leg, ...]
    last_useful_date: date | None
    too_late: bool


class FunnelResult(NamedTuple):
    """The whole funnel, stages top first. `coverage` is pipeline value / net target, a plain ratio."""

    demand: Demand
    rounding: Rounding
    mix: Mix
    stages: tuple[StageResult, ...]
    sources: tuple[SourceResult, ...]
    coverage: Fraction | None
    period: Period | None


def plan_funnel(plan: Plan, *, rounding: Rounding = "final") -> FunnelResult | Infeasible:
    """The funnel of a plan, or what of it is missing or impossible."""
    demand = plan_demand(plan)
    if isinstance(demand, Infeasible) or plan.funnel is None:
        return demand if isinstance(demand, Infeasible) else Infeasible(("funnel",), "no_funnel")
    funnel = plan.funnel
    return reverse_funnel(demand, funnel.stages, funnel.sources, rounding=rounding, mix=funnel.mix, period=plan.period)


def reverse_funnel(
    demand: Demand,
    stages: Sequence[Stage],
    sources: Mapping[str, Source] = NO_SOURCES,
    *,
    rounding: Rounding = "final",
    mix: Mix = "deals",
    period: Period | None = None,
) -> FunnelResult | Infeasible:
    """The funnel of any demand and stages (top first); no sources means one unnamed source that feeds the top."""
    fault = _fault_of(stages)
    if fault is not None:
        return fault
    ways = inflows(stages, sources, mix, demand.deals)
    if isinstance(ways, Infeasible):
        return ways
    volumes = bottom_up(demand.deals, stages, ways, rounding)
    if isinstance(volumes, Infeasible):
        return volumes
    brought = _source_results(stages, sources, ways, volumes, rounding, period)
    if isinstance(brought, Infeasible):
        return brought
    return FunnelResult(
        demand=demand,
        rounding=rounding,
        mix=mix,
        stages=_stage_results(stages, ways, volumes, period),
        sources=brought,
        coverage=_coverage(volumes),
        period=period,
    )


def _fault_of(stages: Sequence[Stage]) -> Infeasible | None:
    if not stages:
        return Infeasible(("funnel", "stages"), "no_stages")
    seen: set[str] = set()
    for stage in stages:
        if stage.id in seen:
            return Infeasible(("funnel", "stages", stage.id), "duplicate_stage", {"stage": stage.id})
        seen.add(stage.id)
    return None


def _coverage(volumes: Sequence[Volume]) -> Fraction | None:
    """Units at the stage before the last, valued at the deal size, over the net target: the deal size cancels out."""
    if len(volumes) < 2 or not volumes[-1].total:
        return None
    return volumes[-2].total / volumes[-1].total


def _source_results(
    stages: Sequence[Stage],
    sources: Mapping[str, Source],
    ways: Sequence[Inflow],
    volumes: Sequence[Volume],
    rounding: Rounding,
    period: Period | None,
) -> tuple[SourceResult, ...] | Infeasible:
    found: list[SourceResult] = []
    for way, units in zip(ways, units_to_bring(volumes, stages, ways, rounding), strict=True):
        if way.id == UNNAMED:
            continue
        result = source_result(way, sources[way.id], units, stages[way.feeds].id, rounding, period)
        if isinstance(result, Infeasible):
            return result
        found.append(result)
    return tuple(found)


def _stage_results(
    stages: Sequence[Stage], ways: Sequence[Inflow], volumes: Sequence[Volume], period: Period | None
) -> tuple[StageResult, ...]:
    lags = [stage.lag for stage in stages[:-1]]
    dates = last_useful_dates(lags, period.end) if period is not None else (None,) * len(stages)
    last = len(stages) - 1
    return tuple(
        _stage_result(
            stage,
            position == last,
            _legs(position, stage, ways, volumes),
            ways,
            volumes[position],
            day,
            period,
        )
        for position, (stage, day) in enumerate(zip(stages, dates, strict=True))
    )


def _legs(position: int, stage: Stage, ways: Sequence[Inflow], volumes: Sequence[Volume]) -> tuple[Leg, ...]:
    """The legs of the sources that pass the stage; none from the last one."""
    if position == len(volumes) - 1:
        return ()
    due = passing(position, volumes[position + 1].new, ways)
    wanted = less(due, recycled_units(stage))
    rows = zip(ways, due, wanted, volumes[position].need, strict=True)
    return tuple(
        Leg(way.id, of, left, rate, need) for way, of, left, need in rows if (rate := way.rates[position]) is not None
    )


def _stage_result(
    stage: Stage,
    is_last: bool,
    legs: tuple[Leg, ...],
    ways: Sequence[Inflow],
    volume: Volume,
    day: date | None,
    period: Period | None,
) -> StageResult:
    need, new, recycled = volume.total, volume.total_new, stage.recycled
    return StageResult(
        id=stage.id,
        name=stage.name,
        rate=None if is_last else stated_rate(stage),
        effective_rate=None if is_last else effective_rate(stage),
        need=need,
        need_whole=whole_up(need),
        in_hand=stage.in_hand,
        recycling=None if stage.recycling is None else Fraction(stage.recycling),
        recycled_units=0 if recycled is None else recycled.units,
        recycled_rate=None if recycled is None else recycled.rate.point,
        recycled=recycled_units(stage),
        new=new,
        new_whole=whole_up(new),
        parts={way.id: part for way, part in zip(ways, volume.need, strict=True) if way.id != UNNAMED},
        legs=legs,
        last_useful_date=day,
        too_late=day is not None and period is not None and new > 0 and day < period.start,
    )
