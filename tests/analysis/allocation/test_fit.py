"""From known points to curves: what is meant is found again, and nothing is read into them."""

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.allocation.curves import Hill, Lines, Log, Power, Proportional, Smooth
from roadmapctl.analysis.allocation.fit import CLOSE_ENOUGH, Fit, fitted

Pairs = list[tuple[float, float]]


def fit(*pairs: tuple[float, float]) -> Fit:
    return fitted([(Fraction(x), Fraction(y)) for x, y in pairs])


def on(curve: Smooth, spends: list[int]) -> Fit:
    return fit(*((x, curve.units(x)) for x in spends))


def test_one_point_is_a_price() -> None:
    found = fit((20_000, 400))
    assert (found.curve, found.form, found.error, found.first, found.last) == (
        Proportional(Fraction(1, 50)),
        "proportional",
        0,
        20_000,
        20_000,
    )


def test_points_in_proportion_are_a_price() -> None:
    assert fit((20_000, 400), (30_000, 600), (50_000, 1000)).curve == Proportional(Fraction(1, 50))


def test_two_points_that_diminish_are_a_saturation_curve_through_both() -> None:
    # B·20 / (k + 20) = 400 and B·60 / (k + 60) = 800 (in thousands) give k = 60, B = 1600.
    found = fit((20_000, 400), (60_000, 800))
    assert isinstance(found.curve, Hill) and found.form == "hill"
    assert (found.curve.most, found.curve.half, found.curve.shape) == pytest.approx((1600, 60_000, 1), rel=1e-7)
    assert found.error < 1e-9


@pytest.mark.parametrize(
    ("curve", "form"),
    [
        (Hill(1200, 40_000, 1.7), "hill"),
        (Hill(1200, 40_000, 0.6), "hill"),
        (Log(300, 2_000), "log"),
        (Power(30, 0.6), "power"),
    ],
    ids=str,
)
def test_a_curve_is_known_again_by_its_points(curve: Smooth, form: str) -> None:
    found = on(curve, [2_000 * step for step in range(1, 60)])
    assert found.form == form
    assert tuple(found.curve[:2]) == pytest.approx(tuple(curve[:2]), rel=1e-4)
    assert found.error < 1e-5


def test_a_point_without_spend_comes_anyway() -> None:
    found = fit((0, 50), (20_000, 450), (60_000, 850))
    assert found.base == 50 and found.points == 3
    assert isinstance(found.curve, Hill) and found.curve.half == pytest.approx(60_000, rel=1e-7)


def test_points_that_no_form_comes_near_are_joined_by_lines() -> None:
    found = fit((20_000, 100), (60_000, 800))  # returns rise, and two points know nothing of where that ends
    assert found.form == "lines"
    assert found.curve == Lines(
        ((Fraction(0), Fraction(0)), (Fraction(20_000), Fraction(100)), (Fraction(60_000), Fraction(800)))
    )


def test_points_that_level_off_at_once_do_not_make_the_first_money_miraculous() -> None:
    found = fit((20_000, 400), (60_000, 400))
    assert found.curve.units(Fraction(5_000)) == 100 and found.curve.marginal(Fraction(30_000)) == 0


def test_an_s_shape_is_found_where_the_points_have_one_and_only_there() -> None:
    s_shaped = fit((10_000, 50), (20_000, 200), (40_000, 500))
    assert isinstance(s_shaped.curve, Hill) and s_shaped.curve.shape > 1
    diminishing = fit((10_000, 300), (20_000, 400), (40_000, 420))
    assert not isinstance(diminishing.curve, Hill) or diminishing.curve.shape <= 1


def test_nothing_stays_nothing() -> None:
    assert fit((20_000, 0), (60_000, 0)).curve == Proportional(Fraction(0))


def test_a_drawn_curve_that_no_form_meets_keeps_its_points() -> None:
    halves = (5_000, 9_000, 20_000, 50_000)
    steps: Pairs = [(x * 500, sum(Hill(100, half, 1.4).units(x * 500) for half in halves)) for x in range(1, 160)]
    found = fit(*steps)
    assert found.form == "lines" and 0 < found.error < 0.002  # a hundred corners of 159 points
    for spend, units in steps:
        assert float(found.curve.units(Fraction(spend))) == pytest.approx(units, abs=0.002 * steps[-1][1])


@given(
    steps=st.lists(st.tuples(st.integers(1, 50_000), st.integers(0, 5_000)), min_size=1, max_size=7),
    base=st.integers(0, 100),
)
def test_no_curve_is_further_off_than_it_says_and_none_falls(steps: list[tuple[int, int]], base: int) -> None:
    points = [(Fraction(0), Fraction(base))]
    for money, units in steps:
        points.append((points[-1][0] + money, points[-1][1] + units))
    found = fitted(points)
    largest = float(points[-1][1]) - base
    for spend, units in points:
        off = abs(float(found.curve.units(spend)) + base - float(units))
        assert off <= (found.error + 1e-9) * largest + 1e-9
    assert found.error <= CLOSE_ENOUGH
    grid = [float(found.curve.units(points[-1][0] * n / 50)) for n in range(51)]
    assert all(later >= earlier - 1e-9 for earlier, later in itertools.pairwise(grid))
