"""Which review is held, and on which day."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from roadmapctl.analysis.status.status import latest
from roadmapctl.model import Plan
from roadmapctl.model.measurement import Review
from roadmapctl.model.time import Period

Kind = Literal["midpoint", "final"]
NOTICE = timedelta(days=14)
"""Between the final review and the end of the plan: what it decides goes into the next one."""


@dataclass(frozen=True)
class Moment:
    """A review's day. `written` is what the plan says of it; `day_from` says who set the day.

    `figures` is the day up to which figures are looked at: the review's, or that of the last record where that is earlier.
    """

    kind: Kind
    day: date
    day_from: Literal["asked", "plan", "period"]
    figures: date
    written: Review


def moment(plan: Plan, kind: Kind, as_of: date | None = None) -> Moment | None:
    """The review of a kind: on the day that is asked for, else the plan's own, else half-time, or two weeks before the end.

    None where nothing says when it is.
    """
    written = plan.measurement.reviews.get(kind) if plan.measurement is not None else None
    written = written or Review()
    if as_of is not None:
        return Moment(kind, as_of, "asked", as_of, written)
    if written.date is not None:
        return Moment(kind, written.date, "plan", _figures(plan, written.date), written)
    if plan.period is None:
        return None
    day = by_period(plan.period, kind)
    return Moment(kind, day, "period", _figures(plan, day), written)


def by_period(period: Period, kind: Kind) -> date:
    """Half-time, or two weeks before the end; of a plan of less than four weeks both are half-time."""
    middle = period.start + (period.end - period.start) // 2
    return middle if kind == "midpoint" else max(middle, period.end - NOTICE)


def _figures(plan: Plan, day: date) -> date:
    return min(day, latest(plan) or day)
