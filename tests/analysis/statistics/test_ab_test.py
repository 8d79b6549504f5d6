"""Two rates compared, against SciPy 1.17 and a sum in 40 digits (mpmath)."""

from fractions import Fraction
from math import comb, exp, lgamma, log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapctl.analysis.statistics.ab_test import (
    Counted,
    credible_interval,
    posterior,
    two_sided,
    wilson_interval,
    z_test,
)
from roadmapctl.analysis.statistics.beta_distribution import Beta

UNIFORM = (Fraction(1), Fraction(1))
LEVEL = Fraction(95, 100)
DIGITS = 1e-9

# scipy.special.betainc(a, b, x) and scipy.stats.beta.ppf(0.1, a, b)
BETA = [
    (0.5, 0.5, 0.1, 0.20483276469913345, 0.024471741852423214),
    (2, 3, 0.4, 0.5248, 0.14255931671003072),
    (145, 1057, 0.13, 0.8408596643574017, 0.10873800107093101),
    (0.1, 0.1, 0.3, 0.46280418611555213, 8.869280011934583e-08),
    (0.1, 1e6, 5e-10, 0.49151476494046203, 6.073051095615932e-17),
    (421, 4581, 0.09, 0.9292330288464244, 0.0791725946091927),
    (1e6, 2e6, 0.3336, 0.8364079104217175, 0.33298456299512924),
    (1, 1e8, 1e-8, 0.632120560667955, 1.0536051560232212e-09),
    (1e8, 1e8, 0.50003, 0.8019280453412152, 0.4999546903099146),
]

# A, B; P(B > A) as Evan Miller's finite sum in 40 digits; scipy.stats.beta.ppf of both; z and 2·Φ(−|z|) in 40 digits;
# scipy.stats.chi2_contingency(correction=True); scipy.stats.binomtest(…).proportion_ci(method="wilson") of both.
TESTS = [
    ((144, 1200), (192, 1200), 0.9976259726189826, (0.10283563085369558, 0.13962433397710325),
     (0.14036334723275498, 0.1818378031164224), 2.82372483201007, 0.004746911940511492, 0.005694073169422266,
     (0.10281584099458078, 0.1396093194634978), (0.1403473517179373, 0.18182252869192247)),
    ((47, 312), (61, 289), 0.9727760492289578, (0.11528708910172669, 0.19463090978303008),
     (0.1680222351378494, 0.2618292547886599), 1.927935446084112, 0.0538631561365144, 0.0685135484600542,
     (0.11521343511545808, 0.19456685524293832), (0.16797176389567076, 0.26175379247695485)),
    ((503, 5000), (613, 5000), 0.9997624062198696, (0.09257133484707111, 0.1092504226588534),
     (0.11380199498104375, 0.13198552168949257), 3.493464327328213, 0.0004767966811654674, 0.0005367640376257954,
     (0.09256663145562494, 0.10924660885808668), (0.11379769801158326, 0.13198176341654583)),
    ((420, 5000), (468, 5100), 0.9157342522880362, (0.07663207000241735, 0.0920155204194634),
     (0.08415058202551999, 0.10000188414843586), 1.377756090053458, 0.1682786072446285, 0.17939623293334594,
     (0.0766270267940438, 0.09201170122424372), (0.08414580359172953, 0.09999813316720267)),
    ((0, 10), (1, 12), 0.7173913043478261, (0.002298972213814267, 0.28491415291815436),
     (0.019206671982528477, 0.3602974352678765), 0.9343531843023135, 0.3501217384052011, 1.0,
     (0.0, 0.27753279986288926), (0.014865094404917123, 0.35387991114111694)),
    ((3, 3), (2, 4), 0.119047619047619, (0.3976353643835253, 0.9936905367902902),
     (0.14663279963467313, 0.8533672003653268), -1.449137674618944, 0.1472991386226761, 0.5459717226765591,
     (0.4385029682449546, 1.0), (0.15003898915214953, 0.8499610108478505)),
]  # fmt: skip


@pytest.mark.parametrize(("alpha", "beta", "rate", "below", "tenth"), BETA)
def test_the_beta_distribution(alpha: float, beta: float, rate: float, below: float, tenth: float) -> None:
    assert Beta(alpha, beta).below(rate) == pytest.approx(below, abs=DIGITS)
    assert Beta(alpha, beta).quantile(0.1) == pytest.approx(tenth, rel=DIGITS)


@pytest.mark.parametrize(
    ("a", "b", "chance", "credible_a", "credible_b", "z", "p", "corrected", "wilson_a", "wilson_b"), TESTS
)
def test_two_rates(
    a: tuple[int, int],
    b: tuple[int, int],
    chance: float,
    credible_a: tuple[float, float],
    credible_b: tuple[float, float],
    z: float,
    p: float,
    corrected: float,
    wilson_a: tuple[float, float],
    wilson_b: tuple[float, float],
) -> None:
    one, other = Counted(*a), Counted(*b)
    test = z_test(one, other)
    beliefs = posterior(one, UNIFORM), posterior(other, UNIFORM)
    assert beliefs[1].chance_above(beliefs[0]) == pytest.approx(chance, abs=DIGITS)
    assert (test.z, test.p_value, test.p_value_continuity) == pytest.approx((z, p, corrected), abs=DIGITS)
    assert credible_interval(beliefs[0], LEVEL) == pytest.approx(credible_a, abs=DIGITS)
    assert credible_interval(beliefs[1], LEVEL) == pytest.approx(credible_b, abs=DIGITS)
    assert wilson_interval(one, LEVEL) == pytest.approx(wilson_a, abs=DIGITS)
    assert wilson_interval(other, LEVEL) == pytest.approx(wilson_b, abs=DIGITS)


def test_where_nobody_converts_nothing_is_told() -> None:
    assert z_test(Counted(0, 10), Counted(0, 12))[1:] == (None, None, None, False)
    assert z_test(Counted(9, 9), Counted(4, 4))[1:] == (None, None, None, False)


def test_a_p_value_far_out_is_small_and_not_0() -> None:
    assert two_sided(30) == pytest.approx(9.813427854295816e-198, rel=1e-9)  # 2 * scipy.stats.norm.sf(30)


COUNTS = st.integers(1, 400).flatmap(lambda of: st.integers(0, of).map(lambda won: Counted(won, of)))


@given(st.integers(1, 60), st.integers(1, 60), st.floats(0.001, 0.999))
def test_a_beta_of_whole_parameters_is_a_binomial_sum(alpha: int, beta: int, rate: float) -> None:
    size = alpha + beta - 1
    successes = range(alpha, size + 1)
    expected = sum(comb(size, k) * rate**k * (1 - rate) ** (size - k) for k in successes)
    assert Beta(alpha, beta).below(rate) == pytest.approx(expected, abs=1e-11)


@settings(max_examples=40)
@given(COUNTS, COUNTS)
def test_the_chance_that_b_is_better_is_a_finite_sum(a: Counted, b: Counted) -> None:
    alpha_a, beta_a, alpha_b, beta_b = 1 + a.won, 1 + a.of - a.won, 1 + b.won, 1 + b.of - b.won

    def log_beta(x: float, y: float) -> float:
        return lgamma(x) + lgamma(y) - lgamma(x + y)

    terms = (
        exp(
            log_beta(alpha_a + i, beta_b + beta_a)
            - log(beta_b + i)
            - log_beta(1 + i, beta_b)
            - log_beta(alpha_a, beta_a)
        )
        for i in range(alpha_b)
    )
    assert posterior(b, UNIFORM).chance_above(posterior(a, UNIFORM)) == pytest.approx(sum(terms), abs=1e-9)


@settings(max_examples=40)
@given(COUNTS, COUNTS, st.integers(50, 99))
def test_what_holds_for_any_counts(a: Counted, b: Counted, level: int) -> None:
    one, other = posterior(a, UNIFORM), posterior(b, UNIFORM)
    assert one.chance_above(other) + other.chance_above(one) == pytest.approx(1, abs=1e-12)
    believed = credible_interval(one, Fraction(level, 100))
    assert one.below(believed.high) - one.below(believed.low) == pytest.approx(level / 100, abs=1e-12)
    scored = wilson_interval(a, Fraction(level, 100))
    assert 0 <= scored.low <= a.rate <= scored.high <= 1
