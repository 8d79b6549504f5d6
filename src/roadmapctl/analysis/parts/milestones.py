"""What a milestone asks for in the part of the plan's period in which it lies."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.parts.goals import GoalPart, weights_of
from roadmapctl.analysis.parts.shared import digits_of, rounded
from roadmapctl.analysis.parts.tactics import TacticPart
from roadmapctl.analysis.rounding import exact_sum
from roadmapctl.analysis.status.course import share_due
from roadmapctl.analysis.status.schedule import Frame
from roadmapctl.model import Plan
from roadmapctl.model.time import Period


class MilestonePart(NamedTuple):
    """A milestone within its part, in its metric's unit.

    `target` is None where the plan's tactics bring less in the part than the milestone needs there: `wanted` is what it asks
    for, `brought` what they bring, `short` the difference, and somebody has to decide. All are None where nothing is asked.
    """

    target: Decimal | None
    wanted: Decimal | None = None
    brought: Decimal | None = None
    short: Decimal | None = None


def milestone_part(
    within: Frame,
    id: str,
    part: Period,
    goal: GoalPart | None,
    serving: Mapping[str, TacticPart | None],
    before: Decimal | None,
) -> MilestonePart:
    """A milestone in its part of the period; `serving` are its tactics with what of them lies there, `before` is where its metric
    stands ahead of it.

    On a stock it keeps its value. On a flow it asks for as much of its target as its tactics bring of their whole in the
    part, and for no more than the goal does; where milestones share the goal out, for what falls due of it in the part.
    """
    plan = within.plan
    milestone = plan.milestones[id]
    metric = plan.metrics.get(milestone.metric or "")
    if milestone.target is None or metric is None or metric.kind is None:
        return MilestonePart(milestone.target)
    if metric.kind == "stock":
        brought = _brought(plan, id, serving)
        return _checked(milestone.target, milestone.target, brought, before, down=metric.better == "down")
    due = _due_within(within, id, part)
    if due is not None:
        return _asked(due, None if metric.better == "down" else _brought(plan, id, serving))
    return _flow(plan, id, milestone.target, goal, serving)


def _due_within(within: Frame, id: str, part: Period) -> Decimal | None:
    """What falls due in the part of a milestone that shares out its goal with others; None of any other milestone."""
    way = within.of_milestone(id)
    goal = within.plan.milestones[id].goal
    if goal not in within.plan.goals or way.start is None or way.end is None or way.target is None:
        return None
    if within.plan.goals[goal].metric != way.metric or not within.of_goal(goal).steps:
        return None
    start, end, weights = way.start, way.end, weights_of(within.plan)
    shares = (share_due(start, end, day, weights, None) for day in (part.start - timedelta(days=1), part.end))
    before, after = shares
    return rounded(Fraction(way.target) * (after - before), digits_of(way.target))


def _asked(due: Decimal, brought: Decimal | None) -> MilestonePart:
    if brought is None or brought >= due:
        return MilestonePart(due)
    return MilestonePart(None, due, brought, due - brought)


def _flow(
    plan: Plan, id: str, target: Decimal, goal: GoalPart | None, serving: Mapping[str, TacticPart | None]
) -> MilestonePart:
    milestone = plan.milestones[id]
    metric = milestone.metric or ""
    aim = goal.target if goal is not None and plan.goals[milestone.goal or ""].metric == metric else None
    whole = exact_sum(plan.tactics[tactic].contributes.get(metric, Decimal(0)) for tactic in serving)
    brought = _brought(plan, id, serving)
    if plan.metrics[metric].better == "down" or not whole or brought is None:
        return MilestonePart(target if aim is None else min(target, aim))  # the goal is all there is to go by
    part = rounded(Fraction(target) * Fraction(brought) / whole, digits_of(target))
    wanted = min(part, brought) if aim is None else min(part, brought, aim)
    if aim is not None and goal is not None and milestone.date == goal.due and wanted < aim:
        return MilestonePart(None, aim, brought, aim - wanted)
    return MilestonePart(wanted)


def _brought(plan: Plan, id: str, serving: Mapping[str, TacticPart | None]) -> Decimal | None:
    """What the part's tactics contribute to the milestone there; None where none of them contributes to its metric."""
    metric = plan.milestones[id].metric or ""
    given = [part.contributes[metric] for part in serving.values() if part is not None and metric in part.contributes]
    return sum(given, Decimal(0)) if given else None


def _checked(
    target: Decimal, wanted: Decimal, brought: Decimal | None, before: Decimal | None, *, down: bool
) -> MilestonePart:
    if brought is None or before is None:
        return MilestonePart(target)
    need, given = (before - wanted, -brought) if down else (wanted - before, brought)
    return MilestonePart(target) if given >= need else MilestonePart(None, wanted, brought, need - given)
