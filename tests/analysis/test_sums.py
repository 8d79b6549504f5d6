"""Small formulas of the field: velocity, scores, pacing, capacity, conversion, lifetime value, weighted pipeline."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.funnel.conversion import carried_forward, overall_rate, step_rates
from roadmapctl.analysis.funnel.pipeline import weighted_pipeline
from roadmapctl.analysis.money.costs import gross_profit, net_return, roi
from roadmapctl.analysis.money.lifetime import lifetime_value, payback
from roadmapctl.analysis.pacing import attainment, due, pacing, projection
from roadmapctl.analysis.people.rep_capacity import rep_capacity
from roadmapctl.analysis.scores import ice_mean, ice_product, rice
from roadmapctl.analysis.velocity import sales_velocity

F = Fraction
PARTS = st.fractions(min_value=F(1, 100), max_value=F(99, 100), max_denominator=200)
AMOUNTS = st.fractions(min_value=F(1, 100), max_value=10**6, max_denominator=100)


def test_a_published_velocity() -> None:
    assert sales_velocity(F(50), F(12000), F(1, 4), F(90)) == F(5000, 3)


@given(AMOUNTS, AMOUNTS, PARTS, AMOUNTS)
def test_a_cycle_half_as_long_wins_twice_as_fast(opportunities: F, deal: F, rate: F, days: F) -> None:
    slow, fast = (sales_velocity(opportunities, deal, rate, cycle) for cycle in (days, days / 2))
    assert fast == 2 * slow


def test_scores() -> None:
    assert rice(F(5000), F(2), F(4, 5), F(2)) == 4000
    # By the mean the first is ahead, by the product the second.
    first, second = (F(10), F(10), F(1)), (F(6), F(7), F(7))
    assert ice_mean(*first) > ice_mean(*second)
    assert ice_product(*first) < ice_product(*second)


@given(AMOUNTS, AMOUNTS, PARTS)
def test_on_plan_is_1_and_ends_at_the_target(target: F, baseline: F, elapsed: F) -> None:
    wanted = due(target, elapsed, baseline)
    if target != baseline:
        assert pacing(wanted, target, elapsed, baseline) == 1
        assert attainment(wanted, target, baseline) == elapsed
    assert projection(wanted, elapsed, baseline) == target


def test_a_goal_that_goes_down_and_plans_that_ask_for_nothing() -> None:
    assert attainment(F(4), F(2), F(5)) == F(1, 3)
    assert attainment(F(4), F(5), F(5)) is None
    assert pacing(F(4), F(8), F(0)) is None
    assert projection(F(4), F(0)) is None


def test_capacity_and_pipeline() -> None:
    assert rep_capacity(F(7), F(150000), F(85, 100)) == 892500
    assert rep_capacity(F(3), F(150000), F(85, 100), F(2, 5)) == 153000
    assert weighted_pipeline([(F(400), F(1, 2)), (F(600), F(1, 5))]) == 320
    assert weighted_pipeline([]) == 0


@given(AMOUNTS, st.lists(PARTS, min_size=1, max_size=6))
def test_forwards_and_back_again(units: F, rates: list[F]) -> None:
    passing = carried_forward(units, rates)
    assert step_rates([units, *passing]) == tuple(rates)
    assert passing[-1] == units * overall_rate(rates)


def test_a_stage_without_units_has_no_rate() -> None:
    assert step_rates([F(10), F(0), F(3)]) == (0, None)


@given(AMOUNTS, PARTS, PARTS, st.integers(1, 60))
def test_a_life_of_n_months_is_the_sum_of_its_months(monthly: F, margin: F, churn: F, months: int) -> None:
    left, total = monthly * margin, F(0)
    for _ in range(months):
        total, left = total + left, left * (1 - churn)
    assert lifetime_value(monthly, margin, churn, months) == total
    endless = lifetime_value(monthly, margin, churn)
    assert endless is not None and total < endless


def test_without_churn_a_life_has_no_end_unless_it_is_cut() -> None:
    assert lifetime_value(F(10), F(1), F(0)) is None
    assert lifetime_value(F(10), F(1), F(0), 6) == 60


@given(AMOUNTS, AMOUNTS, PARTS, PARTS)
def test_a_cohort_has_paid_when_its_value_reaches_the_cac(cac: F, monthly: F, margin: F, churn: F) -> None:
    months = payback(cac, monthly, margin, churn).cohort
    if months is None:
        endless = lifetime_value(monthly, margin, churn)
        assert endless is not None and endless <= cac
    elif months <= 300:
        reached = lifetime_value(monthly, margin, churn, int(months))
        before = lifetime_value(monthly, margin, churn, int(months) - 1)
        assert reached is not None and before is not None and before < cac <= reached


@pytest.mark.parametrize(("revenue", "margin", "fees", "service", "left"), [(250, "0.75", "0.03", 25, 155)])
def test_gross_profit(revenue: int, margin: str, fees: str, service: int, left: int) -> None:
    assert gross_profit(F(revenue), F(margin), F(fees), F(service)) == left


@given(AMOUNTS, AMOUNTS, PARTS)
def test_roi_is_the_net_return_on_the_spend(revenue: F, spend: F, margin: F) -> None:
    assert roi(revenue, spend, margin) == net_return(revenue, spend, margin) / spend
