"""Attainment, pacing, projection and verdict against numbers worked out by hand, and what has to hold for all of them."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.status.course import elapsed, share_due
from roadmapctl.analysis.status.status import status
from tests.analysis.status.plans import held, measured, progress

F = Fraction
STOCK = (
    "metrics: {m: {unit: people, kind: stock}}\ngoals: {g: {metric: m, baseline: %s, target: %s, due: 2027-06-30}}\n"
)
FLOW = "metrics: {m: {unit: people, kind: flow}}\ngoals: {g: {metric: m, baseline: %s, target: %s, due: 2027-12-31}}\n"


# --- by hand


def test_a_stock_counts_from_its_baseline() -> None:
    found = progress(STOCK % ("4_000", "5_000"), "2027-03-31,m,4400,,,\n", "2027-03-31")
    assert (found.attainment, found.share, found.to_date) == (F(2, 5), F(1, 2), 4500)
    assert (found.pacing, found.projection, found.verdict) == (F(4, 5), 4800, "behind")


def test_a_goal_that_goes_down() -> None:
    yaml = (STOCK % ("10%", "6%")).replace("unit: people", "unit: rate, better: down")
    found = progress(yaml, "2027-03-31,m,8%,,,\n", "2027-03-31")
    assert (found.attainment, found.pacing, found.projection, found.verdict) == (F(1, 2), 1, F(6, 100), "on_track")
    worse = progress(yaml, "2027-03-31,m,11%,,,\n", "2027-03-31")
    assert (worse.attainment, worse.pacing, worse.verdict) == (F(-1, 4), F(-1, 2), "behind")
    assert worse.lead == F(8, 100) - F(11, 100)
    better = progress(yaml, "2027-03-31,m,5.9%,,,\n", "2027-03-31")
    assert (better.verdict, better.reached_on) == ("reached", date(2027, 3, 31))


def test_a_rate_is_never_projected_beyond_the_whole() -> None:
    yaml = (STOCK % ("10%", "30%")).replace("unit: people", "unit: rate")
    assert progress(yaml, "2027-01-31,m,29%,,,\n", "2027-01-31").projection == 1


def test_a_flow_adds_up_since_the_plan_began() -> None:
    csv = "2026-12-31,m,999,,,\n2027-01-31,m,50,,,\n2027-03-31,m,70,,,\n2027-04-30,m,1000,,,\n"
    found = progress(FLOW % (400, 480), csv, "2027-03-31")
    assert (found.actual, found.measured, found.to_date) == (120, date(2027, 3, 31), 120)
    assert (found.attainment, found.pacing, found.projection) == (F(1, 4), 1, 480)
    assert found.growth == F(480, 400) - 1  # the baseline is the year before


def test_within_a_month_days_count() -> None:
    found = progress(FLOW % (0, 365), "2027-01-10,m,10,,,\n", "2027-01-15")
    assert found.share == F(1, 12) * F(15, 31)


def test_the_plans_own_seasonality() -> None:
    funnel = "funnel: {seasonality: {Q1: 0.5, Q2: 1, Q3: 1, Q4: 1.5}}\n"
    found = progress(FLOW % (0, 800) + funnel, "2027-03-31,m,100,,,\n", "2027-03-31")
    assert (found.share, found.pacing) == (F(1, 8), 1)
    yaml = (STOCK % ("1%", "2%")).replace("unit: people", "unit: rate") + funnel
    assert progress(yaml, "2027-03-31,m,1%,,,\n", "2027-03-31").share == F(1, 2)  # a rate has no season


@pytest.mark.parametrize(
    ("split", "day", "share"),
    [
        ("quarter", "2027-02-14", F(1, 4) * F(45, 90)),
        ("month", "2027-02-14", F(1, 12) + F(1, 12) * F(14, 28)),
        ("week", "2027-01-03", F(1, 12) * F(3, 31)),
        ("week", "2027-01-06", F(1, 12) * (F(3, 31) + F(7, 31) * F(3, 7))),
    ],
)
def test_the_goals_own_split(split: str, day: str, share: Fraction) -> None:
    yaml = (FLOW % (0, 100)).replace("due: 2027-12-31", f"due: 2027-12-31, split: {split}")
    assert progress(yaml, "2027-01-02,m,1,,,\n", day).share == share


STEPS = (
    (FLOW % (0, 100))
    + """\
milestones:
  fair: {date: 2027-03-31, goal: g, metric: m, target: 20}
  show: {date: 2027-10-31, goal: g, metric: m, target: 80}
"""
)


@pytest.mark.parametrize(
    ("day", "share"),
    [
        ("2027-02-28", F(20, 100) * F(2, 3)),
        ("2027-03-31", F(20, 100)),
        ("2027-04-30", F(20, 100) + F(80, 100) * F(1, 7)),
        ("2027-10-31", 1),
        ("2027-11-30", 1),
    ],
)
def test_milestones_that_share_a_flow_out_say_what_is_due(day: str, share: Fraction) -> None:
    found = progress(STEPS, "2027-01-31,m,1,,,\n", day)
    assert (found.share, found.by_milestones) == (share, True)


@pytest.mark.parametrize(
    ("old", "new"), [("target: 80", "target: 81"), ("due: 2027-12-31", "due: 2027-12-31, split: month")]
)
def test_milestones_that_are_not_the_whole_or_a_stated_split(old: str, new: str) -> None:
    yaml = STEPS.replace(old, new)
    assert progress(yaml, "2027-01-31,m,1,,,\n", "2027-03-31").share == F(1, 4)


def test_a_flow_that_is_to_stay_low_is_held_by_its_projection() -> None:
    yaml = (FLOW % (500, 400)).replace("unit: people", "unit: cases, better: down")
    found = progress(yaml, "2027-06-30,m,210,,,\n", "2027-06-30")
    assert (found.to_date, found.projection) == (200, 420)
    assert (found.attainment, found.pacing, found.verdict) == (F(80, 100), F(200, 210), "on_track")
    assert found.lead == -10 and found.reached_on is None
    assert progress(yaml, "2027-06-30,m,250,,,\n", "2027-06-30").verdict == "behind"
    assert progress(yaml, "2027-06-30,m,0,,,\n", "2027-06-30").verdict == "ahead"
    final = progress(yaml, "2027-12-31,m,410,,,\n", "2027-12-31")
    assert (final.attainment, final.verdict) == (F(90, 100), "missed")


def test_what_is_final() -> None:
    late = "2027-06-29,m,4900,,,\n2027-07-15,m,5100,,,\n"
    found = progress(STOCK % ("4_000", "5_000"), late, "2027-08-01")
    assert (found.actual, found.share, found.verdict) == (4900, 1, "missed")
    assert (found.attainment, found.reached_on) == (F(9, 10), date(2027, 7, 15))
    assert progress(STOCK % ("4_000", "5_000"), "2027-06-30,m,5000,,,\n", "2027-06-30").verdict == "reached"


def test_before_anything_is_due() -> None:
    found = progress(FLOW % (0, 100), "2026-12-01,m,5,,,\n", "2026-12-15")
    assert (found.share, found.pacing, found.projection, found.verdict) == (0, None, None, "not_due")
    assert progress(STOCK % (4, 5), "2026-12-01,m,4,,,\n", "2026-12-15").pacing is None


@pytest.mark.parametrize(
    ("yaml", "csv", "gap", "verdict"),
    [
        (FLOW % (0, 100), "", "no_records", "no_data"),
        (FLOW % (0, 100), "2027-06-30,m,5,,,\n", "no_records", "no_data"),
        ((FLOW % (0, 100)).replace(", kind: flow", ""), "2027-01-31,m,5,,,\n", "no_kind", "no_plan"),
        ("metrics: {m: {kind: flow}}\ngoals: {g: {metric: m}}\n", "2027-01-31,m,5,,,\n", "no_target", "no_plan"),
        ("goals: {g: {target: 5}}\n", "", "no_metric", "no_plan"),
        ("metrics: {m: {kind: stock}}\ngoals: {g: {metric: m, target: 5}}\n", "2027-01-31,m,4,,,\n", "no_baseline", "no_plan"),
        ("metrics: {m: {unit: rate}}\ngoals: {g: {metric: m, baseline: 1%, target: 5%}}\n", "2027-01-31,m,4%,web,,\n", "only_parts", "no_data"),
    ],
)  # fmt: skip
def test_what_cannot_be_said(yaml: str, csv: str, gap: str, verdict: str) -> None:
    found = progress(yaml, csv, "2027-03-31")
    assert (found.gap, found.verdict, found.pacing) == (gap, verdict, None)


def test_a_goal_that_stays_where_it_is() -> None:
    yaml = STOCK % (50, 50)
    assert progress(yaml, "2027-03-31,m,51,,,\n", "2027-03-31").verdict == "on_track"
    assert progress(yaml, "2027-03-31,m,49,,,\n", "2027-03-31").verdict == "behind"
    assert progress(yaml, "2027-03-31,m,49,,,\n", "2027-06-30").verdict == "missed"


def test_a_plan_without_a_period_begins_with_its_first_tactic() -> None:
    yaml = (FLOW % (0, 100)) + "tactics: {t: {start: 2027-07-01, end: 2027-12-31}}\n"
    plan = measured(yaml, "2027-09-30,m,50,,,\n")
    bare = plan.model_copy(update={"period": None}).measured(plan.recorded)
    found = status(bare, date(2027, 9, 30)).goals[0].progress
    assert (found.share, found.pacing) == (F(1, 2), 1)


# --- which records count

PARTS = "metrics: {m: {kind: flow}, s: {kind: stock}}\ngoals: {g: {metric: %s, baseline: 100, target: 1000}}\n"


@pytest.mark.parametrize(
    ("csv", "total", "basis"),
    [
        ("2027-01-31,m,10,,,\n2027-01-31,m,4,web,,\n2027-01-31,m,6,fair,,\n", 10, "whole"),
        ("2027-01-12,m,4,web,,\n2027-01-31,m,10,,,\n", 10, "whole"),  # the whole of a month, whenever its parts came
        ("2027-01-31,m,10,,,\n2027-02-28,m,4,web,,\n2027-02-28,m,3,fair,,\n", 17, "parts"),
        ("2027-01-31,m,4,web,,\n2027-01-31,m,6,fair,,\n", 10, "parts"),
        (
            "2027-01-31,m,4,web,,\n2027-01-31,m,1,web,,t\n2027-01-31,m,2,fair,,t\n",
            6,
            "parts",
        ),  # the tactic is part of web
        ("2027-01-31,m,4,,x,\n2027-01-31,m,6,,y,\n", 10, "parts"),
    ],
)
def test_nothing_of_a_flow_counts_twice(csv: str, total: int, basis: str) -> None:
    found = progress(PARTS % "m", csv, "2027-03-31")
    assert (found.actual, found.basis) == (total, basis)


@pytest.mark.parametrize(
    ("csv", "total", "basis"),
    [
        ("2027-01-31,s,110,,,\n2027-02-28,s,120,,,\n2027-02-28,s,70,,x,\n", 120, "whole"),
        ("2027-01-31,s,40,,x,\n2027-01-31,s,60,,y,\n2027-02-28,s,65,,y,\n", 105, "parts"),
        ("2027-01-31,s,40,web,,\n2027-02-28,s,50,web,,\n", 50, "parts"),
        ("2027-01-31,s,40,,x,\n2027-01-31,s,60,web,,\n", 40, "parts"),  # two divisions of one thing
        ("2027-01-31,s,20,,,t\n2027-02-28,s,30,,,t\n", 150, "tactics"),  # what tactics added to the baseline of 100
        ("2027-01-31,s,110,,,\n2027-02-28,s,30,,,t\n", 110, "whole"),
    ],
)
def test_a_stock_stands_where_it_was_recorded_last(csv: str, total: int, basis: str) -> None:
    found = progress(PARTS % "s", csv, "2027-03-31")
    assert (found.actual, found.basis) == (total, basis)


def test_a_goals_segment_has_its_own_records() -> None:
    yaml = "market: {segments: {x: {}, y: {}}}\n" + (PARTS % "m").replace("target", "segment: x, target")
    csv = "2027-01-31,m,10,,,\n2027-01-31,m,4,,x,\n2027-02-28,m,2,web,x,\n2027-02-28,m,1,fair,x,\n"
    found = progress(yaml, csv, "2027-03-31")
    assert (found.actual, found.basis) == (7, "segment")
    assert progress(yaml, "2027-01-31,m,10,,,\n", "2027-03-31").basis == "whole"
    stock = yaml.replace("metric: m", "metric: s")  # what a tactic added is not where the segment stands
    found = progress(stock, "2027-01-31,s,150,,,\n2027-01-31,s,5,,x,t\n", "2027-03-31")
    assert (found.actual, found.basis) == (150, "whole")


# --- what has to hold

days = st.dates(date(2026, 12, 1), date(2028, 1, 31))
spans = st.tuples(st.dates(date(2027, 1, 1), date(2027, 12, 1)), st.integers(0, 400))
weights = st.dictionaries(st.sampled_from(["Q1", "Q2", "Q3", "Q4", "02", "11"]), st.integers(1, 9), max_size=4)
rhythms = st.sampled_from([None, "week", "month", "quarter"])


@given(spans, days, weights, rhythms)
def test_the_share_that_is_due_never_falls(span: tuple[date, int], day: date, seasons: dict, rhythm) -> None:  # type: ignore[no-untyped-def, type-arg]
    start, end = span[0], span[0] + timedelta(days=span[1])
    before, after = (share_due(start, end, d, seasons, rhythm) for d in (day, day + timedelta(days=1)))
    assert 0 <= before <= after <= 1
    assert share_due(start, end, start - timedelta(days=1), seasons, rhythm) == 0
    assert share_due(start, end, end, seasons, rhythm) == 1


@given(days, weights)
def test_a_split_by_month_is_no_split(day: date, seasons: dict) -> None:  # type: ignore[type-arg]
    start, end = date(2027, 1, 1), date(2027, 12, 31)
    assert share_due(start, end, day, seasons, None) == share_due(start, end, day, seasons, "month")


@given(st.integers(1, 11), weights)
def test_at_the_end_of_a_quarter_all_splits_agree_but_weeks(month: int, seasons: dict) -> None:  # type: ignore[type-arg]
    start, end, last = date(2027, 1, 1), date(2027, 12, 31), date(2027, 6, 30)
    shares = {share_due(start, end, last, seasons, rhythm) for rhythm in (None, "month", "quarter")}
    assert len(shares) == 1
    weighed = [seasons.get(f"{m:02d}", seasons.get(f"Q{(m + 2) // 3}", 1)) for m in range(1, 13)]
    assert shares == {F(sum(weighed[:6]), sum(weighed))}  # T_m = T / n · i_m, by hand


@given(st.dates(date(2027, 1, 1), date(2027, 3, 1)), st.integers(0, 60), days)
def test_elapsed_counts_days(start: date, length: int, day: date) -> None:
    end = start + timedelta(days=length)
    counted = sum(start + timedelta(days=n) <= day for n in range(length + 1))
    assert elapsed(start, end, day) == F(counted, length + 1)


@given(st.integers(-100, 100), st.integers(-100, 100), st.integers(-200, 200), st.integers(1, 5))
def test_what_goes_to_plan_has_a_pacing_of_one(baseline: int, target: int, actual: int, month: int) -> None:
    """And in general: projected at this pace, pacing is the attainment of the projection."""
    if baseline == target:
        return
    last = date(2027, month + 1, 1) - timedelta(days=1)
    found = progress(STOCK % (baseline, target), f"{last},m,{actual},,,\n", last.isoformat())
    assert found.share == F(month, 6) and found.projection is not None and found.pacing is not None
    assert found.pacing == (found.projection - baseline) / (target - baseline)
    assert (found.pacing == 1) == (found.to_date == actual) == (found.projection == target)
    assert (found.lead or 0) >= 0 if found.pacing >= 1 else (found.lead or 0) < 0


amounts = st.lists(st.tuples(st.integers(1, 12), st.integers(0, 50), st.sampled_from(["a", "b"]), st.sampled_from(["", "t", "u"])), min_size=1, max_size=12)  # fmt: skip


@given(amounts)
def test_however_a_flow_is_divided_it_is_the_same(rows: list[tuple[int, int, str, str]]) -> None:
    """One row for each unit's source and tactic, their sums by source, or the whole: one total."""
    fine: dict[tuple[int, str, str], int] = {}
    for month, value, source, tactic in rows:
        fine[month, source, tactic or "v"] = fine.get((month, source, tactic or "v"), 0) + value
    whole = sum(value for _, value, _, _ in rows)
    by_tactic = "".join(f"2027-{m:02d}-05,m,{v},{s},,{t}\n" for (m, s, t), v in fine.items())
    by_source = "".join(
        f"2027-{m:02d}-05,m,{sum(v for (n, z, _), v in fine.items() if (n, z) == (m, s))},{s},,\n"
        for m, s in {(m, s) for m, s, _ in fine}
    )
    at_once = "".join(
        f"2027-{m:02d}-28,m,{sum(v for (n, _, _), v in fine.items() if n == m)},,,\n" for m in {m for m, _, _ in fine}
    )
    for csv in (by_tactic, by_source, at_once, at_once + by_tactic, by_source + by_tactic):
        assert progress(PARTS % "m", csv, "2027-12-31").actual == whole


def test_records_after_the_day_are_left_aside_and_counted() -> None:
    found = held(FLOW % (0, 100), "2026-12-31,m,1,,,\n2027-01-31,m,5,,,\n2027-05-31,m,6,,,\n", "2027-03-31")
    assert (found.goals[0].progress.actual, found.counted.records) == (5, 3)
    assert (found.counted.after, found.counted.before_start, found.counted.last) == (1, 1, date(2027, 1, 31))


def test_what_the_milestones_of_a_stock_say_stands_beside() -> None:
    """The way is straight; 4,400 by the end of March and not 4,500 is said with it."""
    yaml = STOCK % ("4_000", "5_000")
    csv = "2027-02-28,m,4200,,,\n"
    found = progress(
        yaml + "milestones: {half: {date: 2027-03-31, goal: g, metric: m, target: 4_400}}\n", csv, "2027-02-28"
    )
    assert (found.to_date, found.through_milestones) == (4000 + F(1000, 3), 4000 + F(400) * F(2, 3))
    even = progress(
        yaml + "milestones: {half: {date: 2027-03-31, goal: g, metric: m, target: 4_500}}\n", csv, "2027-02-28"
    )
    assert even.through_milestones is None
    assert progress(yaml, csv, "2027-02-28").through_milestones is None
