"""Step 3: goals."""

from typing import NamedTuple

from roadmapctl.model.goals import Goal
from roadmapctl.report.wording import Wording


class GoalRow(NamedTuple):
    """A goal. `metric` is empty where the goal is called after it."""

    name: str
    statement: str
    metric: str
    baseline: str
    target: str
    due: str
    segment: str
    supports: str


def goal_rows(words: Wording) -> tuple[GoalRow, ...]:
    """The goals in the plan's order."""
    return tuple(goal_row(id_, goal, words) for id_, goal in words.plan.goals.items())


def goal_row(id_: str, goal: Goal, words: Wording) -> GoalRow:
    """One goal."""
    name, metric = words.goal(id_), words.metric(goal.metric)
    return GoalRow(
        name=name,
        statement=goal.statement or "",
        metric=metric if metric != name else "",
        baseline=words.quantity(goal.baseline, goal.metric),
        target=words.quantity(goal.aim, goal.metric, unit=True),
        due=words.day(goal.due),
        segment=words.segment(goal.segment),
        supports=words.goal(goal.supports),
    )
