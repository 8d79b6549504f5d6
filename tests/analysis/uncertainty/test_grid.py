"""Densities on a grid, held against the normal distribution, polynomials and sums done one by one."""

from itertools import pairwise
from math import exp
from random import Random
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.uncertainty.distributions.convolution import convolved
from roadmapctl.analysis.uncertainty.distributions.grid import (
    Cumulative,
    Grid,
    boxed,
    even_edges,
    sampled,
    spread,
    trimmed,
)
from roadmapctl.analysis.uncertainty.distributions.normal import normal_below, normal_quantile

NORMAL = NormalDist()
ROWS = st.lists(st.floats(-5, 5, allow_subnormal=False), min_size=1, max_size=40)


def one_by_one(left: list[float], right: list[float]) -> list[float]:
    found = [0.0] * (len(left) + len(right) - 1)
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            found[i + j] += a * b
    return found


@given(ROWS, ROWS)
def test_a_convolution_is_the_sum_of_products(left: list[float], right: list[float]) -> None:
    wanted = one_by_one(left, right)
    # Each row is cut to 28 bits of its largest entry.
    slack = max(map(abs, left)) * max(map(abs, right)) * min(len(left), len(right)) * 2**-26 + 1e-300
    assert convolved(left, right) == pytest.approx(wanted, abs=slack, rel=0)


def test_long_rows_do_not_overflow_their_cells() -> None:
    row = [1.0] * 3000
    assert convolved(row, row)[2999] == pytest.approx(3000, rel=1e-6)


@pytest.mark.parametrize("step", [0.2, 0.1, 1 / 16])
def test_the_normal_distribution_from_its_samples(step: float) -> None:
    cumulative = Cumulative(sampled(lambda z: exp(-z * z / 2), -7.5, 7.5, step))
    for place in (-3.1, -1.2816, -0.03, 0.0, 0.7, 2.9):
        assert cumulative.below(place) == pytest.approx(NORMAL.cdf(place), abs=step**4 / 250)
    for chance in (0.001, 0.1, 0.5, 0.9, 0.999):
        assert NORMAL.cdf(cumulative.quantile(chance)) == pytest.approx(chance, abs=step**4 / 250)


def test_a_distribution_function_becomes_the_samples_of_its_density() -> None:
    edges = even_edges(-7.0, 7.0, 0.2)
    grid = boxed(edges, [NORMAL.cdf(edge) for edge in edges])
    for place, mass in zip(grid.points(), grid.mass, strict=True):
        assert mass == pytest.approx(0.2 * NORMAL.pdf(place), abs=5e-8)


def test_the_normal_quantile_to_the_last_digits() -> None:
    for chance in (1e-12, 1e-5, 0.02, 0.3, 0.5, 0.77, 0.999999):
        assert normal_below(normal_quantile(chance)) == pytest.approx(chance, rel=1e-12)
        assert normal_quantile(chance) == pytest.approx(NORMAL.inv_cdf(chance), abs=1e-9)


@given(st.lists(st.tuples(st.floats(-3, 0), st.floats(0.01, 1)), min_size=1, max_size=30), st.floats(0.05, 0.7))
def test_spreading_keeps_every_cubic_and_nothing_goes_beyond_the_top(
    rows: list[tuple[float, float]], step: float
) -> None:
    rows = sorted(rows)
    places, weights = [place for place, _ in rows], [weight for _, weight in rows]
    (grid,) = spread(places, [weights], step)
    for power in range(4):
        wanted = sum(weight * place**power for place, weight in rows)
        found = sum(mass * place**power for place, mass in zip(grid.points(), grid.mass, strict=True))
        assert found == pytest.approx(wanted, abs=1e-9)
    assert grid.points()[-1] == pytest.approx(places[-1], abs=1e-12)


def test_trimming_leaves_out_next_to_nothing() -> None:
    grid = sampled(lambda z: exp(-z * z / 2), -12, 12, 0.1)
    short = trimmed(grid)
    assert len(short.mass) < len(grid.mass)
    assert sum(short.mass) == pytest.approx(1, abs=3e-9)
    assert dict(zip(map(round, short.points()), short.mass, strict=True)).items()


@given(st.integers(0, 10**6))
def test_a_distribution_function_rises(seed: int) -> None:
    random = Random(seed)
    masses = [random.random() ** 3 for _ in range(30)]
    cumulative = Cumulative(Grid(0.0, 1.0, [mass / sum(masses) for mass in masses]))
    edges = [cumulative.below(place - 0.5) for place in range(-2, 34)]
    assert all(a <= b for a, b in pairwise(edges))
