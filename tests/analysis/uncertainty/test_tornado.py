"""What moves the outcome most."""

import pytest

from tests.analysis.uncertainty.plans import CHAIN, IN_HAND, exact


def test_each_driver_moves_alone_between_its_percentiles() -> None:
    """7,446 leads through medians 18.0535 %, 31.2744 % and 23.5624 % (SciPy's, and the odds' geometric mean)."""
    drivers = {driver.path: driver for driver in exact(CHAIN, 100).drivers}
    lead = drivers["funnel.stages.lead.rate"]
    assert (lead.p10, lead.p90) == pytest.approx((0.1475261, 0.2170241), abs=1e-7)
    median_of_mql = 0.31274375  # scipy.stats.beta(7/3, 11/3, .2, .3).ppf(.5)
    median_of_sql = 0.2356242
    assert lead.deals_at_p10 == pytest.approx(7446 * 0.1475261 * median_of_mql * median_of_sql, rel=1e-5)
    assert lead.deals_at_p90 == pytest.approx(7446 * 0.2170241 * median_of_mql * median_of_sql, rel=1e-5)
    sql = drivers["funnel.stages.sql.rate"]
    assert (sql.p10, sql.p90) == (0.15, 0.35)
    assert sql.swing == sql.deals_at_p90 - sql.deals_at_p10


def test_the_largest_swing_comes_first() -> None:
    swings = [driver.swing for driver in exact(IN_HAND, 1_200_000, unit="USD").drivers]
    assert swings == sorted(swings, reverse=True)
    assert len(swings) == 5


def test_a_deal_size_is_said_in_deals_of_the_median_size() -> None:
    found = next(d for d in exact(IN_HAND, 1_200_000, unit="USD").drivers if d.path == "funnel.deal_size")
    assert (found.p10, found.p90) == (8000, 20000)
    assert found.deals_at_p90 / found.deals_at_p10 == pytest.approx(2.5)


def test_rates_that_no_unit_meets_move_nothing() -> None:
    funnel = {**CHAIN, "sources": {"late": {"feeds": "sql"}}}
    assert [driver.path for driver in exact(funnel, 100).drivers] == ["funnel.stages.sql.rate"]


def test_second_tries_within_a_stage_are_in_the_deals_but_not_in_the_percentiles() -> None:
    stages = [{**CHAIN["stages"][0], "recycling": "50%"}, {"id": "customer"}]
    (driver,) = exact({"stages": stages}, 50).drivers
    assert driver.p10 == pytest.approx(0.1475261, abs=1e-7)
    units = 165  # 50 / (0.18 / (1 − 0.5·0.82)) is 163.9; see below
    again = 0.1475261 / (1 - 0.5 * (1 - 0.1475261))
    assert driver.deals_at_p10 / again == pytest.approx(units, abs=1.2)
