"""What teams carry against what the plan asks of them."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapctl.analysis.calendar.plan_calendar import plan_calendar
from roadmapctl.analysis.calendar.rows import Calendar
from roadmapctl.analysis.calendar.spans import spans_of
from roadmapctl.analysis.funnel.reverse import FunnelResult, plan_funnel
from roadmapctl.analysis.people.teams import StageLoad, team_capacity, team_loads
from roadmapctl.model.funnel import Team
from roadmapctl.model.time import period
from tests.analysis.calendar.funnels import days, plan

STAGES = [{"id": "lead", "rate": "10%"}, {"id": "deal", "rate": "20%"}, {"id": "customer"}]


def loads(teams: dict[str, Any], by: str = "month", **funnel: Any) -> tuple[StageLoad, ...]:
    subject = plan(funnel={"stages": STAGES, "teams": teams, **funnel})
    result = plan_funnel(subject)
    assert isinstance(result, FunnelResult)
    calendar = plan_calendar(subject, result, by)  # type: ignore[arg-type]
    assert isinstance(calendar, Calendar)
    return team_loads(subject, result, calendar)


def test_a_team_that_is_enough() -> None:
    # 5,000 leads a year; four people handle 120 a month each.
    [load] = loads({"sdr": {"works": "lead", "people": 4, "handles": "120 per month"}})
    assert (load.stage, load.measure) == ("lead", "units")
    assert load.capacity == (480,) * 12
    assert load.demand == (Fraction(5000, 12),) * 12
    assert (load.short, load.short_in_total, load.worst, load.hires) == ((0,) * 12, 0, None, None)


def test_a_team_that_is_short_in_the_busy_months_only() -> None:
    [load] = loads(
        {"sdr": {"works": "lead", "people": 4, "handles": "120 per month", "ramp": ["25%", "75%"]}},
        seasonality={"Q1": 1, "Q2": 1, "Q3": 1, "Q4": 2},
    )
    assert load.demand == (Fraction(1000, 3),) * 9 + (Fraction(2000, 3),) * 3
    assert load.short == (0,) * 9 + (Fraction(2000, 3) - 480,) * 3
    assert load.short_in_total == 0
    assert load.worst is not None and load.worst.key == "2027-10"
    # 186.67 leads a month too many take two people, ramped up by October.
    assert load.hires == (2, date(2027, 8, 1), "sdr")


def test_those_who_join_ramp_up_month_by_month_of_their_own() -> None:
    team = Team(works="lead", people=1, handles="100 per month", joins=["2027-02-15"], ramp=["20%", "60%"])
    months = spans_of(period("2027-H1"), "month")
    assert isinstance(months, tuple)
    found = team_capacity("sdr", team, months)
    of_new = [0, Fraction(20, 2), (Fraction(14, 31) * 20 + Fraction(17, 31) * 60), None, 100, 100]
    of_new[3] = Fraction(14, 30) * 60 + Fraction(16, 30) * 100
    assert found.capacity == tuple(100 + (new or 0) for new in of_new)
    assert (found.people, found.each) == (2, (100,) * 6)


def test_those_who_joined_before_the_period_may_still_ramp_up_in_it() -> None:
    team = Team(works="lead", people=0, handles="10 per month", joins=["2026-12-01", "2026-01-01"], ramp=["0%", "50%"])
    months = spans_of(period("2027-Q1"), "month")
    assert isinstance(months, tuple)
    assert team_capacity("sdr", team, months).capacity == (5 + 10, 20, 20)


def test_quotas_are_held_against_revenue() -> None:
    # 100,000 a year; a quota of 120,000 of which 70 % is attained gives 7,000 a month.
    teams = {"reps": {"works": "deal", "people": 1, "quota": "120k per year", "attainment": "70%"}}
    [load] = loads(teams, seasonality={"Q4": 1})
    assert load.measure == "money"
    assert load.capacity == (7000,) * 12
    assert load.demand == (Fraction(100_000, 12),) * 12
    assert load.short_in_total == 16_000
    assert load.hires == (1, date(2027, 1, 1), "reps")


def test_deals_that_do_not_pass_the_stage_are_not_asked_of_its_team() -> None:
    sources = {"ads": {"feeds": "lead", "share": "60%"}, "partners": {"feeds": "customer", "share": "40%"}}
    teams = {"reps": {"works": "deal", "people": 1, "quota": "60k per year"}}
    [load] = loads(teams, sources=sources)
    assert sum(load.demand) == 60_000
    assert load.hires is None


def test_teams_of_one_stage_carry_together() -> None:
    teams = {
        "east": {"works": "lead", "people": 2, "handles": "30 per week"},
        "west": {"works": "lead", "people": 1, "handles": "600 per quarter"},
        "reps": {"works": "lead", "people": 1, "quota": "1M per year"},
        "nobody": {"works": "deal", "people": 3},
    }
    first, second = loads(teams, by="quarter")
    assert [team.id for team in first.teams] == ["east", "west"]
    assert first.capacity[0] == 60 * Fraction(90, 7) + 600
    assert (second.measure, [team.id for team in second.teams]) == ("money", ["reps"])


def test_nobody_is_enough_where_one_carries_nothing() -> None:
    [load] = loads({"sdr": {"works": "lead", "people": 9, "handles": "0 per month"}})
    assert load.short_in_total == 5000
    assert load.hires is None


@settings(max_examples=40, deadline=None)
@given(
    st.integers(0, 30),
    st.sampled_from(["40 per month", "12 per week", "300 per quarter", "900 per year"]),
    st.lists(st.dates(date(2026, 6, 1), date(2027, 12, 31)), max_size=4),
    st.lists(st.integers(0, 100).map("{}%".format), max_size=5),
    st.dictionaries(st.sampled_from(["Q1", "Q2", "Q3", "Q4", "12"]), st.integers(1, 9)),
    st.sampled_from(["month", "week"]),
)
def test_the_people_asked_for_are_enough_and_one_fewer_is_not(
    people: int, handles: str, joins: list[date], ramp: list[str], weights: dict[str, int], by: str
) -> None:
    team = {
        "works": "lead",
        "people": people,
        "handles": handles,
        "joins": [day.isoformat() for day in joins],
        "ramp": ramp,
    }
    [load] = loads({"sdr": team}, by, seasonality=weights)
    assert (load.hires is None) == (not any(load.short))
    if load.hires is not None:
        hired = [*team["joins"], *[load.hires.by.isoformat()] * load.hires.people]  # type: ignore[misc]
        [enough] = loads({"sdr": {**team, "joins": hired}}, by, seasonality=weights)
        assert not any(enough.short)
        [fewer] = loads({"sdr": {**team, "joins": hired[:-1]}}, by, seasonality=weights)
        assert any(fewer.short)


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.dates(date(2026, 6, 1), date(2027, 12, 31)), max_size=3),
    st.lists(st.integers(0, 100), max_size=4),
)
def test_ramps_against_a_walk_day_by_day(joins: list[date], ramp: list[int]) -> None:
    team = Team(
        works="lead", people=2, handles="7 per week", joins=[d.isoformat() for d in joins], ramp=[f"{r}%" for r in ramp]
    )
    months = spans_of(period(2027), "month")
    assert isinstance(months, tuple)
    found = team_capacity("sdr", team, months)
    for span, capacity in zip(months, found.capacity, strict=True):
        total = Fraction(0)
        for day in days(period(2027)):
            if span.start <= day <= span.end:
                total += 2 + sum(productive(day, joined, ramp) for joined in joins)
        assert capacity == total


def productive(day: date, joined: date, ramp: list[int]) -> Fraction:
    """One unit a day, times the ramp's part for the whole months since the person joined."""
    if day < joined:
        return Fraction(0)
    months = (day.year - joined.year) * 12 + day.month - joined.month
    last_of_month = (date(day.year + day.month // 12, day.month % 12 + 1, 1) - date.resolution).day
    months -= day.day < min(joined.day, last_of_month)
    return Fraction(ramp[months], 100) if months < len(ramp) else Fraction(1)


def test_a_published_capacity() -> None:
    # https://www.coursera.org/lecture/sales-enablement/creating-an-sla-for-your-teams-0ZJ5h: ten reps of 100 leads a month, 5 % of
    # them customers.
    stages = [{"id": "lead", "rate": "5%"}, {"id": "customer"}]
    goals = {"sales": {"metric": "revenue", "target": 600_000}}
    subject = plan(
        goals=goals,
        funnel={"stages": stages, "teams": {"reps": {"works": "lead", "people": 10, "handles": "100 per month"}}},
    )
    result = plan_funnel(subject)
    assert isinstance(result, FunnelResult)
    calendar = plan_calendar(subject, result, "month")
    assert isinstance(calendar, Calendar)
    [load] = team_loads(subject, result, calendar)
    assert load.capacity == load.demand == (1000,) * 12
    assert calendar.stages[-1].reached == (50,) * 12
    assert load.short_in_total == 0


@pytest.mark.parametrize("by", ["month", "week"])
def test_capacity_is_the_same_however_it_is_cut(by: str) -> None:
    team = Team(works="lead", people=3, handles="9 per month", joins=["2027-04-20"], ramp=["10%", "50%", "80%"])
    cut, quarters = (spans_of(period(2027), each) for each in (by, "quarter"))  # type: ignore[arg-type]
    assert isinstance(cut, tuple)
    assert isinstance(quarters, tuple)
    assert sum(team_capacity("sdr", team, cut).capacity) == sum(team_capacity("sdr", team, quarters).capacity)
