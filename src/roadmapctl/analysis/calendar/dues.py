"""When deals fall due, and when their units must have entered each stage."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from roadmapctl.analysis.funnel.lags import entry_days
from roadmapctl.analysis.seasonality import Curve, Weights
from roadmapctl.model.time import Lag, Period

if TYPE_CHECKING:
    from roadmapctl.analysis.calendar.spans import Span

NONE, WHOLE = Fraction(0), Fraction(1)


class Range(NamedTuple):
    """Deals in the order in which they fall due: from the part `low` of all of them to the part `high`."""

    low: Fraction
    high: Fraction = WHOLE

    @property
    def size(self) -> Fraction:
        """The part of all deals."""
        return self.high - self.low

    def below(self, share: Fraction) -> Fraction:
        """The part of the range that lies among the first `share` of all deals; of an empty one all of it."""
        if share >= self.high or self.high == self.low:
            return WHOLE
        return NONE if share <= self.low else (share - self.low) / self.size


def days_of(period: Period) -> list[date]:
    """Every day of a period."""
    return list(map(date.fromordinal, range(period.start.toordinal(), period.end.toordinal() + 1)))


Shares = Callable[[int], Fraction]
"""The share of a whole that is due before the day of a period with a number (the first is 0, the one after its last gives all)."""


def by_season(period: Period, weights: Weights) -> Shares:
    """By the weights of the months, evenly within each."""
    curve = Curve(period, weights)
    return cache(lambda number: curve.until(period.start + timedelta(days=number - 1)))


def beside_others(shares: Shares, deals: Fraction, others: Sequence[Fraction], left: Fraction) -> Shares:
    """Of the deals that are `left` to be planned: as many by each day as `others`, who come anyway, leave open of all that are due.

    `others` is their number before each day, and last at the end of the period.
    """
    missing = (deals * shares(number) - come for number, come in enumerate(others))
    filled = [min(WHOLE, max(NONE, most) / left) for most in accumulate(missing, max)]
    return [*filled[:-1], WHOLE].__getitem__


class Dues:
    """The planned deals of a period by the day on which they are to be won, and when their units enter each stage.

    A unit enters a stage by so much earlier as the rest of its way takes: fixed lags by the calendar; varying
    ones by the median of their sum, so that half of the units are early and half late (the mean would be ruled
    by the few that take longest).
    """

    def __init__(self, period: Period, shares: Shares, lags: Sequence[Lag | None]) -> None:
        """`shares` of the deals are due by each day; `lags` lead from each stage to the next, top first."""
        self.period = period
        self.shares = shares
        self.entries = entry_days(lags, range(period.start.toordinal(), period.end.toordinal() + 1), "p50")
        """For each stage the days of entry by number, in the order of the days on which the deals are due."""

    def until(self, stage: int, day: date) -> Fraction:
        """The share of the deals whose units are to have entered a stage by the end of a day."""
        return self.shares(bisect_right(self.entries[stage], day.toordinal()))

    def late(self, stage: int) -> Fraction:
        """The share of the deals whose units are to have entered a stage before the period begins."""
        return self.shares(self.first_in_time(stage))

    def first_in_time(self, stage: int) -> int:
        """The number of the first day of the period whose deals' units need not have entered a stage before it begins."""
        return bisect_left(self.entries[stage], self.period.start.toordinal())

    def row(self, stage: int, deals: Range, spans: "Sequence[Span]") -> tuple[Fraction, ...]:
        """Which part of the deals' units are to enter a stage in each span."""
        reached = [deals.below(self.late(stage)), *(deals.below(self.until(stage, span.end)) for span in spans)]
        return tuple(after - before for before, after in pairwise(reached))
