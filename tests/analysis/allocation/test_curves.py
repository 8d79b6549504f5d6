"""Response curves against what they are defined as, and against numerical differences."""

from fractions import Fraction
from math import inf, log

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from roadmapctl.analysis.allocation.curves import (
    Curve,
    Hill,
    Lines,
    Log,
    Power,
    Proportional,
    Smooth,
    marginal_before,
    spend_for,
)

LINES = Lines(((Fraction(0), Fraction(0)), (Fraction(20_000), Fraction(400)), (Fraction(60_000), Fraction(800))))
SMOOTH = [
    Hill(1600, 60_000),
    Hill(1000, 40_000, 3.0),
    Hill(900, 20_000, 0.6),
    Log(300, 9_000),
    Power(30, 0.6),
]
SPENDS = (1.0, 500.0, 7_000.0, 40_000.0, 250_000.0, 3e6)


def test_what_curves_are_defined_as() -> None:
    assert Proportional(Fraction(1, 45)).units(Fraction(900)) == 20
    assert Hill(1600, 60_000).units(60_000) == 800  # half of the most at half
    assert Hill(1600, 60_000).units(20_000) == pytest.approx(1600 * 20 / 80, rel=1e-14)
    assert Hill(1000, 40_000, 3).units(20_000) == pytest.approx(1000 / 9, rel=1e-14)  # 2³ / (4³ + 2³)
    assert Log(300, 9_000).units(9_000) == pytest.approx(300 * log(2), rel=1e-14)
    assert Power(30, 0.5).units(10_000) == pytest.approx(3000, rel=1e-14)
    assert [LINES.units(Fraction(x)) for x in (0, 10_000, 20_000, 50_000, 60_000, 90_000)] == [
        0,
        200,
        400,
        700,
        800,
        800,
    ]
    assert all(curve.units(0) == 0 for curve in (*SMOOTH, LINES))


@pytest.mark.parametrize("curve", SMOOTH, ids=str)
@pytest.mark.parametrize("spend", SPENDS)
def test_marginal_returns_are_the_slope(curve: Smooth, spend: float) -> None:
    step = spend * 1e-5
    slope = (curve.units(spend + step) - curve.units(spend - step)) / (2 * step)
    assert curve.marginal(spend) == pytest.approx(slope, rel=1e-6)


def test_marginal_returns_at_nothing() -> None:
    assert Hill(1600, 60_000).marginal(0) == pytest.approx(1600 / 60_000)
    assert Hill(1600, 60_000, 2).marginal(0) == 0
    assert Hill(1600, 60_000, 0.5).marginal(0) == Power(3, 0.5).marginal(0) == inf


def test_lines_have_two_slopes_at_a_corner() -> None:
    assert (marginal_before(LINES, Fraction(20_000)), LINES.marginal(Fraction(20_000))) == (
        Fraction(1, 50),
        Fraction(1, 100),
    )
    assert (marginal_before(LINES, Fraction(60_000)), LINES.marginal(Fraction(60_000))) == (Fraction(1, 100), 0)


@given(
    most=st.floats(1, 1e6),
    half=st.floats(1, 1e9),
    shape=st.floats(0.2, 8),
    place=st.floats(1e-4, 1e4),
)
def test_the_spend_at_a_marginal_return_has_that_return(most: float, half: float, shape: float, place: float) -> None:
    hill = Hill(most, half, shape)
    spend = half * place
    assume(spend > hill.inflection * 1.001)
    assert hill.spend_at(hill.marginal(spend)) == pytest.approx(spend, rel=1e-6)


@pytest.mark.parametrize("curve", SMOOTH, ids=str)
def test_the_spend_at_a_marginal_return_of_every_form(curve: Smooth) -> None:
    for spend in SPENDS:
        if spend > curve.inflection:
            assert curve.spend_at(curve.marginal(spend)) == pytest.approx(spend, rel=1e-9)
    assert curve.spend_at(0.0) == inf


def test_a_return_higher_than_any_is_had_at_the_inflection() -> None:
    hill = Hill(1000, 40_000, 3)
    # y'' = 0 at half · ((a − 1)/(a + 1))^(1/a) = 40,000 · (1/2)^(1/3)
    assert hill.inflection == pytest.approx(31_748.02, abs=0.01)
    assert hill.spend_at(1.0) == hill.inflection
    assert hill.marginal(hill.inflection) > max(hill.marginal(hill.inflection * f) for f in (0.99, 1.01))


@pytest.mark.parametrize("curve", [*SMOOTH, LINES, Proportional(Fraction(1, 45))], ids=str)
def test_the_least_spend_for_units(curve: Curve) -> None:
    most = Fraction(50_000)
    wanted = Fraction(curve.units(most)) * Fraction(2, 3)
    spend = spend_for(curve, wanted, most)
    assert spend is not None and curve.units(spend) >= wanted
    assert curve.units(spend - Fraction(1, 50)) < wanted
    assert spend_for(curve, Fraction(curve.units(most)) + 1, most) is None
    assert spend_for(curve, Fraction(0), most) == 0


def test_the_least_spend_on_lines_is_exact() -> None:
    assert spend_for(LINES, Fraction(700), Fraction(60_000)) == 50_000
    assert spend_for(LINES, Fraction(401), Fraction(60_000)) == 20_100


def test_a_return_next_to_nothing_takes_more_than_all_money() -> None:
    assert Power(3, 0.95).spend_at(1e-300) == inf
    assert Hill(3, 10, 0.2).spend_at(1e-300) > 1e200
