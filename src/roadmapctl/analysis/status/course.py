"""How much of a way the plan wants by each day: by the goal's own split and the plan's seasonality."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal, NamedTuple

from roadmapctl.analysis.calendar.spans import end_of
from roadmapctl.analysis.seasonality import Curve, Weights
from roadmapctl.analysis.status.result import Kind
from roadmapctl.model import Plan
from roadmapctl.model.time import Period

Rhythm = Literal["quarter", "month", "week"]
WHOLE = Fraction(1)


def elapsed(start: date, end: date, day: date) -> Fraction:
    """The part of the days from start to end, both included, that is over by the end of a day."""
    days = (end - start).days + 1
    if days <= 0:
        return WHOLE if day >= start else Fraction(0)
    return Fraction(min(max((day - start).days + 1, 0), days), days)


def share_due(start: date, end: date, day: date, weights: Weights, rhythm: Rhythm | None) -> Fraction:
    """The share of a way from start to end that is due by the end of a day: 0 before it begins, 1 once it is over.

    Months have the plan's weights, T_m = T / n · i_m (`seasonality.Curve`). What falls due within a quarter, a month or a week
    of the split is due evenly by its days; without a split, within a month.
    """
    if day >= end or end < start:
        return WHOLE if day >= end else Fraction(0)
    if day < start:
        return Fraction(0)
    curve = Curve(Period(start, end, None), weights)
    first, last = _span(start, end, day, rhythm or "month")
    before = curve.until(first - timedelta(days=1))
    return before + (curve.until(last) - before) * elapsed(first, last, day)


class Step(NamedTuple):
    """A part of a way that has its own day: the `part` of the whole that is due by the end of `day`."""

    day: date
    part: Fraction


def share_by_steps(start: date, steps: Sequence[Step], day: date, weights: Weights) -> Fraction:
    """The share that is due where the plan itself says how much by which days; between them as `share_due` has it."""
    due = Fraction(0)
    for step in steps:
        due += step.part * share_due(start, step.day, day, weights, None)
        start = step.day + timedelta(days=1)
    return due


def _span(start: date, end: date, day: date, rhythm: Rhythm) -> tuple[date, date]:
    """The first and last day of the calendar's quarter, month or week in which a day lies, cut to the way's days."""
    last = end_of(day, rhythm)
    if rhythm == "week":
        first = last - timedelta(days=6)
    else:
        months = 3 if rhythm == "quarter" else 1
        month = last.month - months + 1
        first = date(last.year, month, 1)
    return max(first, start), min(last, end)


def weights_of(plan: Plan, kind: Kind | None) -> Weights:
    """The plan's seasonality: of volumes, not of rates."""
    return {} if plan.funnel is None or kind == "rate" else plan.funnel.seasonality
