"""The exact outcome of plans: closed forms, what is reported when, and plans at the edges."""

from fractions import Fraction
from math import comb, exp, lgamma, log, sqrt
from statistics import NormalDist

import pytest

from roadmapctl.analysis.uncertainty import NeedsSimulation, Uncertainty
from tests.analysis.uncertainty.plans import (
    CHAIN,
    DIFFERING,
    IN_HAND,
    LEAD,
    SQL,
    TWO_SOURCES,
    Rows,
    asked,
    exact,
    outcomes,
)

NORMAL = NormalDist()


def beta_binomial(units: int, won: int, of: int) -> list[float]:
    a, b = won + 0.5, of - won + 0.5

    def log_beta(x: float, y: float) -> float:
        return lgamma(x) + lgamma(y) - lgamma(x + y)

    return [comb(units, k) * exp(log_beta(k + a, units - k + b) - log_beta(a, b)) for k in range(units + 1)]


def stages(*rates: object, hands: tuple[int, ...] = ()) -> Rows:
    rows: list[Rows] = [{"id": f"s{i}", "rate": rate} for i, rate in enumerate(rates)]
    rows.append({"id": "customer"})
    for row, units in zip(rows, hands, strict=False):
        row["in_hand"] = units
    return {"stages": rows}


def test_one_uncertain_rate_is_a_beta_binomial() -> None:
    """10 deals at 36 of 200 commit to 56 leads."""
    pmf = beta_binomial(56, 36, 200)
    deals, _ = outcomes(stages(LEAD), 10)
    below = 0.0
    for number, part in enumerate(pmf[:40]):
        below += part
        assert deals.below(number) == pytest.approx(below, abs=1e-7)
    found = exact(stages(LEAD), 10)
    assert found.deals.mean == pytest.approx(56 * 36.5 / 201, rel=1e-9)
    assert found.probability_of_target == pytest.approx(1 - sum(pmf[:10]), abs=1e-7)
    assert (found.method, found.trials, found.seed, found.value, found.reason) == ("exact", None, None, None, None)


def test_the_smallest_volume_for_a_confidence() -> None:
    """Searched one by one: the first number of leads of which 10 become customers four times in five."""
    wanted = next(n for n in range(10, 200) if 1 - sum(beta_binomial(n, 36, 200)[:10]) >= 0.8)
    assert exact(stages(LEAD), 10).volume_for_confidence == {"s0": wanted}
    certain = next(n for n in range(10, 400) if 1 - sum(beta_binomial(n, 36, 200)[:10]) >= 0.95)
    assert exact(stages(LEAD), 10, confidence=Fraction(95, 100)).volume_for_confidence == {"s0": certain}


def test_sources_are_scaled_by_one_factor() -> None:
    planned, found = {"ads": 8935, "events": 5986}, exact(TWO_SOURCES, 200).volume_for_confidence
    assert found is not None
    factor = found["ads"] / planned["ads"]
    assert factor > 1
    assert found["events"] == pytest.approx(planned["events"] * factor, abs=1)


def test_units_in_hand_share_the_rates_below_with_those_from_above() -> None:
    """Independent sums would be narrower: here every unit meets the one uncertain rate of the last stage."""
    shared = stages("10%", {"won": 3, "of": 12}, hands=(0, 40))
    deals, _ = outcomes(shared, 20)
    # 40 in hand and Bin(400, 10%) more, all through one Beta(3½, 9½).
    wanted = 0.0
    for more in range(401):
        arriving = comb(400, more) * 0.1**more * 0.9 ** (400 - more)
        if arriving > 1e-15:
            wanted += arriving * sum(beta_binomial(40 + more, 3, 12)[:15])
    assert deals.below(14) == pytest.approx(wanted, abs=1e-6)


def test_nothing_uncertain_says_nothing() -> None:
    assert asked(stages("18%", "30%"), 10) is None


@pytest.mark.parametrize(
    "funnel",
    [
        stages(LEAD),
        stages(SQL),
        stages({"low": "1%", "likely": "2%", "high": "9%"}),
        {**stages("20%"), "deal_size": {"p10": 5, "p90": 10}},
        {**stages("20%"), "deal_size": 5, "deal_spread": {"p10": 4, "p90": 7}},
        {"stages": [{"id": "a", "rate": "20%", "recycled": {"units": 9, "rate": LEAD}}, {"id": "customer"}]},
        {**stages("20%"), "sources": {"x": {"event": {"audience": 20, "rate": LEAD}}}},
        {**stages("20%"), "sources": {"x": {"rates": {"s0": LEAD}}}},
    ],
)
def test_anything_uncertain_says_something(funnel: Rows) -> None:
    assert isinstance(asked(funnel, 10), Uncertainty)


def test_only_the_average_deal_is_uncertain() -> None:
    """100 deals, of 200 leads each won by even chance, times a lognormal average: one draw for all of them."""
    funnel = {**stages("50%"), "deal_size": {"p10": 8000, "p90": 20000}}
    found = exact(funnel, 100)
    middle, deviation = log(8000 * 20000) / 2, log(2.5) / 2 / 1.2815515655446004
    assert found.value is not None
    for chance, amount in ((0.1, found.value.p10), (0.5, found.value.p50), (0.9, found.value.p90)):
        below = sum(comb(200, d) * 0.5**200 * NORMAL.cdf((log(amount / d) - middle) / deviation) for d in range(1, 201))
        assert below == pytest.approx(chance, abs=1e-6)
    assert found.value.mean == pytest.approx(100 * exp(middle + deviation**2 / 2), rel=1e-9)
    assert found.drivers[0].path == "funnel.deal_size"


def test_a_known_deal_size_multiplies_the_deals() -> None:
    found = exact({**CHAIN, "deal_size": 12_000}, 100)
    assert found.value is not None
    assert found.value[:3] == tuple(12_000 * deals for deals in found.deals[:3])


def test_single_deals_that_differ_are_summed() -> None:
    """A hundred lognormal amounts: a tenth of the width of a single one. The percentiles are those of 10⁷ sums drawn with NumPy."""
    certain = {**DIFFERING, "stages": [{"id": "lead", "rate": "100%"}, {"id": "customer"}]}
    found = exact({**certain, "deal_spread": {"p10": 4000, "p90": 20000}}, 100)
    assert found.value is not None
    assert found.value[:3] == pytest.approx((912_900, 997_230, 1_090_500), rel=6e-4)
    assert found.value.mean == pytest.approx(1_000_000)


def test_the_target_in_money_is_met_by_worth() -> None:
    """With a known deal size by whole deals, with an uncertain one by what they bring."""
    by_deals = exact({**CHAIN, "deal_size": 10_000}, 999_999, unit="USD")
    assert by_deals.probability_of_target == pytest.approx(exact(CHAIN, 100).probability_of_target, abs=1e-9)
    _, worth = outcomes(IN_HAND, 1_200_000, unit="USD")
    assert worth is not None
    by_worth = exact(IN_HAND, 1_200_000, unit="USD")
    assert by_worth.probability_of_target == pytest.approx(1 - worth.below(1_200_000), abs=1e-12)
    of_customers = exact(IN_HAND, 95)
    assert of_customers.probability_of_target > by_worth.probability_of_target


def test_a_target_of_nothing_is_met() -> None:
    found = exact(CHAIN, 0)
    assert found.probability_of_target == 1
    assert found.volume_for_confidence == {"lead": 0}
    assert found.deals == (0, 0, 0, 0.0)


def test_what_is_in_hand_may_be_enough() -> None:
    found = exact(stages(LEAD, hands=(0, 12)), 10)
    assert found.deals[:3] == (12, 12, 12)
    assert found.volume_for_confidence == {"s0": 0}


def test_no_volume_is_enough_for_certainty() -> None:
    assert exact(CHAIN, 100, confidence=Fraction(1)).volume_for_confidence is None


@pytest.mark.parametrize("rate", [{"won": 0, "of": 9}, "0%"])
def test_a_source_that_brings_nothing_has_no_volume_that_is_enough(rate: object) -> None:
    """Nothing is wanted of a stage whose rate is 0, so the plan stands; more of it would not help where it is certain."""
    funnel = {"stages": [{"id": "a", "rate": rate}, {"id": "b", "rate": LEAD, "in_hand": 100}, {"id": "customer"}]}
    found = exact(funnel, 10, confidence=Fraction(9999, 10000))
    if rate == "0%":
        assert found.volume_for_confidence is None
    else:
        assert found.volume_for_confidence is not None
        assert found.volume_for_confidence["a"] > 0


def test_evidence_without_a_miss() -> None:
    """Beta(20½, ½): most often nobody is lost."""
    found = exact(stages({"won": 20, "of": 20}), 50)
    assert found.deals.p90 == 50
    assert (
        sum(beta_binomial(50, 20, 20)[: found.deals.p10 + 1]) >= 0.1 > sum(beta_binomial(50, 20, 20)[: found.deals.p10])
    )


def test_twenty_stages() -> None:
    found = exact(stages(*[{"p10": "70%", "p90": "90%"}] * 20, hands=(5,) * 20), 100)
    assert found.deals.p10 < found.deals.p50 < found.deals.p90
    assert len(found.drivers) == 20


def test_a_trillion_units() -> None:
    """The chance of single units is nothing there: percentiles are those of the rate."""
    found = exact(stages({"p10": "10%", "p90": "30%"}), 10**12)
    units = 10**12 / (odds := sqrt(1 / 9 * 3 / 7)) * (1 + odds)
    assert found.deals.p10 == pytest.approx(units * 0.1, rel=1e-6)
    assert found.deals.p90 == pytest.approx(units * 0.3, rel=1e-6)


def test_a_multiplier_above_uncertain_rates_multiplies_known_units() -> None:
    """50 accounts of 1.8 opportunities are 50 and Bin(50, 0.8) more."""
    funnel = {"stages": [{"id": "account", "multiplier": 1.8}, {"id": "opportunity", "rate": LEAD}, {"id": "customer"}]}
    deals, _ = outcomes(funnel, 16)
    units = 50  # 16 / 0.18 / 1.8 is 49.4
    wanted = 0.0
    for more in range(units + 1):
        wanted += comb(units, more) * 0.8**more * 0.2 ** (units - more) * sum(beta_binomial(units + more, 36, 200)[:16])
    assert deals.below(15) == pytest.approx(wanted, abs=1e-7)


@pytest.mark.parametrize(
    ("funnel", "more", "reason"),
    [
        (
            {"stages": [{"id": "lead", "rate": LEAD}, {"id": "account", "multiplier": 2}, {"id": "customer"}]},
            {},
            "multiplier",
        ),
        ({**CHAIN, "correlated": [{"between": ["lead", "sql"], "by": 0.5}]}, {}, "correlated"),
        (
            {**CHAIN, "teams": {"sdr": {"works": "mql", "people": 1, "handles": "100 per month"}}},
            {},
            "capacity",
        ),
        (
            {"stages": [{"id": "lead", "rate": LEAD, "lag": {"p50": "30d", "p90": "90d"}}, {"id": "customer"}]},
            {},
            "lags",
        ),
        ({**stages("100%"), "deal_size": 10_000, "deal_spread": {"p10": 4000, "p90": 80_000}}, {}, "amounts"),
        (
            {
                **CHAIN,
                "segments": {"small": {"share": "40%", "deal_size": 10}, "large": {"share": "60%", "deal_size": 90}},
            },
            {},
            "segments",
        ),
        (
            {
                "stages": [
                    {"id": "a", "rate": LEAD},
                    {"id": "b", "rate": SQL},
                    {"id": "c", "rate": SQL},
                    {"id": "customer"},
                ],
                "sources": {
                    "x": {"share": "30%", "rates": {"b": LEAD}},
                    "y": {"share": "30%", "rates": {"c": LEAD}},
                    "z": {"share": "40%", "rates": {"a": LEAD}},
                },
            },
            {},
            "shared",
        ),
    ],
)
def test_what_has_to_be_drawn_says_why(funnel: Rows, more: Rows, reason: str) -> None:
    assert asked(funnel, 100, **more) == NeedsSimulation(reason)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "more",
    [
        {"correlated": [{"between": ["lead", "sql"], "by": 0}]},
        {"teams": {"sdr": {"works": "mql", "people": 900, "handles": "1000 per month"}}},
    ],
)
def test_what_changes_nothing_needs_no_drawing(more: Rows) -> None:
    assert asked({**CHAIN, **more}, 100) == asked(CHAIN, 100)


def test_own_certain_rates_below_a_shared_stage_commute() -> None:
    """Whether a unit is lost before or after the uncertain rate does not matter."""
    own = {
        "stages": [{"id": "a", "rate": LEAD}, {"id": "b", "rate": "50%"}, {"id": "customer"}],
        "sources": {"x": {"share": "50%"}, "y": {"share": "50%", "rates": {"b": "25%"}}},
    }
    turned = {
        "stages": [{"id": "b", "rate": "50%"}, {"id": "a", "rate": LEAD}, {"id": "customer"}],
        "sources": {"x": {"share": "50%"}, "y": {"share": "50%", "rates": {"b": "25%"}}},
    }
    assert exact(own, 60).deals == exact(turned, 60).deals
