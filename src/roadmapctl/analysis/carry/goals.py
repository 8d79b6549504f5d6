"""What is left of a goal for the next period."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from roadmapctl.analysis.carry.following import Step
from roadmapctl.analysis.parts.goals import GoalPart, is_level, is_rate
from roadmapctl.analysis.parts.shared import digits_of, rounded
from roadmapctl.analysis.status.result import GoalStatus
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal


@dataclass(frozen=True)
class CarriedGoal:
    """A goal in the next period, in its metric's unit. `actual` is what was reached by the review, None where nothing is recorded.

    Of a stock or a rate `baseline` is the value it has reached, and `target` the further one of its own and the wider plan's for
    the end of the period. Of a flow `baseline` is 0 and `target` what will be missing at this pace (`left`: `expected` comes by
    the end) and what the wider plan asks for in the period. `wider` is the wider plan's, None where that asks for nothing.
    `is_done`: nothing is left to do.
    """

    id: str
    actual: Fraction | None
    baseline: Decimal | None
    target: Decimal
    due: date
    is_done: bool
    left: Decimal | None = None
    wider: Decimal | None = None
    expected: Fraction | None = None


def carried_goal(
    plan: Plan, step: Step, id_: str, status: GoalStatus | None, part: GoalPart | None
) -> CarriedGoal | None:
    """What is left of a goal, `part` being what the wider plan asks of it; None for one that says no target."""
    goal = plan.goals[id_]
    if goal.aim is None:
        return None
    progress = status.progress if status is not None else None
    actual = progress.actual if progress is not None else None
    due = _due(plan, step, goal)
    wider = part.target if part is not None else None
    if is_level(plan, goal):
        return _level(plan, id_, actual, due, wider)
    return _flow(plan, id_, actual, due, wider, progress.projection if progress is not None else None)


def _due(plan: Plan, step: Step, goal: Goal) -> date:
    """Its day of the next period, but no later than the day on which the wider plan's goal is due that it supports."""
    moved = step.after.end if goal.due is None else step.moved(goal.due)
    wider = (
        plan.above.goals.get(goal.supports or "")
        if plan.above is not None and goal.supports not in plan.goals
        else None
    )
    if wider is None or wider.due is None or wider.due < step.after.start:
        return moved
    return min(moved, wider.due)


def _level(plan: Plan, id_: str, actual: Fraction | None, due: date, wider: Decimal | None) -> CarriedGoal:
    goal = plan.goals[id_]
    aim = goal.aim or Decimal(0)
    down = goal.baseline is not None and aim < goal.baseline
    target = aim if wider is None else (min if down else max)(aim, wider)
    if actual is None:
        return CarriedGoal(id_, None, goal.baseline, target, due, False, wider=wider)
    start = rounded(actual, digits_of(target, goal.baseline, rate=is_rate(plan, goal)))
    return CarriedGoal(id_, actual, start, target, due, start <= target if down else start >= target, wider=wider)


def _flow(
    plan: Plan, id_: str, actual: Fraction | None, due: date, wider: Decimal | None, projection: Fraction | None
) -> CarriedGoal:
    goal = plan.goals[id_]
    aim = goal.aim or Decimal(0)
    metric = plan.metrics.get(goal.metric or "")
    if metric is not None and metric.better == "down":  # a ceiling holds for every period anew
        return CarriedGoal(id_, actual, None, wider or aim, due, False, wider=wider)
    start = None if goal.baseline is None else Decimal(0)
    if actual is None:
        return CarriedGoal(id_, None, start, wider or aim, due, False, wider=wider)
    expected = actual if projection is None else max(actual, Fraction(rounded(projection, digits_of(aim))))
    left = max(rounded(Fraction(aim) - expected, digits_of(aim)), Decimal(0))
    target = left + (wider or 0)
    return CarriedGoal(id_, actual, start, target, due, target <= 0, left, wider, expected)
