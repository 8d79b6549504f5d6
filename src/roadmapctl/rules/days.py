"""Days that a finding stands at already: what else disagrees with them follows from it, and is not told twice."""

from collections.abc import Iterator
from datetime import date

from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.model.tactics import Tactic
from roadmapctl.rules.once import once

MANY = 4
"""So many days tell that the period is wrong and not they."""
BY_CHANCE = 10
"""One day in so many may lie in a wrong period, itself a slip perhaps."""


def outside(plan: Plan, *days: date | None) -> bool:
    """Is one of the days outside of the plan's period? Then it is told where it stands (RM308, RM503, RM607, RM704)."""
    period = plan.period
    if period is not None:
        for day in days:
            if day is not None and not period.covers(day):
                return True
    return False


@once
def all_outside(plan: Plan) -> bool:
    """Does no day of the plan lie in its period, or one in ten by chance? Then the period is wrong (RM050), not they."""
    period = plan.period
    if period is None:
        return False
    inside, beyond, enough = 0, 0, _most_days(plan) // BY_CHANCE
    for day in _days(plan):
        if period.covers(day):
            inside += 1
        else:
            beyond += 1
        if inside > enough:
            return False  # as it mostly is, after a few of them
    return beyond >= MANY and inside * BY_CHANCE <= inside + beyond


def misdated(plan: Plan, goal: Goal) -> bool:
    """Is the goal's due date wrong on the face of it: outside of the period, or another than its sentence says (RM310)?"""
    if goal.due is None or outside(plan, goal.due):
        return True
    return goal.statement is not None and says_another_day(goal.statement, goal.due)


def says_another_day(statement: str, due: date) -> bool:
    """Does a goal's sentence name one day, and not this one?"""
    from roadmapctl.analysis.words.plain_statement import says_day

    if says_day(statement, due):
        return False
    from roadmapctl.analysis.words.agreement import contradicted_day
    from roadmapctl.analysis.words.wording import judge

    return contradicted_day(judge(statement), due)


def disordered(plan: Plan, tactic: Tactic) -> bool:
    """Are the tactic's own days wrong: outside of the period, or the last before the first (RM608)?"""
    backwards = tactic.start is not None and tactic.end is not None and tactic.end < tactic.start
    return backwards or outside(plan, tactic.start, tactic.end)


def _most_days(plan: Plan) -> int:
    """As many days as the plan would have, were all of them written."""
    reviews = plan.measurement.reviews if plan.measurement is not None else ()
    return len(plan.goals) + len(plan.milestones) + 2 * len(plan.tactics) + len(reviews)


def _days(plan: Plan) -> Iterator[date]:
    """The days of goals, milestones, tactics and reviews."""
    yield from (goal.due for goal in plan.goals.values() if goal.due is not None)
    yield from (milestone.date for milestone in plan.milestones.values() if milestone.date is not None)
    yield from (day for tactic in plan.tactics.values() for day in (tactic.start, tactic.end) if day is not None)
    reviews = plan.measurement.reviews.values() if plan.measurement is not None else ()
    yield from (review.date for review in reviews if review.date is not None)
