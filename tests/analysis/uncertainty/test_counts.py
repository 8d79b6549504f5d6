"""Whole units by chance, held against beta-binomials and binomials in exact fractions."""

from fractions import Fraction
from math import comb, exp, lgamma

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapctl.analysis.uncertainty.distributions.counts import Thinning, cut, together
from roadmapctl.analysis.uncertainty.distributions.laws import law_of
from roadmapctl.analysis.uncertainty.distributions.positive import of_law
from roadmapctl.analysis.uncertainty.exact.chance import binomial, counts_of
from roadmapctl.analysis.uncertainty.exact.intensity import Fixed, thinned
from roadmapctl.model.estimates import Evidence


def beta_binomial(units: int, won: int, of: int) -> list[float]:
    """C(n, k)·B(k + α, n − k + β) / B(α, β) with α = won + ½, β = of − won + ½."""
    a, b = won + 0.5, of - won + 0.5

    def log_beta(x: float, y: float) -> float:
        return lgamma(x) + lgamma(y) - lgamma(x + y)

    return [comb(units, k) * exp(log_beta(k + a, units - k + b) - log_beta(a, b)) for k in range(units + 1)]


def exact_binomial(units: int, rate: Fraction) -> list[Fraction]:
    return [comb(units, k) * rate**k * (1 - rate) ** (units - k) for k in range(units + 1)]


def padded(found: list[float], length: int) -> list[float]:
    return [*found, *[0.0] * (length - len(found))]


@settings(max_examples=40)
@given(st.integers(1, 200), st.fractions(Fraction(1, 500), Fraction(499, 500), max_denominator=500))
def test_a_binomial_of_whole_draws(units: int, rate: Fraction) -> None:
    first, chances = binomial(units * float(rate), float(rate))
    for number, wanted in enumerate(exact_binomial(units, rate)):
        got = chances[number - first] if 0 <= number - first < len(chances) else 0.0
        assert got == pytest.approx(float(wanted), abs=1e-9)


def test_poissons_distribution_is_a_binomial_of_chance_0() -> None:
    first, chances = binomial(3.7, 0.0)
    assert first == 0
    assert chances[:12] == pytest.approx(
        [exp(-3.7 + k * 1.308332819650179 - lgamma(k + 1)) for k in range(12)], abs=1e-9
    )


@pytest.mark.parametrize(
    ("units", "won", "of"),
    [(1, 1, 3), (10, 1, 3), (50, 36, 200), (1000, 36, 200), (200, 20, 20), (900, 1, 50), (40, 0, 9)],
)
def test_units_through_evidence_are_beta_binomial(units: int, won: int, of: int) -> None:
    found = counts_of(thinned(Fixed(units, units, units), of_law(law_of(Evidence(won, of)))))
    assert padded(found, units + 1)[: units + 1] == pytest.approx(beta_binomial(units, won, of), abs=5e-8)


@settings(max_examples=15)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=60), st.integers(0, 30), st.integers(30, 90))
def test_thinning_a_count_mixes_beta_binomials(weights: list[int], won: int, of: int) -> None:
    """Each number of units that may arrive is thinned by the same uncertain rate."""
    weights = [*weights, 1]
    counts = [weight / sum(weights) for weight in weights]
    thinning = Thinning(64, counts_of(thinned(Fixed(64, 64, 64), of_law(law_of(Evidence(won, of))))))
    wanted = [0.0] * len(counts)
    for units, part in enumerate(counts):
        for passed, chance in enumerate(beta_binomial(units, won, of)):
            wanted[passed] += part * chance
    assert padded(thinning.of(counts), len(counts)) == pytest.approx(wanted, abs=5e-8)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20), st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_counts_add_up(left: list[float], right: list[float]) -> None:
    wanted = [0.0] * (len(left) + len(right) - 1)
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            wanted[i + j] += a * b
    assert padded(together(left, right), len(wanted)) == pytest.approx(wanted, abs=2e-9)


def test_only_a_negligible_tail_is_cut() -> None:
    assert cut([0.5, 0.5, 1e-12, 0.0]) == [0.5, 0.5]
    assert cut([0.0]) == [0.0]


MIXES = st.lists(st.tuples(st.integers(100, 600), st.integers(5, 90)), min_size=2, max_size=3)


@settings(max_examples=25)
@given(MIXES)
def test_draws_of_different_chances_by_their_first_four_cumulants(parts: list[tuple[int, int]]) -> None:
    """Held against the binomials added one by one."""
    fixed, whole = Fixed(), [1.0]
    for units, percent in parts:
        fixed = fixed.with_units(units, percent / 100)
        whole = together(whole, [float(p) for p in exact_binomial(units, Fraction(percent, 100))])
    variance = sum(units * p / 100 * (1 - p / 100) for units, p in parts)
    below = 0.0
    for got, wanted in zip(padded(counts_of(fixed), len(whole)), whole, strict=False):
        below += got - wanted
        assert abs(below) < 0.3 / variance**1.5 + 1e-6
