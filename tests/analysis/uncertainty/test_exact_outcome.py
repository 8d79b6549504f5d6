"""The exact engine against closed forms: beta-binomial counts, lognormal and PERT values."""

from fractions import Fraction
from math import comb, exp, lgamma
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapctl.analysis.statistics.beta_distribution import Beta
from roadmapctl.analysis.uncertainty import NeedsSimulation, Uncertainty, uncertainty
from roadmapctl.model import Plan
from tests.analysis.uncertainty.plans import in_dollars, solved

REFERENCE = {"p10": 0.00113555, "p50": 0.00199007, "p90": 0.00346164}
ALL = [{"id": "lead", "rate": "100%"}, {"id": "customer"}]


def sure(of: Plan, confidence: Fraction = Fraction(4, 5)) -> Uncertainty:
    found = uncertainty(of, solved(of), confidence=confidence)
    assert isinstance(found, Uncertainty), found
    return found


def beta_binomial(tries: int, won: int, of: int) -> list[float]:
    """C(n, k) · B(k + a, n − k + b) / B(a, b) with a = won + ½ and b = of − won + ½."""
    a, b = won + 0.5, of - won + 0.5

    def log_beta(x: float, y: float) -> float:
        return lgamma(x) + lgamma(y) - lgamma(x + y)

    return [comb(tries, k) * exp(log_beta(k + a, tries - k + b) - log_beta(a, b)) for k in range(tries + 1)]


@pytest.mark.parametrize(
    ("won", "of", "target"), [(36, 200, 240_000), (3, 20, 120_000), (1, 4, 36_000), (90, 100, 600_000)]
)
def test_counts_under_evidence_are_beta_binomial(won: int, of: int, target: int) -> None:
    subject = in_dollars({"stages": [{"id": "lead", "rate": {"won": won, "of": of}}, {"id": "customer"}]}, target)
    leads, found = solved(subject).stages[0].new_whole, sure(subject)
    chances = beta_binomial(leads, won, of)
    below = [sum(chances[: k + 1]) for k in range(leads + 1)]
    for name, chance in (("p10", 0.1), ("p50", 0.5), ("p90", 0.9)):
        wanted = next(k for k in range(leads + 1) if below[k] >= chance)
        near = min(abs(below[k] - chance) for k in (wanted - 1, wanted) if k >= 0)
        assert getattr(found.deals, name) == wanted or near < 1e-4
    deals = target // 12_000
    assert found.probability_of_target == pytest.approx(1 - below[deals - 1], abs=2e-5)
    assert found.deals.mean == pytest.approx(leads * (won + 0.5) / (of + 1), rel=1e-6)


def test_an_average_deal_between_two_percentiles_is_worth_just_that_many_times_them() -> None:
    """20 certain deals of a lognormal average: the tenth percentile of the value is 20 times that of the average."""
    found = sure(in_dollars({"stages": ALL, "deal_size": {"p10": 9_000, "p90": 16_000}}))
    assert found.value is not None
    assert found.value.p10 == pytest.approx(20 * 9_000, rel=1e-4)
    assert found.value.p90 == pytest.approx(20 * 16_000, rel=1e-4)
    assert found.value.p50 == pytest.approx(20 * 12_000, rel=1e-4)
    assert found.probability_of_target == pytest.approx(0.5, abs=1e-4)


def test_a_pert_average_has_the_quantiles_of_its_beta_distribution() -> None:
    """PERT 8,000 / 11,000 / 18,000 is 8,000 + 10,000 · Beta(2.2, 3.8); 20 deals are certain."""
    found = sure(
        in_dollars({"stages": ALL, "deal_size": {"low": 8_000, "likely": 11_000, "high": 18_000}}, 20 * 11_667)
    )
    deals = found.deals.p50
    law = Beta(2.2, 3.8)
    assert found.value is not None
    for name, chance in (("p10", 0.1), ("p50", 0.5), ("p90", 0.9)):
        assert getattr(found.value, name) == pytest.approx(deals * (8_000 + 10_000 * law.quantile(chance)), rel=1e-4)


def test_two_odds_that_are_normal_multiply() -> None:
    """At a large volume chance vanishes: the deals are N · r1 · r2; both rates far below 1, so nearly lognormal.

    Reference: 10^8 draws of both rates with NumPy's default_rng(20261122).
    """
    rate = {"p10": "3%", "p90": "6.6%"}
    stages = [{"id": "lead", "rate": rate}, {"id": "mql", "rate": rate}, {"id": "customer"}]
    subject = in_dollars({"stages": stages}, 12_000 * 10**9)
    leads, found = solved(subject).stages[0].new_whole, sure(subject)
    assert found.deals.p50 / leads == pytest.approx(REFERENCE["p50"], rel=2e-4)
    assert found.deals.p10 / leads == pytest.approx(REFERENCE["p10"], rel=2e-4)
    assert found.deals.p90 / leads == pytest.approx(REFERENCE["p90"], rel=2e-4)


def test_a_plan_that_is_certain_has_no_outcome_to_tell() -> None:
    subject = in_dollars({"stages": ALL})
    assert uncertainty(subject, solved(subject)) is None


@pytest.mark.parametrize(
    ("funnel", "reason"),
    [
        ({"correlated": [{"between": ["lead", "mql"], "by": 0.5}]}, "correlated"),
        ({"teams": {"bdr": {"works": "mql", "people": 1, "handles": "50 per month"}}}, "capacity"),
    ],
)
def test_what_is_not_worked_out_says_why(funnel: dict[str, Any], reason: str) -> None:
    rate = {"won": 36, "of": 200}
    stages = [{"id": "lead", "rate": rate}, {"id": "mql", "rate": rate}, {"id": "customer"}]
    subject = in_dollars({"stages": stages, **funnel})
    assert uncertainty(subject, solved(subject)) == NeedsSimulation(reason)  # type: ignore[arg-type]


@settings(max_examples=25, deadline=None)
@given(won=st.integers(2, 40), more=st.integers(1, 60), hand=st.integers(0, 30), target=st.integers(5, 60))
def test_percentiles_are_ordered_and_confidence_asks_for_more(won: int, more: int, hand: int, target: int) -> None:
    stages = [{"id": "lead", "rate": {"won": won, "of": won + more}, "in_hand": hand}, {"id": "customer"}]
    subject = in_dollars({"stages": stages}, 12_000 * target)
    half, most = (sure(subject, Fraction(share, 100)) for share in (50, 95))
    assert half.deals.p10 <= half.deals.p50 <= half.deals.p90
    assert 0 <= half.probability_of_target <= 1
    assert half.volume_for_confidence is not None and most.volume_for_confidence is not None
    assert half.volume_for_confidence["lead"] <= most.volume_for_confidence["lead"]
