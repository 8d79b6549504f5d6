"""Splits against a day-by-day count, and what always holds of them."""

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapctl.analysis.calendar.spans import By
from roadmapctl.analysis.growth.split import Split, Unsplit, goal_split, rhythm_of
from roadmapctl.analysis.status.schedule import frame
from tests.analysis.growth.plans import growth_of, plan_of

WEIGHTS = {"Q1": Fraction(7, 10), "Q2": Fraction(1), "Q3": Fraction(4, 5), "Q4": Fraction(3, 2)}
SEASONS = "funnel: {seasonality: {Q1: 0.7, Q2: 1, Q3: 0.8, Q4: 1.5}}\n"
METRICS = "metrics: {m: {unit: leads, kind: flow}, s: {unit: people, kind: stock}, r: {unit: rate, kind: stock}}\n"


def split_of(goal: str, by: By = "month", period: str = "2027", more: str = SEASONS) -> Split | Unsplit:
    """The split of the one goal of a plan."""
    plan = plan_of(f"period: {period}\n{METRICS}{more}goals: {{g: {goal}}}\n")
    return goal_split(frame(plan), growth_of(plan, "g"), by)


def by_days(due: date) -> dict[date, Fraction]:
    """The share of each day of 2027 up to a day: every month by its quarter's weight, evenly over its days; a cut month by its days."""
    days = [date(2027, 1, 1) + timedelta(days=n) for n in range((due - date(2027, 1, 1)).days + 1)]
    worth = {day: WEIGHTS[f"Q{(day.month + 2) // 3}"] / monthrange(2027, day.month)[1] for day in days}
    whole = sum(worth.values())
    return {day: value / whole for day, value in worth.items()}


@pytest.mark.parametrize("by", get_args(By))
@pytest.mark.parametrize("due", [date(2027, 12, 31), date(2027, 9, 24), date(2027, 1, 4)])
def test_a_flow_is_what_its_days_are_worth_to_less_than_two_units(by: By, due: date) -> None:
    split = split_of(f"{{metric: m, target: 997, due: {due}}}", by)
    assert isinstance(split, Split)
    shares = by_days(due)
    for row in split.rows:
        exact = 997 * sum(share for day, share in shares.items() if row.span.start <= day <= row.span.end)
        assert abs(Fraction(row.part) - exact) < (2 if by == "month" else 1) and row.part == int(row.part)
    assert split.rows[-1].span.end == due and split.rows[-1].until == 997


@pytest.mark.parametrize("target", [90, 8, 997, 1_234_567])
def test_months_add_up_to_their_quarters(target: int) -> None:
    goal = f"{{metric: m, target: {target}, due: 2027-10-31}}"
    quarters, months = split_of(goal, "quarter"), split_of(goal, "month")
    assert isinstance(quarters, Split) and isinstance(months, Split)
    ends = {row.span.end: row.until for row in months.rows}
    assert [ends[row.span.end] for row in quarters.rows] == [row.until for row in quarters.rows]


def test_milestones_that_share_a_flow_out_say_when_it_is_due() -> None:
    more = "milestones: {fair: {goal: g, metric: m, date: 2027-03-31, target: 300}, late: {goal: g, metric: m, date: 2027-12-31, target: 100}}\n"
    split = split_of("{metric: m, target: 400, due: 2027-12-31}", "quarter", more=more)
    assert isinstance(split, Split)
    assert [row.part for row in split.rows] == [300, 34, 33, 33]


def test_weeks_are_those_of_the_iso_calendar_cut_to_the_plan() -> None:
    split = split_of("{metric: m, target: 530, due: 2027-12-31}", "week")
    assert isinstance(split, Split)
    assert [row.span.key for row in split.rows][:2] == ["2026-W53", "2027-W01"]
    assert [(row.span.start.weekday(), row.span.end.weekday()) for row in split.rows[1:-1]] == [(0, 6)] * (
        len(split.rows) - 2
    )


def test_a_stock_stands_at_what_its_milestones_want() -> None:
    more = SEASONS + "milestones: {march: {goal: g, metric: s, date: 2027-03-31, target: 7_400}}\n"
    split = split_of("{metric: s, baseline: 6_200, target: 9_000, due: 2027-06-30}", "quarter", more=more)
    assert isinstance(split, Split)
    assert [(row.span.key, row.part, row.until) for row in split.rows] == [
        ("2027-Q1", 1_200, 7_400),
        ("2027-Q2", 1_600, 9_000),
    ]


def test_a_rate_steps_in_hundredths_of_a_point_and_a_stock_may_go_down() -> None:
    rate = split_of("{metric: r, baseline: 0.75%, target: 1%, due: 2027-12-31}", "quarter", more="")
    assert isinstance(rate, Split)
    assert [str(row.until) for row in rate.rows] == ["0.0081", "0.0088", "0.0094", "0.01"]
    assert (
        split_of("{metric: r, baseline: 0.75%, target: 1%, due: 2027-12-31}", "quarter") == rate
    )  # a rate has no season
    down = split_of("{metric: s, baseline: 40, target: 10, due: 2027-12-31}", "quarter", more="")
    assert isinstance(down, Split)
    assert [row.until for row in down.rows] == [32, 25, 18, 10] and sum(row.part for row in down.rows) == -30


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["m", "s", "r"]),
    st.integers(0, 10**9),
    st.decimals(0, 10**6, places=2),
    st.dates(date(2027, 1, 1), date(2028, 3, 31)),
    st.sampled_from(get_args(By)),
)
def test_parts_sum_to_the_whole(metric: str, baseline: int, target: Decimal, due: date, by: By) -> None:
    split = split_of(f"{{metric: {metric}, baseline: {baseline}, target: {target}, due: {due}}}", by)
    assert isinstance(split, Split)
    start = 0 if metric == "m" else baseline
    assert split.rows[-1].until == start + sum(row.part for row in split.rows)
    assert split.rows[-1].until == target


@pytest.mark.parametrize(
    ("goal", "period", "reason"),
    [
        ("{metric: m, due: 2027-05-01}", "2027", "no_target"),
        ("{metric: s, target: 5}", "2027", "no_baseline"),
        ("{metric: m, target: 5, due: 2026-12-31}", "2027", "due_before"),
        ("{metric: m, target: 5}", "{start: 2027-01-01, end: 2040-12-31}", "too_long"),
    ],
)
def test_why_a_goal_is_not_split(goal: str, period: str, reason: str) -> None:
    assert split_of(goal, "week", period) == Unsplit("g", "week", reason)  # type: ignore[arg-type]


def test_without_a_period_nothing_is_split() -> None:
    plan = plan_of(METRICS + "goals: {g: {metric: m, target: 5}}\n")
    assert goal_split(frame(plan), growth_of(plan, "g"), "month") == Unsplit("g", "month", "no_period")


def test_the_rhythm_is_the_goals_own_or_the_plans() -> None:
    plan = plan_of("goals: {a: {split: week}, b: {}}\nmeasurement: {rhythm: month}\n")
    assert (rhythm_of(plan, "a"), rhythm_of(plan, "b")) == ("week", "month")
    assert rhythm_of(plan_of("goals: {a: {}}\n"), "a") == "quarter"
