"""How a year breathes: weights of quarters and months, and a whole split over a period by them.

Weights are indices: 1.5 is half as much again as usual. They are scaled to mean 1 over the months of the period, so
that only their proportions count; T_m = T / n · i_m over its n months.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import Any, NamedTuple, Protocol

from roadmapctl.analysis.rounding import in_proportion, summed
from roadmapctl.model.time import Period

Weights = Mapping[Any, Decimal | Fraction | int]
"""Weights by quarter (`Q1`…`Q4`) or month (`01`…`12`)."""

NONE, WHOLE = Fraction(0), Fraction(1)
DAY = timedelta(days=1)


class Days(Protocol):
    """Anything from a first to a last day, both included."""

    @property
    def start(self) -> date:
        """Its first day."""

    @property
    def end(self) -> date:
        """Its last day."""


def scaled(weights: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """The weights (each above 0) scaled to mean 1."""
    mean = summed(weights) / len(weights)
    return tuple(weight / mean for weight in weights)


def weight_of(month: int, weights: Weights) -> Fraction:
    """A month's (1 to 12) own weight, else its quarter's, else 1: a month like any other."""
    own = weights.get(f"{month:02d}")
    stated = weights.get(f"Q{(month + 2) // 3}") if own is None else own
    return WHOLE if stated is None else stated if isinstance(stated, Fraction) else Fraction(stated)


class _Month(NamedTuple):
    """So many `days` of a month of `of` days, and the first of them."""

    start: date
    days: int
    of: int

    def weight(self, weights: Weights) -> Fraction:
        """The weight of its days."""
        whole = weight_of(self.start.month, weights)
        return whole if self.days == self.of else whole * Fraction(self.days, self.of)


def _months(period: Period) -> Iterator[_Month]:
    start = period.start
    while start <= period.end:
        first = start.replace(day=1)
        following = (first + timedelta(days=31)).replace(day=1)
        yield _Month(start, (min(following, period.end + DAY) - start).days, (following - first).days)
        start = following


class Curve:
    """The share of a whole that has fallen due by each day of a period: by months as their weights say, evenly within a month.

    A month that is cut counts by its days.
    """

    def __init__(self, period: Period, weights: Weights) -> None:
        """The curve over a period."""
        exact = {key: Fraction(weight) for key, weight in weights.items()}
        months = list(_months(period))
        self._starts = [month.start for month in months]
        self._days = [month.days for month in months]
        self._before = list(accumulate(in_proportion([month.weight(exact) for month in months]), initial=0))

    def until(self, day: date) -> Fraction:
        """The share that is due on or before the day; 0 before the period and 1 after it."""
        found = bisect_right(self._starts, day) - 1
        if found < 0:
            return NONE
        whole = self._days[found]
        days = min((day - self._starts[found]).days + 1, whole)
        before, after = self._before[found], self._before[found + 1]
        return Fraction(before * (whole - days) + after * days, self._before[-1] * whole)

    def within(self, days: Days) -> Fraction:
        """The share that is due from the first to the last of these days."""
        return self.until(days.end) - self.until(days.start - DAY)


def split(total: Fraction, period: Period, weights: Weights, spans: Sequence[Days]) -> tuple[Fraction, ...]:
    """A total over the period, by spans of it (months, quarters, weeks). Sums to the total where they cover the period."""
    curve = Curve(period, weights)
    return tuple(total * curve.within(span) for span in spans)
