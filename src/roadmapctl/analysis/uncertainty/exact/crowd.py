"""Many units, or what they are worth: an uncertain mean, and chance around it that is nearly normal."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from math import exp, pi, sqrt
from typing import NamedTuple

from roadmapctl.analysis.uncertainty.distributions.normal import normal_below
from roadmapctl.analysis.uncertainty.distributions.positive import Positive

FAR = 7.0
"""Standard deviations beyond which nothing is left."""
CLOSE = 0.8
"""How close points lie, in standard deviations of chance, where it blurs them."""
SLIGHT = 1.5
"""Chance with a standard deviation of fewer steps between points than these is slight."""
ODD = 0.15
"""A skewness from which on a few quantiles do not stand for a distribution."""
GAUSS = (
    (-sqrt(5 + sqrt(10)), (7 - 2 * sqrt(10)) / 60),
    (-sqrt(5 - sqrt(10)), (7 + 2 * sqrt(10)) / 60),
    (0.0, 8 / 15),
    (sqrt(5 - sqrt(10)), (7 + 2 * sqrt(10)) / 60),
    (sqrt(5 + sqrt(10)), (7 - 2 * sqrt(10)) / 60),
)
"""Gauss and Hermite's five nodes of the normal distribution, with their weights."""


class Shape(NamedTuple):
    """Standard deviation, skewness and excess kurtosis of chance around a mean."""

    deviation: float
    skewness: float
    kurtosis: float


class Points(NamedTuple):
    """Means in rising order with their weights, and P(number ≤ edge) by chance around the mean of an index.

    `ratio` is the most that the variance of chance is of its mean.
    """

    places: Sequence[float]
    weights: Sequence[float]
    below: Callable[[int, float], float]
    ratio: float


class Crowd:
    """A nearly continuous number: `mean` with chance of a shape around it, which `points` stand for; no mean where it is known."""

    def __init__(self, mean: Positive | None, shape_at: Callable[[float], Shape], points: Callable[[], Points]) -> None:
        self._mean, self._shape_at, self._points = mean, shape_at, points
        self._told: tuple[Points, list[float]] | None = None

    def below(self, edge: float) -> float:
        """P(number ≤ edge)."""
        if edge <= 0:
            return 0.0
        mean = self._mean
        if mean is None:
            return self._point_by_point(edge)
        shape, spacing = self._shape_at(edge), mean.spacing(edge)
        slight = abs(shape.skewness) < ODD and shape.deviation < SLIGHT * spacing
        return (
            self._through(mean, edge, shape)
            if slight or CLOSE * shape.deviation < spacing
            else self._point_by_point(edge)
        )

    def _point_by_point(self, edge: float) -> float:
        """Where the points lie close enough for chance to blur them."""
        if self._told is None:
            points = self._points()
            self._told = points, [0.0, *accumulate(points.weights)]
        points, sums = self._told
        # Only of means M with |M − edge| < 7·√(ratio·M) chance decides.
        half = FAR * sqrt(points.ratio) / 2
        root = sqrt(edge + half * half)
        first = bisect_left(points.places, max(0.0, root - half) ** 2)
        last = bisect_right(points.places, (root + half) ** 2)
        return sums[first] + sum(points.weights[number] * points.below(number, edge) for number in range(first, last))

    def _through(self, mean: Positive, edge: float, shape: Shape) -> float:
        """Where chance is slight: P(mean ≤ what it would have to be) at five quantiles of chance."""
        total = 0.0
        for normal, weight in GAUSS:
            # The mean that, moved by chance, comes to the edge: first with a variance in proportion to it, then with its own.
            half = shape.deviation / sqrt(edge) * bent(normal, shape) / 2
            own = self._shape_at((sqrt(edge + half * half) - half) ** 2)
            total += weight * mean.below(edge - own.deviation * bent(normal, own))
        return total

    def near(self, chance: float) -> tuple[float, float]:
        """About where its quantile lies, and about the standard deviation of its logarithm."""
        mean = self._mean
        if mean is None:
            middle, own = self._points().places[0], 0.0
        else:
            low, middle, high = (mean.quantile(at) for at in (chance / 2, chance, (1 + chance) / 2))
            own = (high - low) / (2 * middle)
        return middle, sqrt(own**2 + (self._shape_at(middle).deviation / middle) ** 2)


def bent(normal: float, shape: Shape) -> float:
    """The quantile, in standard deviations from the mean, that belongs to one of the normal distribution (Cornish and Fisher)."""
    z, skew = normal, shape.skewness
    return z + skew * (z * z - 1) / 6 + shape.kurtosis * (z**3 - 3 * z) / 24 - skew * skew * (2 * z**3 - 5 * z) / 36


def edgeworth(z: float, shape: Shape) -> float:
    """P(X ≤ mean + z standard deviations) of a nearly normal X, by Edgeworth's series."""
    if not -FAR < z < FAR:
        return float(z > 0)
    _, skew, kurtosis = shape
    square = z * z
    bend = (
        skew * (square - 1) / 6
        + kurtosis * z * (square - 3) / 24
        + skew * skew * z * (square * (square - 10) + 15) / 72
    )
    return normal_below(z) - exp(-square / 2) / sqrt(2 * pi) * bend
