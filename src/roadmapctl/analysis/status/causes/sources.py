"""Sources and segments of the funnel that have brought more or less than their part by now."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal

from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.rounding import summed
from roadmapctl.analysis.status.causes.scene import Scene
from roadmapctl.analysis.status.result import Cause, Progress

NOTHING = Fraction(0)


def by_source(goal_id: str, found: Progress, scene: Scene) -> Iterator[Cause]:
    """Of the goal that the funnel starts from, or of a stage's units: each source's part of the plan to date."""
    yield from _by("source", found, scene, _parts_of_sources(goal_id, found, scene))


def by_segment(goal_id: str, found: Progress, scene: Scene) -> Iterator[Cause]:
    """The same by the funnel's segments, of the goal that it starts from, by what their deals are worth: others who bring some
    of it are taken to sell to the same mix."""
    funnel = scene.funnel
    if funnel is not None and _is_the_funnels(goal_id, scene):
        worth = {one.id: one.deals if funnel.demand.unit == "customers" else one.revenue for one in funnel.segments}
        whole = summed(value for value in worth.values() if value is not None)
        if whole and None not in worth.values():
            yield from _by("segment", found, scene, {id: (value or 0) / whole for id, value in worth.items()})


def _by(
    kind: Literal["source", "segment"], found: Progress, scene: Scene, parts: Mapping[str, Fraction]
) -> Iterator[Cause]:
    if found.metric is None or found.kind != "flow" or found.to_date is None or not parts:
        return
    brought = scene.ledger.part(found.metric, kind, scene.since, scene.until(found))
    if brought.keys().isdisjoint(parts):
        return
    for id, part in parts.items():
        planned, actual = found.to_date * part, brought.get(id, NOTHING)
        silent = id not in brought and planned != 0
        yield Cause(kind, id, found.metric, planned, actual, actual - planned, silent=silent)


def _is_the_funnels(goal_id: str, scene: Scene) -> bool:
    return scene.plan.funnel is not None and scene.plan.funnel.goal == goal_id


def _parts_of_sources(goal_id: str, found: Progress, scene: Scene) -> Mapping[str, Fraction]:
    funnel = scene.funnel
    if funnel is None or scene.plan.funnel is None or not scene.plan.funnel.sources:
        return {}
    if _is_the_funnels(goal_id, scene):
        return _parts_of_deals(funnel)
    number = scene.stage_of(found.metric or "")
    stage = None if number is None else funnel.stages[number]
    return {} if stage is None or not stage.need else {id: part / stage.need for id, part in stage.parts.items()}


def _parts_of_deals(funnel: FunnelResult) -> Mapping[str, Fraction]:
    """Each source's part of the whole target, of which others may bring some."""
    demand = funnel.demand
    if not demand.deals or not demand.target:
        return {}
    ours = demand.net_target / demand.target / demand.deals
    groups: dict[str, list[Fraction]] = {}
    for (source, _), deals in funnel.deals.items():
        if source:
            groups.setdefault(source, []).append(deals)
    return {id: summed(deals) * ours for id, deals in groups.items()}
