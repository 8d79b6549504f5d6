"""How a year breathes: weights of quarters and months, and a whole split over a period by them.

Weights are indices: 1.5 is half as much again as usual. They are scaled to mean 1 over the months of the period, so
that only their proportions count; T_m = T / n · i_m over its n months.
"""

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple, Protocol

from roadmapctl.analysis.rounding import summed
from roadmapctl.analysis.split import largest_remainder
from roadmapctl.model.time import Period

Weights = Mapping[Any, Decimal | Fraction | int]
"""Weights by quarter (`Q1`…`Q4`) or month (`01`…`12`)."""

NONE, WHOLE = Fraction(0), Fraction(1)


class Days(Protocol):
    """Anything from a first to a last day, both included."""

    @property
    def start(self) -> date:
        """Its first day."""

    @property
    def end(self) -> date:
        """Its last day."""


class Month(NamedTuple):
    """A month's days within a period: the `part` of the month they are, its `weight` (mean 1), its `share` of the whole."""

    start: date
    end: date
    part: Fraction
    weight: Fraction
    share: Fraction


def scaled(weights: Sequence[Fraction], parts: Sequence[Fraction] | None = None) -> tuple[Fraction, ...]:
    """The weights (each above 0) scaled to mean 1; `parts` says how much each of them counts, all the same unless said."""
    if parts is None:
        mean = summed(weights) / len(weights)
    else:
        rows = zip(weights, parts, strict=True)
        mean = summed(w if part is WHOLE else w * part for w, part in rows) / summed(parts)
    by_mean = {id(weight): weight / mean for weight in weights}  # once for all months that a quarter gives their weight
    return tuple(by_mean[id(weight)] for weight in weights)


def weight_of(month: int, weights: Weights) -> Fraction:
    """A month's (1 to 12) own weight, else its quarter's, else 1: a month like any other."""
    own = weights.get(f"{month:02d}")
    stated = weights.get(f"Q{(month + 2) // 3}") if own is None else own
    return WHOLE if stated is None else stated if isinstance(stated, Fraction) else Fraction(stated)


def months_of(period: Period, weights: Weights) -> tuple[Month, ...]:
    """The months of a period with their scaled weights and shares, T_m = T / n · i_m. A month that is cut counts by its days."""
    ends = list(_ends(period))
    starts = [period.start, *(end + timedelta(days=1) for end in ends[:-1])]
    parts = [_part(start, end) for start, end in zip(starts, ends, strict=True)]
    exact = {key: Fraction(weight) for key, weight in weights.items()}
    own = scaled([weight_of(end.month, exact) for end in ends], parts)
    whole = summed(parts)
    shares = {id(weight): weight / whole for weight in own}
    return tuple(
        Month(start, end, part, weight, shares[id(weight)] if part is WHOLE else part * weight / whole)
        for start, end, part, weight in zip(starts, ends, parts, own, strict=True)
    )


def _ends(period: Period) -> Iterator[date]:
    year, month = period.start.year, period.start.month
    while (year, month) < (period.end.year, period.end.month):
        yield date(year, month, monthrange(year, month)[1])
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    yield period.end


def _part(start: date, end: date) -> Fraction:
    days, whole = (end - start).days + 1, monthrange(start.year, start.month)[1]
    return WHOLE if days == whole else Fraction(days, whole)


class Curve:
    """The share of a whole that has fallen due by each day of a period: by months as their weights say, evenly within a month."""

    def __init__(self, period: Period, weights: Weights) -> None:
        """The curve over a period."""
        self._months = months_of(period, weights)
        self._starts = [month.start for month in self._months]
        self._before = [NONE]
        for month in self._months:
            self._before.append(self._before[-1] + month.share)

    def until(self, day: date) -> Fraction:
        """The share that is due on or before the day; 0 before the period and 1 after it."""
        found = bisect_right(self._starts, day) - 1
        if found < 0:
            return NONE
        month = self._months[found]
        days = min((day - month.start).days, (month.end - month.start).days) + 1
        return self._before[found] + month.share * Fraction(days, (month.end - month.start).days + 1)

    def within(self, days: Days) -> Fraction:
        """The share that is due from the first to the last of these days."""
        return self.until(days.end) - self.until(days.start - timedelta(days=1))


def split(total: Fraction, period: Period, weights: Weights, spans: Sequence[Days]) -> tuple[Fraction, ...]:
    """A total over the period, by spans of it (months, quarters, weeks). Sums to the total where they cover the period."""
    curve = Curve(period, weights)
    return tuple(total * curve.within(span) for span in spans)


def split_whole(total: int, period: Period, weights: Weights, spans: Sequence[Days]) -> tuple[int, ...]:
    """The same in whole units, by largest remainder: sums to the total."""
    curve = Curve(period, weights)
    return largest_remainder(total, [curve.within(span) for span in spans])
