"""What is believed of an uncertain number: its distribution, in a coordinate in which it is smooth."""

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from math import exp, expm1, inf, log, log1p, sqrt
from typing import NamedTuple

from roadmapctl.analysis.funnel.lags import NORMAL_P90
from roadmapctl.analysis.uncertainty.distributions.grid import Cumulative, Grid, sampled
from roadmapctl.model.estimates import Estimate, Evidence, Exact, Interval, Pert

DEPTH = 24.0
"""A density e^-24 below its peak adds nothing."""
FINENESS = 10
"""Points for each standard deviation near the peak."""
ROUGH = 2.0
"""A rate that comes to an even chance within so many deviations crowds below 1."""
SMOOTH = 3.0
"""A Beta parameter from which on the density ends smoothly at its side."""


class Law(NamedTuple):
    """A distribution: `grid` is its density in the coordinate that `value` (increasing) maps to the number itself and
    `place` maps back from it.

    `rough` where the density of the number's logarithm ends abruptly or without bounds at a side.
    """

    grid: Grid
    value: Callable[[float], float]
    place: Callable[[float], float]
    rough: bool = False

    def rows(self) -> list[tuple[float, float]]:
        """The number at each point of the grid, with its weight."""
        return [(self.value(place), weight) for place, weight in zip(self.grid.points(), self.grid.mass, strict=True)]

    def mean(self) -> float:
        """Its expected value."""
        return sum(value * weight for value, weight in self.rows())

    def quantile(self, chance: float) -> float:
        """The number that it stays below with a chance."""
        return self.value(Cumulative(self.grid).quantile(chance))


@lru_cache(maxsize=64)
def law_of(estimate: Estimate, recycling: Fraction | None = None) -> Law:
    """The distribution of an estimate that is not exact; of a rate with `recycling` inside its stage the effective one.

    Evidence: Beta(won + ½, of − won + ½) (Jeffreys). Low, likely and high: the PERT distribution, Beta(1 + 4·(likely −
    low) / (high − low), 6 − …) between low and high. A tenth and a ninetieth percentile: normal in the
    logarithmic odds for a rate, in the logarithm for money.
    """
    law = _law_of(estimate)
    return law if not recycling else _recycled(law, float(recycling))


def _law_of(estimate: Estimate) -> Law:
    if isinstance(estimate, Evidence):
        return _beta(estimate.won + 0.5, estimate.of - estimate.won + 0.5, 0.0, 1.0)
    if isinstance(estimate, Pert):
        low, likely, high = map(float, estimate)
        alpha = 1 + 4 * (likely - low) / (high - low)
        return _beta(alpha, 6 - alpha, low, high)
    if isinstance(estimate, Interval):
        return _normal(estimate)
    raise TypeError(f"{Exact.__name__} has no distribution")


def odds(rate: float) -> float:
    """Logarithmic odds; without end at 0 and 1."""
    return -inf if rate <= 0 else inf if rate >= 1 else log(rate / (1 - rate))


def expit(place: float) -> float:
    """The rate of logarithmic odds."""
    return 1 / (1 + exp(-place)) if place > -700 else 0.0


def _beta(alpha: float, beta: float, low: float, high: float) -> Law:
    """A Beta distribution stretched between two ends, in logarithmic odds of the way between them."""
    whole, width = alpha + beta, high - low
    peak, small, side = log(alpha / beta), min(alpha, beta), 1 if alpha <= beta else -1

    def height(place: float) -> float:
        # x^α·(1 − x)^β over its peak, in terms of the smaller parameter, so that nothing large is taken from something large
        way = side * (place - peak)
        return exp(small * way - whole * log1p(small / whole * expm1(way)))

    left, right = _reach(lambda way: height(peak - way)), _reach(lambda way: height(peak + way))
    return Law(
        sampled(height, peak - left, peak + right, sqrt(whole / (alpha * beta)) / FINENESS),
        lambda place: low + width * expit(place),
        lambda value: odds((value - low) / width),
        beta < SMOOTH or (low > 0 and alpha < SMOOTH),
    )


def _reach(height: Callable[[float], float]) -> float:
    """How far from the peak, where it is 1, a density still counts."""
    negligible = exp(-DEPTH)
    near, far = 0.0, 1e-9
    while height(far) > negligible:
        near, far = far, 2 * far
    for _ in range(6):
        middle = (near + far) / 2
        near, far = (middle, far) if height(middle) > negligible else (near, middle)
    return far


def _normal(estimate: Interval) -> Law:
    ends = float(estimate.p10), float(estimate.p90)
    inward, outward = (odds, expit) if estimate.is_rate else (log, exp)
    low, high = map(inward, ends)
    middle, deviation = (low + high) / 2, (high - low) / (2 * NORMAL_P90)
    reach = sqrt(2 * DEPTH)
    return Law(
        sampled(lambda z: exp(-z * z / 2), -reach, reach, 1 / FINENESS),
        lambda z: outward(middle + deviation * z),
        lambda value: (inward(value) - middle) / deviation if value > 0 else -inf,
        estimate.is_rate and middle + deviation * ROUGH > 0,
    )


def _recycled(law: Law, share: float) -> Law:
    """Of r / (1 − ρ(1 − r)), where a share ρ of those who do not convert tries again."""

    def effective(rate: float) -> float:
        return rate / (1 - share * (1 - rate)) if rate else 0.0

    def stated(rate: float) -> float:
        return rate * (1 - share) / (1 - share * rate)

    return law._replace(
        value=lambda place: effective(law.value(place)),
        place=lambda rate: law.place(stated(rate)),
    )
