"""The milestones that are still ahead, in the next period."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from roadmapctl.analysis.carry.days import Days
from roadmapctl.analysis.carry.following import Step
from roadmapctl.analysis.carry.goals import CarriedGoal
from roadmapctl.analysis.carry.tactics import CarriedTactic
from roadmapctl.analysis.parts.goals import is_level
from roadmapctl.analysis.parts.shared import digits_of, rounded
from roadmapctl.analysis.rounding import exact_sum
from roadmapctl.model import Plan


@dataclass(frozen=True)
class CarriedMilestone:
    """A milestone in the next period. `target` None: what its tactics bring (`brought`) is less than what is `wanted` of them."""

    id: str
    date: date | None
    target: Decimal | None
    wanted: Decimal | None = None
    brought: Decimal | None = None


def carried_milestones(
    plan: Plan, step: Step, goals: Mapping[str, CarriedGoal], tactics: Mapping[str, CarriedTactic]
) -> Iterator[CarriedMilestone]:
    """The milestones of goals that go on, as far as they are not behind them; of a flow the last one, which asks for the rest."""
    serving: dict[str | None, list[CarriedTactic]] = {}
    for one in tactics.values():
        serving.setdefault(plan.tactics[one.id].milestone, []).append(one)
    for id_, milestone in plan.milestones.items():
        goal, own = goals.get(milestone.goal or ""), serving.get(id_, ())
        if goal is None:
            continue
        day = None if milestone.date is None else min(step.moved(milestone.date), goal.due)
        if milestone.metric != plan.goals[goal.id].metric or milestone.target is None:
            yield CarriedMilestone(id_, day, milestone.target)
        elif is_level(plan, plan.goals[goal.id]):
            target = goal.target if milestone.target == plan.goals[goal.id].aim else milestone.target
            if _is_ahead(goal, target):
                yield _held(plan, id_, day, target, _before(plan, id_, goal), own)
        elif id_ == _last(plan, goal.id):
            yield _held(plan, id_, goal.due if day is None else day, goal.target, Decimal(0), own)


def _is_ahead(goal: CarriedGoal, target: Decimal) -> bool:
    """Does a milestone lie between where the goal starts from now and where it leads?"""
    if goal.baseline is None:
        return True
    low, high = sorted((goal.baseline, goal.target))
    return low <= target <= high and target != goal.baseline


def _before(plan: Plan, id_: str, goal: CarriedGoal) -> Decimal:
    """The value the milestone's tactics start from: the goal's, or that of the milestone before it that is still ahead."""
    dated = [
        (m.date, m.target)
        for other, m in plan.milestones.items()
        if other != id_ and m.goal == goal.id and m.metric == plan.goals[goal.id].metric and m.date is not None
    ]
    day = plan.milestones[id_].date
    earlier = sorted((d, t) for d, t in dated if t is not None and day is not None and d < day and _is_ahead(goal, t))
    return earlier[-1][1] if earlier else goal.baseline or Decimal(0)


def _last(plan: Plan, goal: str) -> str | None:
    """The last milestone on a goal's own metric."""
    own = [
        (m.date or date.max, id_)
        for id_, m in plan.milestones.items()
        if m.goal == goal and m.metric == plan.goals[goal].metric
    ]
    return max(own)[1] if own else None


def _held(
    plan: Plan, id_: str, day: date | None, target: Decimal, start: Decimal, serving: Sequence[CarriedTactic]
) -> CarriedMilestone:
    """The milestone with its target where the tactics serving it bring enough, or where none of them says what it brings."""
    metric = plan.milestones[id_].metric or ""
    own = [one for one in serving if metric in one.contributes]
    if not own:
        return CarriedMilestone(id_, day, target)
    brought = exact_sum(one.contributes[metric] for one in own)
    need = Fraction(target) - Fraction(start)
    sign = -1 if plan.metrics[metric].better == "down" else 1
    if brought * sign >= need * sign:
        return CarriedMilestone(id_, day, target)
    digits = digits_of(target, start)
    return CarriedMilestone(id_, day, None, rounded(need, max(digits, 0)), rounded(brought, max(digits, 0)))


def in_time(plan: Plan, one: CarriedTactic, milestones: Mapping[str, CarriedMilestone]) -> CarriedTactic:
    """The tactic, over by the day of its milestone."""
    milestone = milestones.get(plan.tactics[one.id].milestone or "")
    start, end = one.days
    if milestone is None or milestone.date is None or end is None or end <= milestone.date:
        return one
    return replace(one, days=Days(None if start is None else min(start, milestone.date), milestone.date))
