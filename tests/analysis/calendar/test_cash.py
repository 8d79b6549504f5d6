"""Money out and in by span."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapctl.analysis.calendar.plan_calendar import plan_calendar
from roadmapctl.analysis.calendar.rows import Calendar
from roadmapctl.analysis.funnel.reverse import FunnelResult, plan_funnel
from roadmapctl.analysis.money.cash import Cash, break_even, plan_cash
from roadmapctl.analysis.money.costs import plan_costs
from roadmapctl.model import Plan
from tests.analysis.calendar.funnels import WEIGHTS, plan

STAGES = [{"id": "lead", "rate": "10%"}, {"id": "customer"}]


def cash(subject: Plan, by: str = "month") -> Cash:
    result = plan_funnel(subject)
    assert isinstance(result, FunnelResult)
    calendar = plan_calendar(subject, result, by)  # type: ignore[arg-type]
    assert isinstance(calendar, Calendar)
    return plan_cash(subject, result, calendar)


def test_money_is_out_a_lag_before_it_is_in() -> None:
    # 1,000 leads at 12 cost 12,000; with a lag of three months, all of those for the first quarter's deals are bought in January.
    stages = [{**STAGES[0], "lag": "3mo"}, STAGES[1]]
    found = cash(plan(funnel={"stages": stages, "sources": {"ads": {"cost_per_unit": 12}}, "margin": "24%"}))
    assert found.basis == "sources"
    assert found.sources == found.out == (4000, *[1000] * 8, 0, 0, 0)
    assert found.revenue is not None
    assert found.earned is not None
    assert found.revenue == (0, 0, 0, Fraction(100_000, 3), *[Fraction(25_000, 3)] * 8)
    assert found.revenue_after == 0
    assert found.earned == tuple(revenue * Fraction(24, 100) for revenue in found.revenue)
    assert found.cumulative[:4] == (-4000, -5000, -6000, 1000)
    assert (found.lowest, found.break_even) == (-6000, found.spans[3])


def test_what_is_won_after_the_period_pays_after_it() -> None:
    stages = [{**STAGES[0], "lag": "15mo"}, STAGES[1]]
    found = cash(plan(funnel={"stages": stages, "sources": {"ads": {"cost_per_unit": 12}}}))
    assert found.revenue == (0,) * 12
    assert found.revenue_after == 100_000
    assert found.out == (12_000, *[0] * 11)
    assert (found.lowest, found.break_even) == (-12_000, None)


def test_without_costs_of_sources_the_budget_is_spent_by_tactics_and_what_is_left_of_it_evenly() -> None:
    tactics = {
        "fair": {"start": "2027-02-15", "end": "2027-03-14", "budget": 2_800},
        "early": {"start": "2026-12-22", "end": "2027-01-10", "budget": 2_000},
        "undated": {"budget": 365},
    }
    found = cash(plan(budget=11_165, tactics=tactics, funnel={"stages": STAGES, "costs": {"salaries": 24_000}}))
    assert found.basis == "tactics"
    assert found.tactics[:3] == (1000 + 31, 1400 + 28, 1400 + 31)
    assert found.tactics[3:] == (30, 31, 30, 31, 31, 30, 31, 30, 31)
    assert found.outside == 1000
    assert found.unassigned == (500,) * 12
    assert found.standing == (2000,) * 12
    assert sum(found.out) + found.outside == 11_165 + 24_000


def test_marketing_is_not_counted_twice() -> None:
    tactics = {"ads": {"start": "2027-01-01", "end": "2027-12-31", "budget": 12_000}}
    funnel = {"stages": STAGES, "sources": {"ads": {"cost_per_unit": 12}}, "costs": {"tools": 1_200}}
    found = cash(plan(budget=50_000, tactics=tactics, funnel=funnel))
    assert (sum(found.out), sum(found.tactics), sum(found.unassigned)) == (13_200, 0, 0)


def test_break_even_is_for_good() -> None:
    spans = cash(plan(funnel={"stages": STAGES})).spans
    money = [Fraction(n) for n in (-5, 3, -1, 0, 2, 4, 4, 4, 4, 4, 4, 4)]
    assert break_even(money, spans) == spans[3]
    assert break_even([Fraction(1)] * 12, spans) == spans[0]
    assert break_even([*money[:-1], Fraction(-1)], spans) is None


def test_a_goal_in_customers_has_costs_and_no_revenue() -> None:
    metrics = {"revenue": {"unit": "customers", "kind": "flow"}}
    subject = plan(metrics=metrics, funnel={"stages": STAGES, "deal_size": None, "costs": {"tools": 1_200}})
    found = cash(subject)
    assert (found.revenue, found.earned, found.revenue_after) == (None, None, None)
    assert found.cumulative[-1] == -1200


DATES = st.none() | st.dates(date(2026, 1, 1), date(2028, 12, 31))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(DATES, DATES, st.integers(0, 10**6)), max_size=4),
    st.integers(0, 10**6),
    st.sampled_from([None, "5", "12.35"]),
    WEIGHTS,
    st.sampled_from(["month", "quarter", "week"]),
)
def test_all_money_is_somewhere(
    rows: list[tuple[date | None, date | None, int]], budget: int, price: str | None, weights: Any, by: str
) -> None:
    tactics = {
        f"t{number}": {"start": start and start.isoformat(), "end": end and end.isoformat(), "budget": money}
        for number, (start, end, money) in enumerate(rows)
        if not (start and end and start > end)
    }
    source = {"ads": {"cost_per_unit": None if price is None else Decimal(price)}}
    parts = {"stages": STAGES, "sources": source, "costs": {"tools": 777}, "seasonality": weights}
    subject = plan(budget=budget, tactics=tactics, funnel=parts)
    found = cash(subject, by)
    planned = sum(row["budget"] for row in tactics.values())  # type: ignore[misc]
    result = plan_funnel(subject)
    assert isinstance(result, FunnelResult)
    marketing = plan_costs(subject, result).spend if price is not None else max(budget, planned)
    assert sum(found.out) + found.outside == (marketing or 0) + 777
    assert found.revenue is not None
    assert sum(found.revenue) == 100_000
    assert found.cumulative[-1] == sum(found.earned or ()) - sum(found.out)
    assert found.lowest == min(0, *found.cumulative)
