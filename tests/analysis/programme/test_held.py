"""When events are held: single ones on their day, a series evenly over its days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.calendar.spans import spans_of
from roadmapctl.analysis.programme.held import Held, by_span, events_of
from roadmapctl.model.tactics import Tactic, TacticEvent
from roadmapctl.model.time import Period
from tests.analysis.programme.plans import plan_of

YEAR = Period(date(2027, 1, 1), date(2027, 12, 31))
MONTHS = spans_of(YEAR, "month")
assert isinstance(MONTHS, tuple)


def held(start: date | None, end: date | None, number: int | None = None, day: date | None = None) -> Held:
    event = TacticEvent.model_validate({"events": number or 1, **({"date": day.isoformat()} if day else {})})
    days = {key: value.isoformat() for key, value in (("start", start), ("end", end)) if value is not None}
    return Held("t", Tactic.model_validate(days), event)


def months(**counts: int) -> tuple[int, ...]:
    names = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    return tuple(counts.get(name, 0) for name in names)


@pytest.mark.parametrize(
    ("one", "row", "outside"),
    [
        (held(date(2027, 2, 1), date(2027, 5, 31), day=date(2027, 5, 20)), months(may=1), 0),
        (held(date(2027, 2, 1), date(2027, 5, 31)), months(feb=1), 0),  # without a date on its tactic's first day
        (held(None, None), months(), 1),
        (held(None, None, day=date(2028, 1, 1)), months(), 1),
        # 30 + 31 + 30 days of 91, six events: 1.98, 2.04, 1.98
        (held(date(2027, 4, 1), date(2027, 6, 30), 6), months(apr=2, may=2, jun=2), 0),
        # from its own date on: 16 + 31 days of 47, three events: 1.02, 1.98
        (held(date(2027, 4, 1), date(2027, 5, 31), 3, date(2027, 4, 15)), months(apr=1, may=2), 0),
        # half of it in the next year
        (held(date(2027, 12, 1), date(2028, 1, 31), 4), months(dec=2), 2),
        (held(date(2027, 12, 1), None, 4), months(dec=4), 0),
    ],
)
def test_events_by_month(one: Held, row: tuple[int, ...], outside: int) -> None:
    spread = by_span(one, MONTHS)
    assert (spread.row, spread.outside) == (row, outside)


DAYS = st.dates(date(2026, 11, 1), date(2028, 3, 1))


@given(DAYS, st.integers(0, 400), st.integers(0, 60))
def test_none_is_lost_and_none_is_far_from_its_even_part(start: date, days: int, number: int) -> None:
    one = held(start, start + timedelta(days=days), number or 1)
    spread = by_span(one, MONTHS)
    assert sum(spread.row) + spread.outside == one.number
    if one.number > 1:
        for span, count in zip(MONTHS, spread.row, strict=True):
            inside = sum(span.start <= start + timedelta(days=day) <= span.end for day in range(days + 1))
            assert abs(count - one.number * inside / (days + 1)) < 1


def test_they_stand_in_order_of_their_days_and_those_without_last() -> None:
    plan = plan_of(
        "roadmap: 1\nname: X\ntactics:\n"
        "  no-day: {event: {format: webinar}}\n  not-one: {start: 2027-01-04}\n"
        "  late: {start: 2027-01-04, event: {date: 2027-09-01}}\n  early: {start: 2027-03-01, event: {format: webinar}}\n"
    )
    assert [one.id for one in events_of(plan)] == ["early", "late", "no-day"]
