"""Small facts about time that the other parts need."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal

from roadmapctl.model import Plan
from roadmapctl.model.tactics import Tactic
from roadmapctl.model.time import Period

MONTHS_PER = {"month": 1, "quarter": 3, "year": 12}


def days_in(period: Period) -> int:
    """Its days, both ends included."""
    return (period.end - period.start).days + 1


def periods_in(period: Period, per: Literal["week", "month", "quarter", "year"] | str) -> Fraction:
    """How many weeks, months, quarters or years it holds; a month that is cut counts by its days, a quarter is three months."""
    if per == "week":
        return Fraction(days_in(period), 7)
    months = _months_before(period.end + timedelta(days=1)) - _months_before(period.start)
    return months / MONTHS_PER[per]


def _months_before(day: date) -> Fraction:
    return day.year * 12 + day.month - 1 + Fraction(day.day - 1, monthrange(day.year, day.month)[1])


def tactics_of(plan: Plan, milestone_id: str) -> Iterator[tuple[str, Tactic]]:
    """The tactics that serve a milestone with their ids, in the plan's order."""
    return ((id_, tactic) for id_, tactic in plan.tactics.items() if tactic.milestone == milestone_id)
