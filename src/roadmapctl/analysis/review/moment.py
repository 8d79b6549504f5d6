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
    """A review's day. `written` is what the plan says of it, at `measurement.reviews.<id>`; `day_from` says who set the day.

    `figures` is the day up to which figures are looked at: the review's, or that of the last record where that is earlier.
    """

    kind: Kind
    id: str
    day: date
    day_from: Literal["asked", "plan", "period"]
    figures: date
    written: Review


def moment(plan: Plan, kind: Kind, as_of: date | None = None) -> Moment | None:
    """The review of a kind: on the day that is asked for, else the plan's own, else half-time, or two weeks before the end.

    None where nothing says when it is.
    """
    id_, written = _written(plan, kind)
    if as_of is not None:
        return Moment(kind, id_, as_of, "asked", as_of, written)
    if written.date is not None:
        return Moment(kind, id_, written.date, "plan", _figures(plan, written.date), written)
    if plan.period is None:
        return None
    day = by_period(plan.period, kind)
    return Moment(kind, id_, day, "period", _figures(plan, day), written)


def _written(plan: Plan, kind: Kind) -> tuple[str, Review]:
    """The plan's review of that name. Without one the last that has a date is the final one, and of the others the one
    nearest to half-time is the midpoint."""
    reviews = plan.measurement.reviews if plan.measurement is not None else {}
    if kind in reviews:
        return kind, reviews[kind]
    others = {"midpoint": "final", "final": "midpoint"}
    dated = {id_: one for id_, one in reviews.items() if one.date is not None and id_ != others[kind]}
    last = max(dated, key=lambda id_: dated[id_].date or date.min, default=None)
    if kind == "final":
        return (kind, Review()) if last is None else (last, dated[last])
    if "final" not in reviews and last is not None:
        dated.pop(last)
    return _nearest(plan, dated)


def _nearest(plan: Plan, dated: dict[str, Review]) -> tuple[str, Review]:
    """The review nearest to half-time, the earlier one of two."""
    if not dated or plan.period is None:
        return "midpoint", Review()
    middle = by_period(plan.period, "midpoint")
    id_ = min(dated, key=lambda id_: (abs((dated[id_].date or date.max) - middle), dated[id_].date))
    return id_, dated[id_]


def by_period(period: Period, kind: Kind) -> date:
    """Half-time, or two weeks before the end; of a plan of less than four weeks both are half-time."""
    middle = period.start + (period.end - period.start) // 2
    return middle if kind == "midpoint" else max(middle, period.end - NOTICE)


def _figures(plan: Plan, day: date) -> date:
    return min(day, latest(plan) or day)
