"""Correlations that can hold at once, held against NumPy's eigenvalues and a closed form."""

from fractions import Fraction
from math import floor, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.uncertainty.question.correlation import part_possible, possible

np = pytest.importorskip("numpy", reason="the extra `simulate` is not installed")

NUMBERS = st.integers(-100, 100).map(lambda hundredths: hundredths / 100)


def chain(by: float) -> tuple[tuple[float, ...], ...]:
    """Two rates that go with a third one, and not with each other."""
    return ((1.0, by, 0.0), (by, 1.0, by), (0.0, by, 1.0))


@given(NUMBERS, NUMBERS, NUMBERS)
def test_what_is_possible_has_no_eigenvalue_below_nought(a: float, b: float, c: float) -> None:
    matrix = ((1.0, a, b), (a, 1.0, c), (b, c, 1.0))
    least = float(np.linalg.eigvalsh(np.array(matrix)).min())
    if abs(least) > 1e-6:
        assert possible(matrix) == (least > 0)


@pytest.mark.parametrize("by", [0.71, 0.8, 0.9, 1.0, -0.9])
def test_the_part_of_a_chain_that_can_be(by: float) -> None:
    """Its least eigenvalue is 1 − √2·|by|."""
    assert part_possible(chain(by)) == Fraction(floor(100 / (sqrt(2) * abs(by))), 100)


def test_what_can_be_stays_as_it_is() -> None:
    assert part_possible(chain(0.7)) == part_possible(()) == 1
