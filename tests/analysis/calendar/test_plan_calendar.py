"""Calendars of whole plans: published examples, growth, sources, and plans that would take forever."""

import itertools
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from roadmapctl.analysis.calendar.placement import placements
from roadmapctl.analysis.calendar.plan_calendar import funnel_calendar, plan_calendar
from roadmapctl.analysis.calendar.rows import Calendar
from roadmapctl.analysis.funnel.demand import customer_demand, money_demand
from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.funnel.reverse import FunnelResult, plan_funnel, reverse_funnel
from roadmapctl.analysis.funnel.sources import SourceResult
from roadmapctl.analysis.money.cash import plan_cash
from roadmapctl.analysis.people.teams import team_loads
from roadmapctl.model.funnel import Stage
from roadmapctl.model.numbers import change
from roadmapctl.model.time import Duration, Period, SpreadLag, period
from roadmapctl.project import check
from tests.analysis.calendar.funnels import funnel, plan

EXAMPLES = [
    path for path in (Path(__file__).parents[3] / "examples").glob("**/roadmap.yaml") if "\nfunnel:" in path.read_text()
]


def test_a_published_lag() -> None:
    # https://www.kellblog.com/why-every-startup-needs-an-inverted-demand-generation-funnel-part-ii/: deals of the fourth quarter
    # need SALs in the second and MQLs in the first.
    rows = [{"id": "mql", "rate": "10%", "lag": "3mo"}, {"id": "sal", "rate": "20%", "lag": "6mo"}]
    subject = funnel(100, rows, over=period(2020))
    mql, sal, won = subject.calendar("quarter", weights={"Q1": 1, "Q2": 2, "Q3": 3, "Q4": 4}).stages
    assert won.need == (10, 20, 30, 40)
    assert sal.need == (30 * 5, 40 * 5, 0, 0)
    assert mql.need == (40 * 50, 0, 0, 0)
    assert (sal.late.needed, mql.late.needed) == (30 * 5, 60 * 50)


def test_an_event_company_of_ten_thousand_deals() -> None:
    # ¥1 billion at ¥100,000: 10,000 deals, 6 % of opportunities, 50 % of SQLs; each month a twelfth.
    demand = money_demand(10**9, 10**5)
    rows = [{"id": "sql", "rate": "50%", "lag": "1mo"}, {"id": "opportunity", "rate": "6%", "lag": "2mo"}]
    sql, opportunity, won = funnel(demand, rows).calendar().stages
    assert won.need == (Fraction(10_000, 12),) * 12
    assert opportunity.need == (Fraction(10_000, 12) / Fraction("0.06"),) * 10 + (0, 0)
    assert sql.need[:9] == (Fraction(10_000, 12) / Fraction("0.03"),) * 9
    assert (sql.late.needed_whole, sql.late.deals) == (83_334, 2_500)
    assert sum(sql.need_whole) + sql.late.needed_whole == 333_334


def growing(growth: str | int, unit: str = "money") -> Any:
    demand = money_demand(100_000, 1_000) if unit == "money" else customer_demand(100)
    rows = [{"rate": "50%", "lag": "15mo"}]
    return funnel(demand, rows).calendar(growth=change(growth)).spill


def test_what_spills_feeds_the_next_target() -> None:
    spill = growing("25%")
    assert (spill.deals, spill.value, spill.more) == (100, 100_000, None)
    assert spill.next == (125_000, Fraction(4, 5))
    assert growing(20_000).next == (120_000, Fraction(5, 6))
    assert growing("25%", "customers").next == (125, Fraction(4, 5))
    assert growing("-100%").next == (0, None)


def test_a_plan_says_its_own_season_growth_and_lags() -> None:
    stages = [{"id": "lead", "rate": "10%", "lag": "1mo"}, {"id": "customer"}]
    subject = plan(funnel={"stages": stages, "seasonality": {"12": 12, "01": 1}, "growth": "10%"})
    result = plan_funnel(subject)
    assert isinstance(result, FunnelResult)
    found = plan_calendar(subject, result, "month")
    assert isinstance(found, Calendar)
    assert found.stages[-1].need[-1] == Fraction(100 * 12, 23)
    assert found.stages[0].need[-2:] == (Fraction(1000 * 12, 23), 0)
    assert found.spill.next is not None
    assert found.spill.next.target == 110_000
    assert (found.by, found.period) == ("month", period(2027))


def test_units_in_hand_above_a_source_spare_it_the_first_of_its_own() -> None:
    # 600 visits in hand come down as 60 leads, which nobody else needs: of 120 leads wanted 60 are left to bring.
    rows = [{"rate": "10%", "in_hand": 600}, {"rate": "50%"}]
    subject = funnel(60, rows, {"ads": {"feeds": "s1"}})
    calendar = subject.calendar()
    [ads] = calendar.sources
    assert calendar.stages[1].new == (10,) * 12
    assert ads.units == (0,) * 6 + (10,) * 6
    assert sum(ads.whole) == 60


def test_each_source_has_its_rates_and_its_way() -> None:
    rows = [{"rate": "10%", "lag": "2mo"}, {"rate": "50%", "lag": "1mo"}]
    sources = {
        "ads": {"feeds": "s0", "share": "50%"},
        "fairs": {"feeds": "s1", "share": "30%", "rates": {"s1": "25%"}},
        "partners": {"feeds": "customer", "share": "20%"},
    }
    subject = funnel(120, rows, sources)
    calendar = subject.calendar()
    ads, fairs, partners = calendar.sources
    assert (ads.late, ads.units) == (300, (100,) * 9 + (0,) * 3)
    assert (fairs.late, fairs.units) == (12, (12,) * 11 + (0,))
    assert (partners.late, partners.units) == (0, (2,) * 12)
    assert fairs.entering == (24, *[12] * 10, 0)
    # The first deals of each source but the partners come with those of the first month that has leads.
    assert calendar.stages[-1].reached[:4] == (2, 2 + 2 * 3, 2 + 3, 2 + 3 + 5 * 4)


def test_no_period_no_calendar() -> None:
    rows = [Stage(id="lead", rate="10%"), Stage(id="customer")]
    result = reverse_funnel(customer_demand(10), rows)
    assert isinstance(result, FunnelResult)
    assert funnel_calendar(result, [None], "month") == Infeasible(("period",), "no_period")


# --- what would take forever


def calendar_over(rows: list[dict[str, Any]], over: Period, by: str) -> Calendar | Infeasible:
    subject = funnel(10, rows, over=over)
    return funnel_calendar(subject.result, subject.lags, by)  # type: ignore[arg-type]


def two_hundred_years() -> Period:
    return Period(date(1950, 1, 1), date(2149, 12, 31))


SPREAD = {"p50": "20d", "p90": "90d"}


@pytest.mark.parametrize(
    ("rows", "over", "by"),
    [
        ([{"rate": "99%", "lag": SPREAD}] * 3, two_hundred_years(), "quarter"),
        ([{"rate": "99%", "lag": SPREAD}] * 100, period(2027), "month"),
        ([{"rate": "99%", "lag": "1mo"}] * 2000, Period(date(2020, 1, 1), date(2024, 12, 31)), "month"),
        ([{"rate": "99%", "lag": SPREAD}] * 30, Period(date(2020, 1, 1), date(2029, 12, 31)), "week"),
    ],
)
def test_too_much_is_refused_at_once(rows: list[dict[str, Any]], over: Period, by: str) -> None:
    found = calendar_over(rows, over, by)
    assert isinstance(found, Infeasible)
    assert found.reason == ("too_much" if over.end.year - over.start.year < 100 else "too_long")


@pytest.mark.parametrize(
    ("rows", "over", "by"),
    [
        ([{"rate": "99%", "lag": "1mo", "in_hand": 1}] * 100, Period(date(2020, 1, 1), date(2025, 12, 31)), "week"),
        ([{"rate": "99%", "lag": SPREAD, "in_hand": 1}] * 3, Period(date(2000, 1, 1), date(2039, 12, 31)), "month"),
        ([{"rate": "99%", "lag": SPREAD, "in_hand": 1}] * 8, period(2027), "week"),
    ],
)
def test_what_is_not_refused_is_done(rows: list[dict[str, Any]], over: Period, by: str) -> None:
    found = calendar_over(rows, over, by)
    assert isinstance(found, Calendar)


def test_long_periods_are_as_right_as_short_ones() -> None:
    """Beyond two years days are taken together, beyond five the lag's grid is coarser: by quarter that hardly shows."""
    rows = [{"rate": "50%", "lag": SPREAD}, {"rate": "50%", "lag": {"p50": "30d", "p90": "60d"}}]
    long, short = (
        funnel(100 * years, rows, over=Period(date(2020, 1, 1), date(2019 + years, 12, 31))).calendar("quarter")
        for years in (20, 2)
    )
    for stage, other in zip(long.stages, short.stages, strict=True):
        for units, expected in itertools.islice(zip(stage.reached[2:], other.reached[2:7], strict=False), 5):
            assert float(units) == pytest.approx(float(expected), rel=0.01)


def test_lags_beyond_the_calendar_are_late() -> None:
    rows = [{"rate": "50%", "lag": "20y"}] * 60 + [{"rate": "50%", "lag": SPREAD}] * 2
    calendar = funnel(1, rows[30:]).calendar()
    assert calendar.stages[0].late.deals == 1
    assert calendar.spill.deals == 1
    assert SpreadLag(Duration(1, "d"), Duration(2, "d")).p50.after(date(2027, 12, 31)) == date(2028, 1, 1)


# --- the example plans, with all they use: segments, tiers, what comes anyway, recycled units, lags that vary


@pytest.mark.parametrize("by", ["month", "quarter", "week"])
@pytest.mark.parametrize("path", sorted(EXAMPLES), ids=lambda path: path.parent.name)
def test_the_calendars_of_the_examples_add_up(path: Path, by: str) -> None:
    subject = check(path).plan
    assert subject is not None
    result = plan_funnel(subject)
    assert isinstance(result, FunnelResult)
    calendar = plan_calendar(subject, result, by)  # type: ignore[arg-type]
    assert isinstance(calendar, Calendar)
    for stage, row in zip(result.stages, calendar.stages, strict=True):
        assert row.late.needed + sum(row.need) + row.anyway_after == stage.need
        assert row.late.short + sum(row.new) + row.anyway_after == stage.new
        assert row.from_hand + sum(row.reached) + row.spill == stage.need
    assert calendar.spill.deals == calendar.stages[-1].spill
    for placement, source in zip(placements(subject, result, calendar), bounded(result), strict=True):
        events = source.units_whole if source.events is None else source.events.events_whole
        assert placement.total == sum(placement.held) + placement.unplaced == events
    for load in team_loads(subject, result, calendar):
        assert load.waiting[-1] >= load.short_in_total
    money = plan_cash(subject, result, calendar)
    if money.revenue is not None and money.revenue_after is not None:
        assert sum(money.revenue) + money.revenue_after == result.demand.revenue


def bounded(result: FunnelResult) -> list[SourceResult]:
    return [source for source in result.sources if source.events is not None or source.capacity is not None]


def test_segments_move_through_the_year_together() -> None:
    segments = {
        "small": {"share": "75%", "deal_size": 500},
        "large": {"share": "25%", "deal_size": 2_500, "rates": {"lead": "5%"}},
    }
    market = {"segments": {id_: {"status": "current", "who": "Garages"} for id_ in segments}}
    stages = [{"id": "lead", "rate": "10%", "lag": "2mo"}, {"id": "customer"}]
    subject = plan(market=market, funnel={"stages": stages, "segments": segments})
    result = plan_funnel(subject)
    assert isinstance(result, FunnelResult)
    calendar = plan_calendar(subject, result, "month")
    assert isinstance(calendar, Calendar)
    # 100 deals of 1,000 on average: 75 small ones take 750 leads, 25 large ones 500.
    lead, won = calendar.stages
    assert lead.need == (Fraction(1250, 12),) * 10 + (0, 0)
    assert won.reached == (0, 0, 25, *[Fraction(100, 12)] * 9)
    assert sum(plan_cash(subject, result, calendar).revenue or ()) == 100_000
