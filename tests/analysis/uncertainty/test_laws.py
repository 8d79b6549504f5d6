"""What is believed of a rate or an amount, held against closed forms and SciPy."""

from fractions import Fraction
from math import asin, exp, log, pi, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapctl.analysis.uncertainty.distributions.grid import Cumulative
from roadmapctl.analysis.uncertainty.distributions.laws import Law, law_of
from roadmapctl.analysis.uncertainty.distributions.positive import of_law
from roadmapctl.analysis.uncertainty.distributions.product import product
from roadmapctl.model.estimates import Estimate, Evidence, Interval, Pert

TENTHS = (Fraction(4, 100), Fraction(6, 100), Fraction(9, 100))


def below(law: Law, value: float) -> float:
    return Cumulative(law.grid).below(law.place(value))


# scipy.stats.beta(won + .5, of - won + .5).ppf([.1, .5, .9]), SciPy 1.17
@pytest.mark.parametrize(
    ("won", "of", "quantiles"),
    [
        (36, 200, (0.1475261016021033, 0.18053473073333434, 0.21702411373459074)),
        (0, 50, (0.0001571078329197847, 0.004516436153576752, 0.026561078043806072)),
        (50, 50, (0.973438921956194, 0.9954835638464232, 0.9998428921670802)),
        (1, 3, (0.10153732554750933, 0.35245227987713096, 0.6847103216080093)),
    ],
)
def test_evidence_is_a_beta_distribution(won: int, of: int, quantiles: tuple[float, ...]) -> None:
    law = law_of(Evidence(won, of))
    assert [law.quantile(chance) for chance in (0.1, 0.5, 0.9)] == pytest.approx(quantiles, rel=3e-6)
    assert law.mean() == pytest.approx((won + 0.5) / (of + 1), rel=1e-9)


def test_nothing_won_of_one_has_a_closed_form() -> None:
    """Beta(½, 1½): P(r ≤ x) = 2/π · (asin √x + √(x(1 − x)))."""
    law = law_of(Evidence(0, 1))
    for x in (1e-6, 0.01, 0.2, 0.5, 0.97):
        assert below(law, x) == pytest.approx(2 / pi * (asin(sqrt(x)) + sqrt(x * (1 - x))), abs=1e-6)


def test_a_symmetrical_pert_has_a_closed_form() -> None:
    """Beta(3, 3) between the ends: P = 10u³ − 15u⁴ + 6u⁵."""
    law = law_of(Pert(Fraction(1, 10), Fraction(2, 10), Fraction(3, 10)))
    for u in (0.01, 0.2, 0.5, 0.8, 0.99):
        assert below(law, 0.1 + 0.2 * u) == pytest.approx(10 * u**3 - 15 * u**4 + 6 * u**5, abs=1e-6)
    assert law.mean() == pytest.approx(0.2, rel=1e-9)


def test_a_pert_that_is_likely_at_an_end_ends_there_abruptly() -> None:
    """Beta(1, 5): P = 1 − (1 − u)⁵."""
    law = law_of(Pert(Fraction(4, 100), Fraction(4, 100), Fraction(9, 100)))
    for u in (0.001, 0.0208, 0.13, 0.37):
        assert below(law, 0.04 + 0.05 * u) == pytest.approx(1 - (1 - u) ** 5, abs=1e-6)


@pytest.mark.parametrize(
    "estimate",
    [Interval(Fraction(1, 10), Fraction(3, 10), True), Interval(Fraction(8000), Fraction(20000), False)],
)
def test_an_interval_has_its_percentiles(estimate: Interval) -> None:
    law = law_of(estimate)
    wanted = [float(estimate.p10), float(estimate.point), float(estimate.p90)]
    assert [law.quantile(chance) for chance in (0.1, 0.5, 0.9)] == pytest.approx(wanted, rel=5e-7)


def test_large_evidence_loses_no_digits() -> None:
    law = law_of(Evidence(10**15, 4 * 10**15))
    assert law.quantile(0.5) == pytest.approx(0.25, rel=1e-12)
    assert law.quantile(0.9) - 0.25 == pytest.approx(1.2815515655446004 * sqrt(0.25 * 0.75 / 4e15), rel=1e-5)


@given(
    st.sampled_from([Evidence(3, 40), Pert(*TENTHS), Interval(Fraction(1, 10), Fraction(3, 10), True)]),
    st.integers(1, 99),
)
def test_recycling_raises_every_quantile_as_it_raises_a_rate(estimate: Estimate, share: int) -> None:
    """r' = r / (1 − ρ(1 − r)) rises with r."""
    plain, again = law_of(estimate), law_of(estimate, Fraction(share, 100))
    for chance in (0.1, 0.5, 0.9):
        rate = plain.quantile(chance)
        assert again.quantile(chance) == pytest.approx(rate / (1 - share / 100 * (1 - rate)), rel=1e-9)
        assert below(again, again.quantile(chance)) == pytest.approx(chance, abs=1e-7)


AMOUNTS = st.tuples(st.integers(1, 10**6), st.integers(102, 1000)).map(
    lambda p: Interval(Fraction(p[0]), Fraction(p[0] * p[1], 100), False)
)


@settings(max_examples=60)
@given(st.lists(AMOUNTS, min_size=1, max_size=8))
def test_a_product_of_lognormals_is_lognormal(factors: list[Interval]) -> None:
    """Medians multiply, squares of deviations add: continuous quantiles lie within 0.01 % of this closed form."""
    found = product([of_law(law_of(factor)) for factor in factors])
    middle = sum(log(factor.p10 * factor.p90) / 2 for factor in factors)
    deviation = sqrt(sum((log(factor.p90 / factor.p10) / 2 / 1.2815515655446004) ** 2 for factor in factors))
    for chance, normal in ((0.1, -1.2815515655446004), (0.5, 0.0), (0.9, 1.2815515655446004)):
        assert found.quantile(chance) == pytest.approx(exp(middle + normal * deviation), rel=3e-5)


def test_a_product_of_beta_rates() -> None:
    """scipy.integrate.quad of P(r₁ ≤ q / r₂) over the density of r₂, Beta(36½, 164½) · Beta(20½, 40½), SciPy 1.17."""
    found = product([of_law(law_of(Evidence(36, 200))), of_law(law_of(Evidence(20, 60)))])
    known = ((0.03, 0.00404187), (0.04442, 0.11330507), (0.0599, 0.50043917), (0.0785, 0.88445194), (0.1, 0.99101294))
    for value, chance in known:
        assert found.below(value) == pytest.approx(chance, abs=2e-6)
