"""The period after a period, and where a day lies in it."""

from dataclasses import dataclass
from datetime import date, timedelta

from roadmapctl.analysis.parts.periods import kind_of, name_of
from roadmapctl.model.time import Duration, Period, period
from roadmapctl.model.time_forms import LAST_YEAR

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
MONTH = 28
"""Days of the shortest month: a shorter period has no weeks to be moved by."""


@dataclass(frozen=True)
class Step:
    """From a period to the one after it, of the same length: in months where it has whole ones, else in days."""

    before: Period
    after: Period

    def moved(self, day: date) -> date:
        """The same day of the next period, and within it: the last stays the last, 31 August becomes 30 November."""
        if day >= self.before.end:
            return self.after.end
        months = _months(self.before)
        there = Duration(months, "mo").after(day) if months else day + (self.after.start - self.before.start)
        return self._within(there)

    def moved_by_weeks(self, day: date) -> date:
        """The same weekday of the next period; the first day stays the first, the last stays the last."""
        if self.before.start < day < self.before.end:
            return self._within(self.in_weeks(day))
        return self.after.start if day <= self.before.start else self.after.end

    def in_weeks(self, day: date) -> date:
        """The day so many whole weeks later as come nearest to the period: 13 a quarter, 26 a half, 52 a year."""
        days = (self.after.start - self.before.start).days
        return day + (WEEK * round(days / 7) if days >= MONTH else timedelta(days=days))

    def _within(self, day: date) -> date:
        return min(max(day, self.after.start), self.after.end)


def has_next(before: Period) -> bool:
    """May a plan be of the period after this one? None is of the year 3000."""
    return (before.end + DAY + (before.end - before.start)).year <= LAST_YEAR


def step_from(before: Period) -> Step:
    """The quarter after a quarter, the year after a year, else as many months or days as there were."""
    return Step(before, _following(before))


def _following(before: Period) -> Period:
    start = before.end + DAY
    if before.text is not None:
        kind = kind_of(before.text)
        return period(str(start.year) if kind is None else name_of(start, kind))
    months = _months(before)
    end = Duration(months, "mo").after(start) - DAY if months else start + (before.end - before.start)
    return Period(start, end)


def _months(one: Period) -> int:
    """How many whole months a period has; 0 where it begins or ends within one."""
    after = one.end + DAY
    if one.start.day != 1 or after.day != 1:
        return 0
    return (after.year - one.start.year) * 12 + after.month - one.start.month
