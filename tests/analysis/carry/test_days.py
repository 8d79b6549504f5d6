"""The days of tactics and events in the next period: weekdays stay, months stay months, order stays order."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.carry.days import Days, days_of, event_day
from roadmapctl.analysis.carry.following import step_from
from roadmapctl.model.time import period
from tests.plans import checked

PERIODS = ["2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4", "2027-H1", "2027-H2", "2028", "2027-02", "2027-01"]


def moved(days: dict[str, tuple[str, str]], within: str, **after: str) -> dict[str, Days]:
    """The tactics' days in the period after `within`."""
    lines = (
        f"  {id_}: {{start: {start}, end: {end}{f', after: [{after[id_]}]' if id_ in after else ''}}}\n"
        for id_, (start, end) in days.items()
    )
    plan = checked(f"roadmap: 1\nname: P\nperiod: {within}\ntactics:\n{''.join(lines)}").plan
    assert plan is not None and plan.period is not None
    return days_of(plan, step_from(plan.period))


def test_a_week_of_webinars_stays_one() -> None:
    """From Monday 17 May to Friday 28 May is 13 weeks before Monday 16 August to Friday 27 August; by months it were Tuesday and Saturday."""
    assert moved({"a": ("2027-05-17", "2027-05-28")}, "2027-Q2") == {"a": Days(date(2027, 8, 16), date(2027, 8, 27))}
    assert moved({"a": ("2026-03-09", "2026-03-20")}, "2026") == {"a": Days(date(2027, 3, 8), date(2027, 3, 19))}


@pytest.mark.parametrize(
    ("start", "end", "there"),
    [
        ("2027-05-01", "2027-05-31", Days(date(2027, 8, 1), date(2027, 8, 31))),  # all of May: all of August
        ("2027-05-01", "2027-05-14", Days(date(2027, 8, 1), date(2027, 8, 14))),
        ("2027-04-01", "2027-06-30", Days(date(2027, 7, 1), date(2027, 9, 30))),  # the whole quarter
        ("2027-04-06", "2027-06-30", Days(date(2027, 7, 6), date(2027, 9, 30))),  # from a Tuesday to the end
    ],
)
def test_what_follows_the_calendar_goes_on_following_it(start: str, end: str, there: Days) -> None:
    assert moved({"a": (start, end)}, "2027-Q2") == {"a": there}


def test_nothing_begins_before_what_it_waits_for_has_ended() -> None:
    """The one keeps to the months, the other to its weekdays, which are some days earlier."""
    found = moved({"a": ("2027-02-01", "2027-02-28"), "b": ("2027-03-02", "2027-03-12")}, "2027", b="a")
    assert found == {"a": Days(date(2028, 2, 1), date(2028, 2, 28)), "b": Days(date(2028, 2, 29), date(2028, 3, 10))}
    found = moved({"a": ("2027-01-04", "2027-01-31"), "b": ("2027-02-02", "2027-02-03")}, "2027-01", b="a")
    assert found["b"].start is not None and found["a"].end is not None and found["b"].start >= found["a"].end


@given(st.sampled_from(PERIODS), st.data())
def test_weekdays_and_order_stay(name: str, data: st.DataObject) -> None:
    step = step_from(period(int(name) if name.isdigit() else name))
    inside = (step.before.end - step.before.start).days
    days = [step.before.start + timedelta(days=data.draw(st.integers(0, inside))) for _ in range(3)]
    there = [step.moved_by_weeks(day) for day in sorted(days)]
    assert all(one <= other for one, other in pairwise(there))
    assert all(step.after.covers(day) for day in there)
    edges = {step.before.start, step.before.end}, {step.after.start, step.after.end}
    assert all(
        a.weekday() == b.weekday()
        for a, b in zip(sorted(days), there, strict=True)
        if a not in edges[0] and b not in edges[1]
    )


@given(st.sampled_from(PERIODS), st.data())
def test_an_event_keeps_its_weekday_within_its_tactic(name: str, data: st.DataObject) -> None:
    step = step_from(period(int(name) if name.isdigit() else name))
    inside = (step.before.end - step.before.start).days
    start, day, end = sorted(step.before.start + timedelta(days=data.draw(st.integers(0, inside))) for _ in range(3))
    days = Days(step.moved_by_weeks(start), step.moved_by_weeks(end))
    assert days.start is not None and days.end is not None
    there = event_day(step, day, days)
    assert days.start <= there <= days.end
    if (days.end - days.start).days >= 6:
        assert there.weekday() == day.weekday()
    assert step.after.start <= event_day(step, day, Days(None, None)) <= step.after.end
