"""Goals that their milestones do not reach, on the due day or shortly before it."""

from datetime import date
from decimal import Decimal

from roadmapctl.analysis.schedule import days_in
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.model.metrics import Metric
from roadmapctl.rules.milestones.rm510_milestones_go_backwards import so_far
from roadmapctl.rules.once import once

NEAR = 10
"""In one part in so many of the plan's time, before the due day, little more can come."""
ONE, SEVERAL = Decimal("0.5"), Decimal("0.8")
"""The part of the way that one milestone, or several that share a flow, have come at least by then."""


@once
def stopping_short(plan: Plan) -> dict[str, tuple[list[str], str, int]]:
    """By goal that its milestones do not reach: these, the last of them, and the days from it to the goal's due day."""
    found: dict[str, tuple[list[str], str, int]] = {}
    for id, milestones in _on_the_way(plan).items():
        goal, metric = plan.goals[id], plan.metrics.get(plan.goals[id].metric or "")
        last = max(milestones, key=lambda m: plan.milestones[m].date or date.min)
        left = _days_left(plan, last, goal)
        if left is None or metric is None or goal.aim is None:
            continue
        if not _reached(goal, metric, come(plan, metric, milestones), len(milestones), left):
            found[id] = milestones, last, left
    return found


def come(plan: Plan, metric: Metric, milestones: list[str]) -> Decimal:
    """How far the milestones come: those of a flow that count each its own stretch of time, all together."""
    targets = [plan.milestones[id].target or Decimal(0) for id in milestones]
    if metric.better == "down":
        return min(targets)
    adds = not metric.is_stock and milestones[0] not in so_far(plan)
    return sum(targets, Decimal(0)) if adds else max(targets)


def _days_left(plan: Plan, last: str, goal: Goal) -> int | None:
    """From the last milestone to the goal's due day; None where that is more than a tenth of the plan's time, or none is left."""
    day = plan.milestones[last].date
    left = -1 if day is None or goal.due is None else (goal.due - day).days
    near = 0 if plan.period is None else days_in(plan.period) // NEAR
    return left if 0 <= left <= near else None


def _reached(goal: Goal, metric: Metric, come: Decimal, number: int, left: int) -> bool:
    """Is it the goal's target, or, where days are left, so much of the way that the rest may well be made in them?"""
    sign = -1 if metric.better == "down" else 1
    missing = sign * ((goal.aim or Decimal(0)) - come)
    if missing <= 0 or left == 0:
        return missing <= 0
    adds = not metric.is_stock and sign > 0
    start = Decimal(0) if adds or goal.baseline is None else goal.baseline
    part = SEVERAL if adds and number > 1 else ONE
    return missing <= (1 - part) * abs((goal.aim or Decimal(0)) - start)


def _on_the_way(plan: Plan) -> dict[str, list[str]]:
    """By goal with a due date, its milestones on its own metric that state a target."""
    found: dict[str, list[str]] = {}
    for id, milestone in plan.milestones.items():
        goal = plan.goals.get(milestone.goal or "")
        if goal is None or goal.due is None or milestone.target is None or milestone.metric != goal.metric:
            continue
        found.setdefault(milestone.goal or "", []).append(id)
    return found
