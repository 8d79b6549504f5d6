"""A goal as growth over last year's result."""

from collections import Counter
from fractions import Fraction
from typing import Literal, NamedTuple

from roadmapctl.analysis.parts.goals import is_level, is_rate
from roadmapctl.model import Plan
from roadmapctl.model.discovery import ReviewLine

Kind = Literal["flow", "stock", "rate"]


class Growth(NamedTuple):
    """A goal in its metric's unit: from `base`, last year's result, to `target`.

    `base` is the goal's own baseline, or what the review says of its metric, as `base_from` tells. A flow begins every year at 0:
    a baseline of 0 is no result of last year, and the review is asked. None where neither says it.
    """

    goal: str
    metric: str | None
    kind: Kind
    base: Fraction | None
    base_from: Literal["baseline", "review"] | None
    target: Fraction | None

    @property
    def absolute(self) -> Fraction | None:
        """Target − base, in the metric's unit; of a rate, a part of 1 (0.0075 are 0.75 points)."""
        return None if self.target is None or self.base is None else self.target - self.base

    @property
    def relative(self) -> Fraction | None:
        """(Target − base) / base, a part of 1; None from 0."""
        return None if self.absolute is None or not self.base else self.absolute / abs(self.base)


def growths(plan: Plan) -> tuple[Growth, ...]:
    """The goals in the plan's order."""
    reviewed, wholes = reviews_of(plan), wholes_of(plan)
    return tuple(
        _growth(plan, id_, reviewed.get(goal.metric or "") if id_ in wholes else None)
        for id_, goal in plan.goals.items()
    )


def _growth(plan: Plan, id_: str, line: ReviewLine | None) -> Growth:
    goal = plan.goals[id_]
    kind: Kind = "rate" if is_rate(plan, goal) else "stock" if is_level(plan, goal) else "flow"
    aim = None if goal.aim is None else Fraction(goal.aim)
    if goal.baseline is not None and (goal.baseline or kind != "flow"):
        return Growth(id_, goal.metric, kind, Fraction(goal.baseline), "baseline", aim)
    if line is None or line.current is None:
        return Growth(id_, goal.metric, kind, None, None, aim)
    return Growth(id_, goal.metric, kind, Fraction(line.current), "review", aim)


def reviews_of(plan: Plan) -> dict[str, ReviewLine]:
    """By metric, the first line of the review that says where it ended."""
    found: dict[str, ReviewLine] = {}
    for line in plan.discovery.review.values() if plan.discovery is not None else ():
        if line.metric is not None and line.current is not None:
            found.setdefault(line.metric, line)
    return found


def wholes_of(plan: Plan) -> frozenset[str]:
    """The goals that are about all of their metric: every other goal on it is a part of them, which supports them."""
    on_metric = Counter(goal.metric for goal in plan.goals.values())
    parts = Counter((goal.supports, goal.metric) for id_, goal in plan.goals.items() if goal.supports != id_)
    goals = plan.goals.items()
    return frozenset(
        id_ for id_, goal in goals if goal.metric is not None and parts[id_, goal.metric] == on_metric[goal.metric] - 1
    )
