"""Demand, contributions, budget, capacity and costs of whole plans."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.contributions import contributed, milestone_needs
from roadmapctl.analysis.explanation.explain import explain
from roadmapctl.analysis.funnel.demand import Demand, plan_demand
from roadmapctl.analysis.funnel.reverse import FunnelResult, Infeasible, plan_funnel
from roadmapctl.analysis.money.budget import BudgetLine, budget_view
from roadmapctl.analysis.money.costs import (
    break_even_cpa,
    break_even_roas,
    break_even_units,
    lifetime_value,
    payback,
    plan_costs,
    roas,
    roi,
)
from roadmapctl.analysis.plain import percent, plain
from roadmapctl.analysis.schedule import periods_in
from roadmapctl.analysis.split import largest_remainder
from roadmapctl.model import Plan
from roadmapctl.model.time import period


def plan(**parts: Any) -> Plan:
    return Plan.model_validate({"roadmap": 1, "name": "Test", "currency": "USD", "period": 2027, **parts})


def selling(goal: dict[str, Any], metric: dict[str, Any] | None = None, **funnel: Any) -> Plan:
    stages = [{"id": "lead", "rate": "10%", "lag": "30d"}, {"id": "customer"}]
    row = {"metric": "m", **goal} if metric is not None else goal
    return plan(
        metrics={} if metric is None else {"m": metric},
        goals={"g": row},
        funnel={"goal": "g", "stages": stages, **funnel},
    )


def demand_of(subject: Plan) -> Demand:
    found = plan_demand(subject)
    assert isinstance(found, Demand), found
    return found


def test_a_flow_of_money() -> None:
    found = demand_of(
        selling(
            {"target": "2.4M"}, {"unit": "USD", "kind": "flow"}, deal_size=24000, already_won=120000, other_teams="40%"
        )
    )
    assert (found.net_target, found.deals, found.unit) == (1_320_000, 55, "money")


def test_a_stock_counts_from_its_baseline() -> None:
    found = demand_of(
        selling({"baseline": 40, "target": 100}, {"unit": "customers", "kind": "stock"}, other_teams="50%")
    )
    assert (found.target, found.deals, found.unit, found.revenue) == (60, 30, "customers", None)


def test_a_change_in_place_of_a_target() -> None:
    found = demand_of(selling({"baseline": 100_000, "change": "25%"}, {"unit": "元", "kind": "flow"}, deal_size=1000))
    assert found.deals == 125


def test_an_uncertain_deal_size_counts_with_its_point_value() -> None:
    found = demand_of(selling({"target": 60_000}, deal_size={"low": 500, "likely": 1000, "high": 1500}))
    assert (found.deal_size, found.deals) == (1000, 60)


@pytest.mark.parametrize(
    ("subject", "reason", "path"),
    [
        (plan(), "no_funnel", ("funnel",)),
        (plan(funnel={"stages": []}), "no_goal", ("funnel", "goal")),
        (selling({}, deal_size=1), "no_target", ("goals", "g", "target")),
        (selling({"target": 5}), "no_deal_size", ("funnel", "deal_size")),
        (selling({"target": "5%"}, {"unit": "rate"}), "rate_goal", ("goals", "g", "metric")),
        (selling({"target": 5}, {"unit": "万元"}, deal_size=1), "scaled_unit", ("goals", "g", "metric")),
    ],
)
def test_no_demand(subject: Plan, reason: str, path: tuple[str, ...]) -> None:
    found = plan_funnel(subject)
    assert isinstance(found, Infeasible)
    assert (found.reason, found.path) == (reason, path)


def test_a_plan_funnel_has_dates_and_costs() -> None:
    subject = selling({"target": 100_000}, {"unit": "USD"}, deal_size=1000, margin="50%")
    result = plan_funnel(subject)
    assert isinstance(result, FunnelResult)
    assert [stage.last_useful_date for stage in result.stages] == [date(2027, 12, 1), date(2027, 12, 31)]
    assert not any(stage.too_late for stage in result.stages)
    costs = plan_costs(subject.model_copy(update={"budget": Decimal(20_000)}), result)
    assert (costs.basis, costs.cac, costs.roas, costs.roi) == ("budget", 200, 5, Fraction(3, 2))
    assert (costs.break_even_roas, costs.break_even_cpa, costs.margin_stated) == (2, 500, True)
    keys = [step.key for step in explain(result, costs)]
    assert keys == [
        "deals", "stage", "coverage", "last-useful-date", "last-useful-date",
        "spend", "cac", "roas", "roi", "break-even-roas", "break-even-cpa",
    ]  # fmt: skip


def test_a_stage_whose_last_day_is_past_is_too_late() -> None:
    stages = [{"id": "lead", "rate": "10%", "lag": "14mo"}, {"id": "customer"}]
    result = plan_funnel(selling({"target": 100}, deal_size=1, stages=stages))
    assert isinstance(result, FunnelResult)
    assert [stage.too_late for stage in result.stages] == [True, False]


# --- contributions and budget

METRICS = {
    "readers": {"kind": "stock"},
    "revenue": {"kind": "flow"},
    "churn": {"kind": "stock", "better": "down"},
    "unsaid": {},
}


def on_the_way(**milestones: dict[str, Any]) -> Plan:
    tactics = {
        "a": {"milestone": "one", "contributes": {"readers": 100, "churn": "-1%"}, "budget": 3000, "channel": "email"},
        "b": {"milestone": "one", "contributes": {"readers": 300}, "budget": 1000, "owner": "lin"},
        "c": {"milestone": "two", "contributes": {"readers": 50}, "channel": "email"},
    }
    goals = {"g": {"metric": "readers", "baseline": 4000}, "h": {"metric": "churn", "baseline": "5%"}}
    return plan(metrics=METRICS, goals=goals, milestones=milestones, tactics=tactics, budget=3500)


def test_a_stock_milestone_starts_from_the_one_before_it_in_time() -> None:
    subject = on_the_way(
        two={"date": "2027-06-30", "metric": "readers", "target": 4600},
        one={"date": "2027-03-31", "metric": "readers", "target": 4400},
    )
    assert (milestone_needs(subject)["one"], contributed(subject, "one")) == (400, 400)
    assert (milestone_needs(subject)["two"], contributed(subject, "two")) == (200, 50)


def test_on_one_day_the_order_of_the_plan_decides() -> None:
    day = {"date": "2027-06-30", "metric": "readers"}
    subject = on_the_way(two={**day, "target": 4600}, one={**day, "target": 4700})
    assert milestone_needs(subject) == {"one": 100, "two": 600}


def test_flows_down_metrics_and_what_is_not_said() -> None:
    subject = on_the_way(
        one={"date": "2027-06-30", "metric": "churn", "target": "4%"},
        sale={"metric": "revenue", "target": 500},
        quiet={"metric": "unsaid", "target": 500},
        bare={"date": "2027-06-30"},
    )
    assert (milestone_needs(subject)["one"], contributed(subject, "one")) == (Fraction(1, 100), Decimal("0.01"))
    assert milestone_needs(subject) == {"one": Fraction(1, 100), "sale": 500}
    assert contributed(subject, "bare") == 0


def test_the_budget_from_several_sides() -> None:
    view = budget_view(on_the_way(one={}, two={}))
    assert view.by_milestone == (BudgetLine("one", Decimal(4000), 2), BudgetLine("two", Decimal(0), 1))
    assert view.by_channel == (BudgetLine("email", Decimal(3000), 2), BudgetLine(None, Decimal(1000), 1))
    assert (view.total, view.budget, view.left) == (4000, 3500, -500)


# --- small sums


@given(st.integers(0, 10**6), st.lists(st.fractions(0, 100), min_size=1, max_size=12).filter(lambda w: sum(w) > 0))
def test_a_split_sums_to_the_whole(total: int, weights: list[Fraction]) -> None:
    parts = largest_remainder(total, weights)
    assert sum(parts) == total
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - total * weight / sum(weights)) < 1


def test_a_split_gives_the_rest_to_the_largest_remainders() -> None:
    assert largest_remainder(10, [Fraction(1), Fraction(1), Fraction(1)]) == (4, 3, 3)
    assert largest_remainder(7, [Fraction(5, 10), Fraction(3, 10), Fraction(2, 10)]) == (4, 2, 1)
    with pytest.raises(ValueError, match="split"):
        largest_remainder(1, [Fraction(0)])


def test_periods_in_a_period() -> None:
    assert [periods_in(period(2027), per) for per in ("month", "quarter", "year")] == [12, 4, 1]
    assert periods_in(period(2027), "week") == Fraction(365, 7)
    assert periods_in(period({"start": "2027-01-16", "end": "2027-02-14"}), "month") == Fraction(16, 31) + Fraction(
        1, 2
    )


@given(st.integers(1, 5000), st.integers(1, 300), st.integers(1, 99), st.integers(1, 60))
def test_the_cohort_pays_back_in_the_first_month_that_is_enough(
    cac: int, revenue: int, margin: int, churn: int
) -> None:
    q, monthly = Fraction(churn, 100), revenue * Fraction(margin, 100)
    months = payback(Fraction(cac), Fraction(revenue), Fraction(margin, 100), q).cohort
    earned, left, counted = Fraction(0), Fraction(1), 0
    while earned < cac and counted < 400:
        earned, left, counted = earned + monthly * left, left * (1 - q), counted + 1
    assert months == (counted if earned >= cac else None)


def test_payback_at_the_edges() -> None:
    exactly = payback(Fraction(150), Fraction(100), Fraction(1), Fraction(1, 2))
    assert (exactly.simple, exactly.cohort) == (3, 2)
    assert (
        payback(Fraction(200), Fraction(100), Fraction(1), Fraction(1, 2)).cohort is None
    )  # reached only in the limit
    assert payback(Fraction(100), Fraction(100), Fraction(1), Fraction(1)).cohort == 1
    assert payback(Fraction(100), Fraction(100), Fraction(0)).simple is None
    slow = payback(Fraction(10**6), Fraction(1), Fraction(1), Fraction(1, 10**9))
    assert slow.cohort == 1_000_501


def test_returns_and_break_even() -> None:
    assert roas(Fraction(100), Fraction(0)) is roi(Fraction(100), Fraction(0)) is None
    assert roi(Fraction(100), Fraction(20), Fraction(1, 2)) == Fraction(3, 2)
    assert break_even_roas(Fraction(0)) is None
    assert break_even_cpa(Fraction(24_000), Fraction(4, 5)) == 19_200
    assert break_even_units(Fraction(10), Fraction(5), Fraction(5)) is None
    assert lifetime_value(Fraction(100), Fraction(4, 5), Fraction(1, 50)) == 4000
    assert lifetime_value(Fraction(100), Fraction(4, 5), Fraction(0)) is None


def test_plain_numbers() -> None:
    assert [plain(Fraction(n)) for n in (10**9, Fraction(500_000, 3), Fraction(1, 3), Fraction(-5, 2))] == [
        "1,000,000,000", "166,666.67", "0.3333", "-2.5",
    ]  # fmt: skip
    assert [percent(Fraction(n)) for n in (Fraction(6, 100), Fraction(1, 17), Fraction(5, 2), Fraction(1, 10**6), 1)] == [
        "6%", "5.8824%", "2.5", "0.0001%", "100%",
    ]  # fmt: skip
