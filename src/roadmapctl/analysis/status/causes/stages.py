"""Stages of the funnel on the way to a goal: fewer units at the top, or a smaller part of them that goes on."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from roadmapctl.analysis.status.causes.scene import Scene
from roadmapctl.analysis.status.ledger import Track
from roadmapctl.analysis.status.result import Cause, Progress
from roadmapctl.model.time import SpreadLag

FIRST_WITHIN = timedelta(days=31)
"""Monthly records of a time begin at most so long after it does."""


class _Step(NamedTuple):
    """A stage, or at the end the goal itself (`id` is empty where it counts money): planned by now, and recorded."""

    id: str
    metric: str
    planned: Fraction
    actual: Fraction


def by_stage(goal_id: str, found: Progress, scene: Scene) -> Iterator[Cause]:
    """The goal's difference, divided exactly over the stages whose units are recorded.

    With P planned and A actual at each step, what the first step's volume makes is (A₀ − P₀)·P_K / P₀, and what the way from
    one step to the next makes (A₊ − A·P₊ / P)·P_K / P₊; together they are A_K − P_K.
    """
    steps = _steps(goal_id, found, scene)
    if len(steps) < 2 or any(step.planned <= 0 for step in steps):
        return
    first, last = steps[0], steps[-1]
    effect = (first.actual - first.planned) * last.planned / first.planned
    yield Cause("volume", first.id, first.metric, first.planned, first.actual, effect)
    for step, following in pairwise(steps):
        if step.actual <= 0:
            return
        planned = following.planned / step.planned
        effect = (following.actual - step.actual * planned) * last.planned / following.planned
        actual = following.actual / step.actual
        if following.id:
            yield Cause("rate", step.id, None, planned, actual, effect, to=following.id)
        else:
            yield Cause("value", step.id, following.metric, planned, actual, effect)


def _steps(goal_id: str, found: Progress, scene: Scene) -> list[_Step]:
    """The stages with records above the goal, and the goal itself. A stage is planned in its proportion to the goal.

    Where others bring part of the funnel's target, its stages are only ours and the goal is everybody's: nothing is said.
    """
    funnel, plan = scene.funnel, scene.plan
    if funnel is None or plan.funnel is None or found.kind != "flow" or found.ceiling:
        return []
    if found.metric is None or found.to_date is None or found.actual is None:
        return []
    own = scene.stage_of(found.metric)
    if own is None and (plan.funnel.goal != goal_id or funnel.demand.net_target != funnel.demand.target):
        return []
    whole = funnel.stages[own].need if own is not None else funnel.demand.target
    if not whole:
        return []
    recorded = _recorded(found, scene, len(funnel.stages) if own is None else own)
    above = [
        _Step(funnel.stages[n].id, metric, found.to_date * funnel.stages[n].need / whole, actual)
        for n, (metric, actual) in sorted(recorded.items())
    ]
    return [*above, _Step("" if own is None else funnel.stages[own].id, found.metric, found.to_date, found.actual)]


def _recorded(found: Progress, scene: Scene, below: int) -> dict[int, tuple[str, Fraction]]:
    """By number of stage, above a stage: the first metric of its units with records, and what they come to."""
    units: dict[int, tuple[str, Fraction]] = {}
    for metric in scene.plan.metrics:
        number = scene.stage_of(metric)
        if number is None or number >= below or number in units or scene.ledger.kind(metric) != "flow":
            continue
        came = _in_time(metric, _lag(scene, number, below), scene.until(found), scene)
        if came is not None:
            units[number] = (metric, came)
    return units


def _in_time(metric: str, lag: timedelta, until: date, scene: Scene) -> Fraction | None:
    """The units that could have arrived by now: those of the same length of time, a lag earlier.

    None where the records do not go back that far, for what came before them is not known.
    """
    if lag > scene.since - date.min:
        return None
    since = scene.since - lag
    track = scene.ledger.track(metric, since)
    if not isinstance(track, Track) or not track.points or (lag and track.points[0].day > since + FIRST_WITHIN):
        return None
    point = track.until(until - lag)
    return None if point is None else Fraction(point.value)


def _lag(scene: Scene, number: int, below: int) -> timedelta:
    """The time from a stage to a later one, in whole days; of a lag that varies, what half of the units take."""
    stages = scene.plan.funnel.stages[number:below] if scene.plan.funnel is not None else ()
    lags = (stage.lag.p50 if isinstance(stage.lag, SpreadLag) else stage.lag for stage in stages)
    return timedelta(days=ceil(sum((lag.days for lag in lags if lag is not None), Fraction(0))))
