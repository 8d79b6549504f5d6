"""Events on the calendar: never more than fit, never fewer in time than could be."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapctl.analysis.calendar.placement import Placement, placed, placements
from roadmapctl.analysis.calendar.plan_calendar import plan_calendar
from roadmapctl.analysis.calendar.rows import Calendar
from roadmapctl.analysis.funnel.reverse import FunnelResult, plan_funnel
from roadmapctl.analysis.schedule import periods_in
from roadmapctl.model.funnel_values import UnitsPer
from roadmapctl.model.time import Period
from tests.analysis.calendar.funnels import PERIODS, WEIGHTS, funnel, plan

CAPACITIES = st.builds(UnitsPer, st.integers(0, 12), st.sampled_from(["week", "month", "quarter", "year"]))


def webinars(capacity: str, by: str = "month", *, rate: str = "10%", **parts: Any) -> Placement:
    """Webinars of 50 people, five of whom become leads; 500 leads are wanted in a year of even months."""
    source = {"feeds": "lead", "event": {"audience": 50, "rate": rate}, "capacity": capacity}
    stages = parts.pop("stages", [{"id": "lead", "rate": "20%"}, {"id": "customer"}])
    subject = plan(funnel={"stages": stages, "sources": {"webinar": source}, **parts.pop("funnel", {})}, **parts)
    result = plan_funnel(subject)
    assert isinstance(result, FunnelResult)
    calendar = plan_calendar(subject, result, by)  # type: ignore[arg-type]
    assert isinstance(calendar, Calendar)
    [found] = placements(subject, result, calendar)
    return found


def test_whole_events_by_month() -> None:
    found = webinars("20 per month")
    assert (found.counts, found.late, sum(found.due), found.unplaced) == ("events", 0, 100, 0)
    assert found.due == found.in_time == found.held == (9, 9, 9, 9, 8, 8, 8, 8, 8, 8, 8, 8)
    assert [window.over for window in found.windows] == [0] * 12


def test_what_a_month_cannot_hold_is_held_before_it() -> None:
    found = webinars("10 per month", funnel={"seasonality": {"Q4": 3}})
    assert found.due == (6, 6, 6, 6, 5, 5, 5, 5, 5, 17, 17, 17)
    assert [window.over for window in found.windows] == [0] * 9 + [7, 7, 7]
    # Twenty-one too many in the last quarter: the months before it fill up, the latest first.
    assert found.in_time == (6, 6, 6, 6, 6, 10, 10, 10, 10, 10, 10, 10)
    assert (found.unplaced, sum(found.behind)) == (0, 0)


def test_what_finds_no_room_in_time_comes_as_soon_as_there_is_and_the_rest_not_at_all() -> None:
    found = webinars("8 per month", funnel={"seasonality": {"01": 12, "02": 6}})
    assert sum(found.due) == 100
    assert found.in_time[:2] == (8, 8)
    assert found.held == (8,) * 12
    assert found.unplaced == 4
    assert sum(found.behind) + sum(found.in_time) == 96


def test_nothing_is_held_that_comes_too_late_for_the_period() -> None:
    stages = [{"id": "lead", "rate": "20%", "lag": "9mo"}, {"id": "customer"}]
    found = webinars("5 per month", stages=stages)
    # Leads that enter after 31 March are no customers in the year; three quarters of them had to be there before.
    assert (found.late, sum(found.due)) == (75, 25)
    assert found.held == (5, 5, 5) + (0,) * 9
    assert found.unplaced == 85


def test_a_month_shared_by_weeks_and_a_quarter_by_months() -> None:
    by_week = webinars("10 per month", "week")
    assert [window.capacity for window in by_week.windows] == [10] * 12
    assert all(window.placed <= 10 for window in by_week.windows)
    by_month = webinars("25 per quarter")
    assert [(w.first, w.last, w.capacity, w.placed) for w in by_month.windows] == [
        (0, 2, 25, 25), (3, 5, 25, 25), (6, 8, 25, 25), (9, 11, 25, 25),
    ]  # fmt: skip
    assert by_month.unplaced == 0


def test_within_a_shared_quarter_too_nothing_is_held_earlier_than_it_must() -> None:
    found = webinars("30 per quarter", funnel={"seasonality": {"Q4": 3}})
    assert found.due == (6, 6, 6, 6, 5, 5, 5, 5, 5, 17, 17, 17)
    # The last quarter cannot hold 21 of its 51, so September takes them; then the third has six too many, and June takes those.
    assert found.in_time == (6, 6, 6, 6, 5, 11, 0, 4, 26, 0, 13, 17)


def test_units_of_a_source_without_events_have_a_place_too() -> None:
    sources = {"ads": {"feeds": "lead", "capacity": "40 per month"}}
    subject = plan(funnel={"stages": [{"id": "lead", "rate": "20%"}, {"id": "customer"}], "sources": sources})
    result = plan_funnel(subject)
    assert isinstance(result, FunnelResult)
    calendar = plan_calendar(subject, result, "month")
    assert isinstance(calendar, Calendar)
    [found] = placements(subject, result, calendar)
    assert (found.counts, sum(found.due), found.unplaced) == ("units", 500, 20)
    assert found.unplaced == result.sources[0].shortfall


def test_without_a_capacity_everything_is_held_when_it_is_due() -> None:
    found = webinars("1000 per week")
    assert found.held == found.due


@settings(max_examples=80, deadline=None)
@given(
    st.integers(0, 300), CAPACITIES, WEIGHTS, st.sampled_from(["0d", "20d", "2mo", "5mo"]), PERIODS,
    st.sampled_from(["week", "month", "quarter"]),
)  # fmt: skip
def test_no_order_holds_more_in_time(
    units: int, capacity: UnitsPer, weights: dict[str, Fraction], lag: str, over: Period, by: str
) -> None:
    subject = funnel(units, [{"rate": "50%", "lag": lag}], {"events": {"event": {"audience": 1, "rate": 1}}}, over=over)
    calendar = subject.calendar(by, weights=weights)
    useful = subject.result.stages[0].last_useful_date or over.end
    found = placed(subject.result.sources[0], calendar.sources[0], calendar, capacity, useful)
    room = [window.capacity or 0 for window in found.windows]
    assert sum(room) == int(capacity.number * periods_in(over, capacity.per))
    assert all(window.placed <= room for window, room in zip(found.windows, room, strict=True))
    assert all(window.placed == sum(found.held[window.first : window.last + 1]) for window in found.windows)
    assert sum(found.held) + found.unplaced == found.late + sum(found.due) == 2 * units
    # Hall's condition: what is due by the end of a span has only the windows that begin by then.
    asked = [sum(found.due[: n + 1]) for n in range(len(found.due))]
    able = [sum(r for w, r in zip(found.windows, room, strict=True) if w.first <= n) for n in range(len(found.due))]
    assert sum(found.due) - sum(found.in_time) == max(0, *(a - b for a, b in zip(asked, able, strict=True)))
    # None is later than it is due: by the end of a span no fewer are held than are due by then and held in time.
    missing = sum(found.due) - sum(found.in_time)
    assert all(sum(found.in_time[: n + 1]) >= asked[n] - missing for n in range(len(asked)))
    if found.unplaced:
        spans = [number for number, span in enumerate(calendar.spans) if span.start <= useful]
        assert all(w.placed == r for w, r in zip(found.windows, room, strict=True) if w.first in spans)


@pytest.mark.parametrize(("written", "expected"), [("1 per quarter", [0, 1]), ("3 per month", [1, 3, 2])])
def test_windows_that_are_cut_carry_their_part(written: str, expected: list[int]) -> None:
    number, _, per = written.partition(" per ")
    over = (
        Period(date(2027, 6, 16), date(2027, 8, 20)) if per == "month" else Period(date(2027, 5, 1), date(2027, 9, 30))
    )
    subject = funnel(10, [{"rate": "50%"}], {"events": {"event": {"audience": 1, "rate": 1}}}, over=over)
    calendar = subject.calendar()
    found = placed(subject.result.sources[0], calendar.sources[0], calendar, UnitsPer(int(number), per), over.end)
    assert [window.capacity for window in found.windows] == expected


def test_a_capacity_of_nothing_holds_nothing() -> None:
    found = webinars("0 per month")
    assert (sum(found.held), found.unplaced) == (0, 100)
