"""A playbook's steps on their days: held against a calendar of the standard library, and against what its author means."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.playbooks.offsets import Moment, moved, read_offset
from roadmapctl.analysis.playbooks.runs import Run, runs
from roadmapctl.analysis.playbooks.touches import clashes, touches
from roadmapctl.model import Plan

EVENT = date(2027, 5, 12)


def plan(tactics: str = "", sequence: str = "[{at: -7d, channel: email}, {at: +1d, channel: email}]") -> Plan:
    """A plan with one playbook."""
    from roadmapctl.project import check_text

    text = f"roadmap: 1\nname: X\nperiod: 2027\nmarket: {{segments: {{a: {{who: A}}, b: {{who: B}}}}}}\nplaybooks: {{show: {{sequence: {sequence}}}}}\n"
    found = check_text(f"{text}tactics: {{{tactics}}}\n".encode(), "plan.yaml").plan
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("at", "day", "clock"),
    [
        ("-7d", date(2027, 5, 5), None),
        ("+1d", date(2027, 5, 13), None),
        ("2d", date(2027, 5, 14), None),
        ("0d", EVENT, None),
        ("-3w", date(2027, 4, 21), None),
        ("-1mo", date(2027, 4, 12), None),
        ("-1h", EVENT, time(8, 30)),
        ("+30m", EVENT, time(10, 0)),
        ("-10h", date(2027, 5, 11), time(23, 30)),
        ("-36h", date(2027, 5, 10), time(21, 30)),
    ],
)
def test_a_step_falls_on_its_day(at: str, day: date, clock: time | None) -> None:
    assert moved(Moment(EVENT, time(9, 30)), read_offset(at)) == Moment(day, clock)


@pytest.mark.parametrize(
    ("at", "days"), [("-1h", 0), ("-23h", 0), ("-24h", -1), ("-36h", -1), ("+30m", 0), ("+48h", 2)]
)
def test_without_a_time_of_day_whole_days_are_counted(at: str, days: int) -> None:
    assert moved(Moment(EVENT), read_offset(at)) == Moment(EVENT + timedelta(days=days))


def test_a_month_ends_with_its_last_day() -> None:
    assert moved(Moment(date(2028, 3, 31)), read_offset("-1mo")).day == date(2028, 2, 29)


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)), st.integers(-9999, 9999))
def test_days_and_weeks_are_counted_one_by_one(day: date, number: int) -> None:
    assert moved(Moment(day), read_offset(f"{number:+d}d")).day.toordinal() == day.toordinal() + number
    assert moved(Moment(day), read_offset(f"{number:+d}w")).day.toordinal() == day.toordinal() + 7 * number


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)), st.integers(-9999, 9999))
def test_months_end_on_the_same_day_or_the_last_there_is(day: date, number: int) -> None:
    found = moved(Moment(day), read_offset(f"{number:+d}mo")).day
    assert found.year * 12 + found.month == day.year * 12 + day.month + number
    assert found.day == day.day or (found.day < day.day and (found + timedelta(days=1)).day == 1)


@given(st.datetimes(datetime(1950, 1, 1), datetime(2900, 1, 1)), st.integers(-9999, 9999), st.sampled_from(["m", "h"]))
def test_times_are_those_of_another_clock(event: datetime, number: int, unit: str) -> None:
    event = event.replace(second=0, microsecond=0)
    wanted = event + (timedelta(minutes=number) if unit == "m" else timedelta(hours=number))
    found = moved(Moment(event.date(), event.time()), read_offset(f"{number}{unit}"))
    assert found == Moment(wanted.date(), wanted.time())


def test_a_run_counts_from_its_event_or_its_first_day_and_never_guesses() -> None:
    found = runs(
        plan(
            "fair: {playbook: show, start: 2027-03-01, event: {date: 2027-05-12, time: '09:30'}},"
            "rollout: {playbook: show, start: 2027-03-01},"
            "someday: {playbook: show, start: 2027-03-01, event: {format: fair}},"
            "never: {playbook: show}, other: {start: 2027-03-01}"
        )
    )
    assert [(run.tactic, run.zero, run.counted_from) for run in found] == [
        ("fair", Moment(EVENT, time(9, 30)), "event"),
        ("rollout", Moment(date(2027, 3, 1)), "start"),
        ("someday", None, None),
        ("never", None, None),
    ]


def test_touches_of_all_runs_are_in_order_of_time() -> None:
    subject = plan(
        "late: {playbook: show, event: {date: 2027-05-20}}, early: {playbook: show, event: {date: 2027-05-12, time: '09:30'}}",
        "[{at: +1d}, {at: -7d}, {at: -1h}, {message: no time}, {at: 0d}]",
    )
    assert [(t.run.tactic, t.at, t.moment.day.day) for t in touches(subject, runs(subject))] == [
        ("early", "-7d", 5),
        ("early", "0d", 12),
        ("early", "-1h", 12),
        ("late", "-7d", 13),
        ("early", "+1d", 13),
        ("late", "-1h", 20),
        ("late", "0d", 20),
        ("late", "+1d", 21),
    ]


def test_a_touch_outside_the_plan_or_its_tactic_says_so() -> None:
    subject = plan(
        "winter: {playbook: show, start: 2027-01-04, event: {date: 2027-01-05}},"
        "spring: {playbook: show, start: 2027-05-10, event: {date: 2027-05-12}},"
        "rollout: {playbook: show, start: 2027-06-10}, last: {playbook: show, event: {date: 2027-12-31}}"
    )
    assert [(t.run.tactic, t.at, t.outside) for t in touches(subject, runs(subject)) if t.outside] == [
        ("winter", "-7d", "before_plan"),
        ("spring", "-7d", "before_tactic"),
        ("last", "+1d", "after_plan"),
    ]


def test_different_runs_meet_and_one_run_does_not_meet_itself() -> None:
    segment = "playbook: show, segment: a, event: {date: 2027-05-"
    subject = plan(
        f"one: {{{segment}12}}}}, two: {{{segment}20}}}}, three: {{playbook: show, segment: b, event: {{date: 2027-05-20}}}},"
        "four: {playbook: show, event: {date: 2027-05-20}}",
        "[{at: -7d, channel: email}, {at: -1h, channel: sms}, {at: 1h, channel: sms}, {at: +1d, channel: email}]",
    )
    [clash] = clashes(touches(subject, runs(subject)))
    assert (clash.day, clash.channel, clash.segment) == (date(2027, 5, 13), "email", "a")
    assert [(t.run.tactic, t.at) for t in clash.pair] == [("one", "+1d"), ("two", "-7d")]


@given(st.lists(st.tuples(st.dates(date(2027, 1, 1), date(2027, 3, 1)), st.sampled_from(["a", "b", None])), max_size=8))
def test_clashes_are_those_that_comparing_every_pair_finds(events: list[tuple[date, str | None]]) -> None:
    subject = plan(sequence="[{at: -7d, channel: email}, {at: -1d, channel: sms}, {at: +2d, channel: email}]")
    found = touches(subject, [Run("show", f"t{n}", seg, Moment(day), "event") for n, (day, seg) in enumerate(events)])
    pairs = {
        (one.moment.day, one.channel, one.run.segment)
        for one in found
        for two in found
        if one.run.tactic != two.run.tactic
        and one.run.segment is not None
        and (one.moment.day, one.channel, one.run.segment) == (two.moment.day, two.channel, two.run.segment)
    }
    assert {(clash.day, clash.channel, clash.segment) for clash in clashes(found)} == pairs


@given(st.integers(2, 100), st.integers(0, 400))
def test_a_series_lies_evenly_from_its_first_day_to_the_tactics_last(number: int, length: int) -> None:
    last = EVENT + timedelta(days=length)
    event = f"event: {{date: {EVENT}, events: {number}}}"
    found = runs(plan(f"webinars: {{playbook: show, start: 2027-03-01, end: {last}, {event}}}"))
    days = [run.zero.day for run in found if run.zero is not None]
    assert (len(days), days[0], days[-1]) == (number, EVENT, last)
    gaps = {(after - before).days for before, after in pairwise(days)}
    assert max(gaps) - min(gaps) <= 1
    assert [(run.number, run.of) for run in found] == [(place, number) for place in range(1, number + 1)]


def test_a_series_does_not_meet_itself_and_one_that_cannot_be_dated_has_its_first_day_alone() -> None:
    subject = plan("webinars: {playbook: show, segment: a, end: 2027-06-01, event: {date: 2027-05-12, events: 9}}")
    assert clashes(touches(subject, runs(subject))) == ()
    for series in ("end: 2027-06-01, event: {date: 2027-05-12, events: 101}", "event: {date: 2027-05-12, events: 3}"):
        [run] = runs(plan(f"webinars: {{playbook: show, {series}}}"))
        assert (run.zero, run.of) == (Moment(EVENT), 1)
