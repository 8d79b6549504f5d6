"""The months, quarters or weeks of a period."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.schedule import days_in
from roadmapctl.model.time import Period

By = Literal["month", "quarter", "week"]

MOST_DAYS: dict[By, int] = {"week": 3660, "month": 40 * 366, "quarter": 40 * 366}
"""Beyond ten years of weeks and forty of months nobody reads a row, and each costs time."""


class Span(NamedTuple):
    """A calendar month, a quarter, or an ISO week (Monday to Sunday), cut to the period; both days included."""

    by: By
    start: date
    end: date

    @property
    def key(self) -> str:
        """`2027-03`, `2027-Q1` or `2027-W05`; a week belongs to the year of its Thursday."""
        if self.by == "week":
            year, week, _ = self.end.isocalendar()
            return f"{year:04d}-W{week:02d}"
        if self.by == "quarter":
            return f"{self.end.year:04d}-Q{(self.end.month + 2) // 3}"
        return f"{self.end.year:04d}-{self.end.month:02d}"


def spans_of(period: Period | None, by: By) -> tuple[Span, ...] | Infeasible:
    """The spans that make up the period, in order. Infeasible without a period, or where they would be too many."""
    if period is None:
        return Infeasible(("period",), "no_period")
    if days_in(period) > MOST_DAYS[by]:
        return Infeasible(("period",), "too_long", {"by": by, "days": days_in(period)})
    return tuple(_cut(period, by))


def _cut(period: Period, by: By) -> Iterator[Span]:
    start = period.start
    while start <= period.end:
        end = min(end_of(start, by), period.end)
        yield Span(by, start, end)
        start = end + timedelta(days=1)


def end_of(day: date, by: By | Literal["year"]) -> date:
    """The last day of the week, month, quarter or year in which a day lies."""
    if by == "week":
        return day + timedelta(days=6 - day.weekday())
    months = {"month": 1, "quarter": 3, "year": 12}[by]
    last = (day.month - 1) // months * months + months
    return date(day.year + last // 12, last % 12 + 1, 1) - timedelta(days=1)
