"""How a figure of the review has moved: trends count more than levels."""

from fractions import Fraction
from typing import Literal, NamedTuple

from roadmapctl.model.discovery import ReviewLine
from roadmapctl.model.metrics import Metric

Direction = Literal["better", "worse", "same"]
Pace = Literal["faster", "slower", "steady", "turned"]


class Trend(NamedTuple):
    """From the value before to the last one: `absolute` in the metric's unit, `relative` a part of the value before (None from 0).

    `before` is the relative change of the period before that, where it is known, and `pace` how this one compares: the same way
    faster, slower or steadily, or `turned`.
    """

    absolute: Fraction
    relative: Fraction | None
    direction: Direction
    before: Fraction | None
    pace: Pace | None


def trend_of(line: ReviewLine, metric: Metric | None) -> Trend | None:
    """The trend of a line of the review; None for a level without one."""
    if line.previous is None or line.current is None:
        return None
    previous, current = Fraction(line.previous), Fraction(line.current)
    now = _relative(previous, current)
    before = _relative(Fraction(line.history[-1]), previous) if line.history else None
    better = 1 if metric is None or metric.better == "up" else -1
    way = (current - previous) * better
    return Trend(
        absolute=current - previous,
        relative=now,
        direction="better" if way > 0 else "worse" if way < 0 else "same",
        before=before,
        pace=_pace(before, now),
    )


def _relative(before: Fraction, after: Fraction) -> Fraction | None:
    return (after - before) / abs(before) if before else None


def _pace(before: Fraction | None, now: Fraction | None) -> Pace | None:
    if not before or not now:  # from or to a standstill there is no pace to compare
        return None
    if (before > 0) != (now > 0):
        return "turned"
    return "steady" if now == before else "faster" if abs(now) > abs(before) else "slower"
