"""The funnel backwards: from deals to win up to the units every stage and source must bring."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from roadmapctl.analysis.funnel.bringing import source_result
from roadmapctl.analysis.funnel.demand import Demand, plan_demand
from roadmapctl.analysis.funnel.events import EventNeed
from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.funnel.inflows import NO_SEGMENTS, Inflow, Mix, inflows
from roadmapctl.analysis.funnel.segments import SegmentResult, pipeline_value, segment_results
from roadmapctl.analysis.funnel.sources import SourceResult
from roadmapctl.analysis.funnel.stage_results import Leg, StageResult, stage_results
from roadmapctl.analysis.funnel.volumes import Volume, bottom_up, flows_anyway, shares_of_deals, units_to_bring, whole
from roadmapctl.analysis.rounding import Rounding
from roadmapctl.model import Plan
from roadmapctl.model.funnel import FunnelSegment, Source, Stage
from roadmapctl.model.market import Market
from roadmapctl.model.time import Period

__all__ = [
    "EventNeed",
    "FunnelResult",
    "Infeasible",
    "Leg",
    "SegmentResult",
    "SourceResult",
    "StageResult",
    "plan_funnel",
    "reverse_funnel",
]

NO_SOURCES: Mapping[str, Source] = MappingProxyType({})


class FunnelResult(NamedTuple):
    """The whole funnel, stages top first. `coverage` is the value of the pipeline / that of the deals, a plain ratio.

    `deals` are the customers to win by source and segment, each of which is empty where none is named.
    `surplus` are customers beyond the deals wanted, of what is in hand and what some sources bring anyway.
    """

    demand: Demand
    rounding: Rounding
    mix: Mix
    stages: tuple[StageResult, ...]
    sources: tuple[SourceResult, ...]
    coverage: Fraction | None
    period: Period | None
    segments: tuple[SegmentResult, ...] = ()
    surplus: Fraction = Fraction(0)
    deals: Mapping[tuple[str, str], Fraction] = MappingProxyType({})


def plan_funnel(plan: Plan, *, rounding: Rounding = "final") -> FunnelResult | Infeasible:
    """The funnel of a plan, or what of it is missing or impossible."""
    demand = plan_demand(plan)
    if isinstance(demand, Infeasible) or plan.funnel is None:
        return demand if isinstance(demand, Infeasible) else Infeasible(("funnel",), "no_funnel")
    funnel = plan.funnel
    result = reverse_funnel(
        demand,
        funnel.stages,
        funnel.sources,
        rounding=rounding,
        mix=funnel.mix,
        period=plan.period,
        segments=funnel.segments,
        deal_size=None if funnel.deal_size is None else funnel.deal_size.point,
    )
    if isinstance(result, Infeasible) or plan.market is None or not result.segments:
        return result
    return _named(result, plan.market)


def _named(result: FunnelResult, market: Market) -> FunnelResult:
    """The same with the names that the segments have in the market."""
    names = {id_: segment.name for id_, segment in market.segments.items()}
    return result._replace(segments=tuple(one._replace(name=names.get(one.id)) for one in result.segments))


def reverse_funnel(
    demand: Demand,
    stages: Sequence[Stage],
    sources: Mapping[str, Source] = NO_SOURCES,
    *,
    rounding: Rounding = "final",
    mix: Mix = "deals",
    period: Period | None = None,
    segments: Mapping[str, FunnelSegment] = NO_SEGMENTS,
    deal_size: Fraction | None = None,
) -> FunnelResult | Infeasible:
    """The funnel of any demand and stages (top first); no sources means one unnamed source that feeds the top.

    `deal_size` is the average deal, in money, of those segments that state none.
    """
    fault = _fault_of(stages)
    if fault is not None:
        return fault
    ways = inflows(stages, sources, mix, demand.deals, segments)
    if isinstance(ways, Infeasible):
        return ways
    volumes = bottom_up(demand.deals, stages, ways, rounding)
    if isinstance(volumes, Infeasible):
        return volumes
    wanted = units_to_bring(volumes, stages, ways, rounding)
    brought = _source_results(_Solved(demand.deals, stages, ways, wanted.units, rounding, mix), sources, period)
    if isinstance(brought, Infeasible):
        return brought
    parts = segment_results(segments, deal_size, ways, stages, volumes)
    return FunnelResult(
        demand=demand,
        rounding=rounding,
        mix=mix,
        stages=stage_results(stages, ways, volumes, flows_anyway(ways, rounding), period),
        sources=brought,
        coverage=_coverage(volumes, parts),
        period=period,
        segments=parts,
        surplus=wanted.surplus,
        deals={(way.id, way.segment): part for way, part in zip(ways, volumes[-1].need, strict=True)},
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


def _coverage(volumes: Sequence[Volume], segments: Sequence[SegmentResult]) -> Fraction | None:
    """Units at the stage before the last over the deals; each valued at its segment's deal size, where all are known."""
    if len(volumes) < 2 or not volumes[-1].total:
        return None
    value = pipeline_value(segments)
    return volumes[-2].total / volumes[-1].total if value is None else value.pipeline / value.deals


class _Solved(NamedTuple):
    """Inflows with the units wanted of each, and what both were computed from."""

    deals: Fraction
    stages: Sequence[Stage]
    ways: Sequence[Inflow]
    wanted: Sequence[Fraction]
    rounding: Rounding
    mix: Mix


def _source_results(
    solved: _Solved, sources: Mapping[str, Source], period: Period | None
) -> tuple[SourceResult, ...] | Infeasible:
    shares = shares_of_deals(solved.deals, solved.ways)
    groups: dict[str, list[int]] = {}
    for number, way in enumerate(solved.ways):
        groups.setdefault(way.id, []).append(number)
    found: list[SourceResult] = []
    for id_, source in sources.items():
        numbers = groups[id_]
        group = [solved.ways[number] for number in numbers]
        result = source_result(
            group,
            source,
            [solved.wanted[number] for number in numbers],
            solved.stages[group[0].feeds].id,
            share=whole([shares[number] for number in numbers]),
            mix=solved.mix,
            rounding=solved.rounding,
            period=period,
        )
        if isinstance(result, Infeasible):
            return result
        found.append(result)
    return tuple(found)
