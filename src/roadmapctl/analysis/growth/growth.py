"""A goal as growth over last year's result."""

from decimal import Decimal
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
    return tuple(growth_of(plan, id_) for id_ in plan.goals)


def growth_of(plan: Plan, id_: str) -> Growth:
    """One goal."""
    goal = plan.goals[id_]
    kind: Kind = "rate" if is_rate(plan, goal) else "stock" if is_level(plan, goal) else "flow"
    aim = None if goal.aim is None else Fraction(goal.aim)
    if goal.baseline is not None and (goal.baseline or kind != "flow"):
        return Growth(id_, goal.metric, kind, Fraction(goal.baseline), "baseline", aim)
    reviewed = _reviewed(plan, id_)
    base = None if reviewed is None else Fraction(reviewed)
    return Growth(id_, goal.metric, kind, base, None if base is None else "review", aim)


def _reviewed(plan: Plan, id_: str) -> Decimal | None:
    """Last year's value of the goal's metric; None where the goal is only about a part of it."""
    line = review_of(plan, plan.goals[id_].metric)
    return line.current if line is not None and _is_whole(plan, id_) else None


def review_of(plan: Plan, metric: str | None) -> ReviewLine | None:
    """The line of the review about a metric that says where it ended."""
    lines = plan.discovery.review.values() if plan.discovery is not None else ()
    return next((line for line in lines if metric and line.metric == metric and line.current is not None), None)


def _is_whole(plan: Plan, id_: str) -> bool:
    """Is the goal about all of its metric? Other goals on the metric are then parts of it: they support it."""
    metric = plan.goals[id_].metric
    others = [other for other, goal in plan.goals.items() if goal.metric == metric and other != id_]
    return all(plan.goals[other].supports == id_ for other in others)
