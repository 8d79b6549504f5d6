"""What a review carries into the next period."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from roadmapctl.analysis.carry.days import Days, days_of
from roadmapctl.analysis.carry.following import Step, has_next, step_from
from roadmapctl.analysis.carry.wider import wider_part
from roadmapctl.analysis.parts.goals import is_level, is_rate
from roadmapctl.analysis.parts.shared import digits_of, rounded
from roadmapctl.analysis.review.review import Reviewed
from roadmapctl.analysis.review.verdicts import TacticVerdict
from roadmapctl.analysis.rounding import exact_sum
from roadmapctl.analysis.status.result import AHEAD_FROM, ON_TRACK_FROM
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.model.tactics import Tactic
from roadmapctl.model.time import Period

GONE = "stop"


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


@dataclass(frozen=True)
class CarriedTactic:
    """A tactic in the next period. `contributes` is what was planned of it, or, where it was off that by a twentieth or more, what
    it would bring at the pace it had."""

    id: str
    verdict: TacticVerdict
    days: Days
    contributes: Mapping[str, Decimal]
    was: Literal["as_planned", "at_pace"]


@dataclass(frozen=True)
class CarriedMilestone:
    """A milestone in the next period. `target` None: what its tactics bring (`brought`) is less than what is `wanted` of them."""

    id: str
    date: date | None
    target: Decimal | None
    wanted: Decimal | None = None
    brought: Decimal | None = None


@dataclass(frozen=True)
class Carry:
    """All that goes on. `done` are the goals of which nothing is left, `dropped` the tactics that end."""

    plan: Plan
    reviewed: Reviewed
    step: Step
    goals: Mapping[str, CarriedGoal]
    done: tuple[str, ...]
    tactics: Mapping[str, CarriedTactic]
    dropped: tuple[TacticVerdict, ...]
    milestones: Mapping[str, CarriedMilestone]

    @property
    def period(self) -> Period:
        """The next period."""
        return self.step.after


def carry(plan: Plan, reviewed: Reviewed) -> Carry | None:
    """What a review of a plan carries into the next period; None where the plan has no period, or its period has none after it."""
    if plan.period is None or not has_next(plan.period):
        return None
    step = step_from(plan.period)
    found = {id_: goal for id_ in plan.goals if (goal := _goal(plan, reviewed, step, id_)) is not None}
    goals = {id_: goal for id_, goal in found.items() if not goal.is_done}
    days = days_of(plan, step)
    tactics = {one.id: _tactic(plan, days[one.id], one) for one in reviewed.verdicts if one.verdict != GONE}
    milestones = {one.id: one for one in _milestones(plan, step, goals, tactics)}
    return Carry(
        plan=plan,
        reviewed=reviewed,
        step=step,
        goals=goals,
        done=tuple(id_ for id_, goal in found.items() if goal.is_done),
        tactics={id_: _in_time(plan, one, milestones) for id_, one in tactics.items()},
        dropped=tuple(one for one in reviewed.verdicts if one.verdict == GONE),
        milestones=milestones,
    )


def _goal(plan: Plan, reviewed: Reviewed, step: Step, id_: str) -> CarriedGoal | None:
    """What is left of a goal; None for one that says no target."""
    goal = plan.goals[id_]
    if goal.aim is None:
        return None
    status = (
        next((one for one in reviewed.status.goals if one.id == id_), None) if reviewed.status is not None else None
    )
    progress = status.progress if status is not None else None
    actual = progress.actual if progress is not None else None
    due = _due(plan, step, goal)
    part = wider_part(plan, id_, step.after)
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


def _tactic(plan: Plan, days: Days, one: TacticVerdict) -> CarriedTactic:
    tactic = plan.tactics[one.id]
    brought = {metric: _brought(plan, one, metric, amount) for metric, amount in tactic.contributes.items()}
    was: Literal["as_planned", "at_pace"] = "as_planned" if brought == tactic.contributes else "at_pace"
    return CarriedTactic(one.id, one, days, {k: v for k, v in brought.items() if v}, was)


def _brought(plan: Plan, one: TacticVerdict, metric: str, amount: Decimal) -> Decimal:
    """What a tactic would bring of a metric at the pace it had; as planned where it kept to that, or nobody knows."""
    parts = one.evidence.status.contributions if one.evidence.status is not None else ()
    part = next((part for part in parts if part.metric == metric), None)
    if part is None or part.actual is None or not part.to_date:
        return amount
    pace = part.actual / part.to_date
    return amount if pace <= 0 or ON_TRACK_FROM <= pace <= AHEAD_FROM else _paced(plan, metric, amount, pace)


def _in_time(plan: Plan, one: CarriedTactic, milestones: Mapping[str, CarriedMilestone]) -> CarriedTactic:
    """The tactic, over by the day of its milestone."""
    milestone = milestones.get(plan.tactics[one.id].milestone or "")
    start, end = one.days
    if milestone is None or milestone.date is None or end is None or end <= milestone.date:
        return one
    return replace(one, days=Days(None if start is None else min(start, milestone.date), milestone.date))


def _paced(plan: Plan, metric: str, amount: Decimal, pace: Fraction) -> Decimal:
    known = plan.metrics.get(metric)
    rate = known is not None and known.is_rate
    return rounded(Fraction(amount) * pace, digits_of(amount, rate=rate))


def _milestones(
    plan: Plan, step: Step, goals: Mapping[str, CarriedGoal], tactics: Mapping[str, CarriedTactic]
) -> Iterator[CarriedMilestone]:
    """The milestones of goals that go on, as far as they are not behind them; of a flow the last one, which asks for the rest."""
    for id_, milestone in plan.milestones.items():
        goal = goals.get(milestone.goal or "")
        if goal is None:
            continue
        day = None if milestone.date is None else min(step.moved(milestone.date), goal.due)
        if milestone.metric != plan.goals[goal.id].metric or milestone.target is None:
            yield CarriedMilestone(id_, day, milestone.target)
        elif is_level(plan, plan.goals[goal.id]):
            target = goal.target if milestone.target == plan.goals[goal.id].aim else milestone.target
            if _is_ahead(goal, target):
                yield _held(plan, id_, day, target, _before(plan, id_, goal), tactics)
        elif id_ == _last(plan, goal.id):
            yield _held(plan, id_, goal.due if day is None else day, goal.target, Decimal(0), tactics)


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
    plan: Plan, id_: str, day: date | None, target: Decimal, start: Decimal, tactics: Mapping[str, CarriedTactic]
) -> CarriedMilestone:
    """The milestone with its target where its tactics bring enough, or where none of them says what it brings."""
    metric = plan.milestones[id_].metric or ""
    own = [one for one in tactics.values() if plan.tactics[one.id].milestone == id_ and metric in one.contributes]
    if not own:
        return CarriedMilestone(id_, day, target)
    brought = exact_sum(one.contributes[metric] for one in own)
    need = Fraction(target) - Fraction(start)
    sign = -1 if plan.metrics[metric].better == "down" else 1
    if brought * sign >= need * sign:
        return CarriedMilestone(id_, day, target)
    digits = digits_of(target, start)
    return CarriedMilestone(id_, day, None, rounded(need, max(digits, 0)), rounded(brought, max(digits, 0)))


def continues(tactic: Tactic, carried: Mapping[str, CarriedTactic]) -> tuple[str, ...]:
    """The tactics it waits for that go on too."""
    return tuple(id_ for id_ in tactic.after if id_ in carried)
