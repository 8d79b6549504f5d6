"""Milestones, tactics, KPIs and money on a day."""

from datetime import date
from fractions import Fraction

import pytest

from roadmapctl.analysis.status.result import MilestoneStatus, Status
from roadmapctl.analysis.status.status import latest
from tests.analysis.status.plans import HEAD, held, measured

F = Fraction
MILESTONES = """\
metrics:
  readers: {kind: stock}
  leads: {kind: flow}
goals:
  list: {metric: readers, baseline: 4_000, target: 5_000, due: 2027-06-30}
  calls: {metric: leads, target: TARGET, due: 2027-12-31}
milestones:
  second: {date: 2027-06-30, goal: calls, metric: leads, target: 60}
  half: {date: 2027-03-31, goal: list, metric: readers, target: 4_400}
  first: {date: 2027-03-31, goal: calls, metric: leads, target: 40}
  show: {date: 2027-05-01}
"""


def milestone(found: Status, id: str) -> MilestoneStatus:
    return next(one for one in found.milestones if one.id == id)


@pytest.mark.parametrize(
    ("csv", "day", "state", "left"),
    [
        ("2027-03-01,readers,4410,,,\n", "2027-03-15", "reached", 16),
        ("2027-03-01,readers,4200,,,\n", "2027-03-15", "due", 16),
        ("2027-03-01,readers,4200,,,\n", "2027-03-31", "late", 0),
        ("2027-03-01,readers,4200,,,\n2027-04-05,readers,4500,,,\n", "2027-04-10", "reached_late", -10),
        ("", "2027-03-15", "no_data", 16),
        ("2027-05-01,readers,4200,,,\n", "2027-04-10", "no_data", -10),
    ],
)
def test_states_of_a_milestone(csv: str, day: str, state: str, left: int) -> None:
    found = milestone(held(MILESTONES.replace("TARGET", "100"), csv, day), "half")
    assert (found.state, found.days_left) == (state, left)


def test_milestones_stand_in_order_of_their_dates_and_may_lack_a_measure() -> None:
    found = held(MILESTONES.replace("TARGET", "100"), "", "2027-03-15")
    assert [one.id for one in found.milestones] == ["half", "first", "show", "second"]
    assert milestone(found, "show").state == "no_measure"


def test_milestones_of_a_flow_are_parts_of_the_goal_unless_they_come_to_more() -> None:
    csv = "2027-03-15,leads,30,,,\n2027-04-15,leads,20,,,\n"
    parts = milestone(held(MILESTONES.replace("TARGET", "100"), csv, "2027-05-15"), "second").progress
    assert (parts.start, parts.actual, parts.target) == (date(2027, 4, 1), 20, 60)
    assert parts.share == F(1, 3) + F(1, 3) * F(15, 31)
    so_far = milestone(held(MILESTONES.replace("TARGET", "99"), csv, "2027-05-15"), "second").progress
    assert (so_far.start, so_far.actual) == (date(2027, 1, 1), 50)


TACTICS = """\
metrics:
  leads: {kind: flow}
  readers: {kind: stock}
  signups: {kind: flow}
  rate: {unit: rate, kind: stock}
milestones: {half: {metric: leads, target: 100}}
tactics:
  ads: {milestone: half, start: 2027-01-01, end: 2027-01-31, budget: 3_100, contributes: {leads: 62, signups: 310}}
  letters: {start: 2027-01-11, end: 2027-01-20, budget: 1_000, contributes: {readers: 100}}
  later: {start: 2027-02-01, end: 2027-02-28, budget: 500, contributes: {leads: 10}}
  undated: {contributes: {leads: 5}, budget: 100}
  form: {start: 2027-01-01, end: 2027-01-31, contributes: {rate: 0.5pp}}
  show: {start: 2027-01-01, end: 2027-01-31, contributes: {leads: 11}, event: {date: 2027-01-21}}
"""
BROUGHT = """\
2027-01-10,leads,20,,,ads
2027-01-10,signups,1,,,ads
2027-01-15,readers,30,,,letters
2027-01-18,readers,25,,,letters
2027-01-12,spend,800,,,ads
2027-01-14,spend,400,web,,
"""


def test_tactics_are_due_by_their_days() -> None:
    ads, letters, later, undated, form, show = held(TACTICS, BROUGHT, "2027-01-20").tactics
    leads, signups = ads.contributions
    assert (ads.state, ads.elapsed) == ("running", F(20, 31))
    assert (leads.to_date, leads.actual, leads.pacing) == (40, 20, F(1, 2))
    assert (signups.to_date, signups.actual) == (200, 1)
    assert ads.verdict == "behind"  # by its milestone's metric: half of what is due
    assert (ads.money.to_date, ads.money.spent, ads.money.pacing) == (2000, 800, F(2, 5))
    assert ads.money.projection == 1240
    assert (letters.state, letters.contributions[0].actual, letters.verdict) == ("finished", 55, "missed")
    assert (later.state, later.verdict, later.silent) == ("not_started", "not_due", False)
    assert (undated.state, undated.elapsed, undated.verdict) == ("no_dates", None, "no_plan")
    assert (form.contributions[0].actual, form.verdict, form.silent) == (None, "no_data", False)  # a rate
    assert (show.contributions[0].to_date, show.verdict, show.silent) == (0, "not_due", False)


def test_of_an_event_nothing_is_due_before_its_day_and_from_then_on_by_days() -> None:
    show = held(TACTICS, BROUGHT, "2027-01-25").tactics[5]
    assert (show.contributions[0].to_date, show.silent, show.verdict) == (5, True, "behind")


def test_silence_says_something_once_a_tenth_and_a_whole_unit_are_due() -> None:
    yaml = TACTICS.replace("start: 2027-02-01, end: 2027-02-28, budget: 500, contributes: {leads: 10}", "start: 2027-01-01, end: 2027-01-20, contributes: {leads: 10}")  # fmt: skip
    silent = {day: held(yaml, BROUGHT, f"2027-01-{day}").tactics[2].silent for day in ("10", "18", "19")}
    assert silent["10"] and silent["19"]
    few = yaml.replace("contributes: {leads: 10}", "contributes: {leads: 1}")
    assert not held(few, BROUGHT, "2027-01-19").tactics[2].silent
    late = yaml.replace("end: 2027-01-20", "end: 2027-12-20")
    assert not held(late, BROUGHT, "2027-01-20").tactics[2].silent


def test_nothing_recorded_of_any_tactic_says_nothing_of_one() -> None:
    ads = held(TACTICS, "2027-01-10,leads,20,,,\n", "2027-01-20").tactics[0]
    assert (ads.silent, ads.contributions[0].actual, ads.verdict) == (False, None, "no_data")


def test_money_follows_the_days_of_the_tactics() -> None:
    spend = held(TACTICS, BROUGHT, "2027-01-20").spend
    undated = F(100) * F(20, 365)
    planned = F(3100) * F(20, 31) + 1000 + undated
    assert (spend.money.budget, spend.money.to_date, spend.money.spent) == (20_000, planned, 1200)
    assert spend.money.projection == 1200 / planned * 4700
    assert spend.over == spend.money.projection - 20_000
    assert (dict(spend.by_tactic), dict(spend.by_source)) == ({"ads": 800}, {"web": 400})


@pytest.mark.parametrize(
    ("budget", "days", "elapsed", "spent", "expected", "total", "pacing"),
    [
        (20_000, 20, 8, 9_500, 8_000, 23_750, F("1.1875")),  # searchespilot.com: 1,500 ahead of 8,000
        (1_000, 30, 15, 750, 500, 1_500, F("1.5")),  # adpulse: half the time, three quarters of the money: 150 %
        (1_000, 30, 15, 250, 500, 500, F("0.5")),  # adpulse: 50 %
    ],
)
def test_published_pacing_of_a_budget(
    budget: int, days: int, elapsed: int, spent: int, expected: int, total: int, pacing: Fraction
) -> None:
    yaml = f"tactics: {{ads: {{start: 2027-04-01, end: 2027-04-{days}, budget: {budget}}}}}\n"
    found = held(yaml, f"2027-04-02,spend,{spent},,,\n", f"2027-04-{elapsed:02d}").spend.money
    assert (found.to_date, found.projection, found.pacing) == (expected, total, pacing)


def test_a_plan_without_tactics_spends_evenly() -> None:
    found = held("", "2027-01-31,spend,1000,,,\n", "2027-03-14").spend.money
    assert found.to_date == F(20_000) * F(73, 365) == 4000
    assert found.projection == 5000


def test_no_spend_recorded_is_not_nothing_spent() -> None:
    found = held("", "", "2027-03-14").spend
    assert (found.money.spent, found.money.projection, found.over) == (None, None, None)


KPIS = """\
metrics:
  won: {kind: flow, level: advocate}
  seen: {kind: stock}
  clicks: {unit: rate, level: educate}
  readers: {kind: stock, level: engage}
goals: {list: {metric: readers, baseline: 4_000, target: 5_000, due: 2027-06-30}}
"""


def test_kpis_stand_by_level() -> None:
    csv = "2026-12-31,clicks,1%,,,\n2027-01-31,clicks,2%,,,\n2027-01-31,won,3,,,\n2027-02-28,won,4,,,\n2027-02-28,readers,4200,,,\n"
    found = held(KPIS, csv, "2027-02-28").kpis
    assert [(k.metric, k.level) for k in found] == [
        ("clicks", "educate"), ("readers", "engage"), ("won", "advocate"), ("seen", None),
    ]  # fmt: skip
    clicks, readers, won, seen = found
    assert (clicks.actual, clicks.before, clicks.measured) == (F(2, 100), F(1, 100), date(2027, 1, 31))
    assert (readers.goal, readers.target, readers.pacing, readers.verdict) == ("list", 5000, F(3, 5), "behind")
    assert (won.actual, seen.actual, seen.verdict) == (7, None, "no_data")


@pytest.mark.parametrize(
    ("csv", "day"),
    [
        ("2027-01-31,won,3,,,\n2027-02-28,won,3,,,\n", "2027-02-28"),
        ("2027-01-31,won,3,,,\n2028-02-28,won,3,,,\n", "2027-01-31"),
        ("2028-02-28,won,3,,,\n", "2028-02-28"),
        ("2026-11-30,won,3,,,\n", "2026-11-30"),
    ],
)
def test_the_latest_day_is_the_last_one_recorded_within_the_plan(csv: str, day: str) -> None:
    assert latest(measured(KPIS, csv)) == date.fromisoformat(day)


def test_without_records_there_is_no_latest_day() -> None:
    assert latest(measured(KPIS, "")) is None
    assert HEAD.startswith("roadmap: 1")
