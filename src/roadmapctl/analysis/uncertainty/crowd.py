"""Many units, or what they are worth: an uncertain mean, and chance around it that is nearly normal."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from math import erf, exp, pi, sqrt
from typing import NamedTuple

from roadmapctl.analysis.uncertainty.factor import Factor

FAR = 7.0
"""Standard deviations beyond which nothing is left."""
CLOSE = 0.8
"""How close points lie, in standard deviations of chance, where it blurs them."""
NEARLY_NORMAL = 10.0
"""A standard deviation of whole units from which on four cumulants tell their number."""
GAUSS = ((-sqrt(3), 1 / 6), (0.0, 2 / 3), (sqrt(3), 1 / 6))
"""Gauss and Hermite's three nodes of the normal distribution, with their weights."""


class Shape(NamedTuple):
    """Standard deviation, skewness and excess kurtosis of chance around a mean."""

    deviation: float
    skewness: float
    kurtosis: float


class Crowd:
    """A nearly continuous number: chance of these shapes around means with these weights, in rising order.

    `mean` is the distribution the means are points of; None for a single known one. `few` is P(number ≤ x) around the mean
    of an index, for where its chance is too small to be nearly normal.
    """

    def __init__(
        self,
        mean: Factor | None,
        rows: Sequence[tuple[float, float]],
        shapes: Sequence[Shape],
        few: Callable[[int, float], float] | None = None,
    ) -> None:
        self._mean, self._shapes, self._few = mean, shapes, few
        self._places = [place for place, _ in rows]
        self._weights = [weight for _, weight in rows]
        self._sums = [0.0, *accumulate(self._weights)]
        self._ratio = max(shape.deviation**2 / place for place, shape in zip(self._places, shapes, strict=True))

    def below(self, edge: float) -> float:
        """P(number ≤ edge)."""
        if edge <= 0:
            return 0.0
        if self._mean is not None:
            deviation = self._shape(edge).deviation
            spacing = self._mean.value(self._mean.place(edge) + self._mean.cumulative.grid.step) - edge
            if spacing > CLOSE * deviation:
                return self._through(self._mean, edge, deviation)
        return self._row_by_row(edge)

    def _row_by_row(self, edge: float) -> float:
        """Where the points lie close enough for chance to blur them."""
        # M − 7·√(ratio·M) = edge and M + 7·√(ratio·M) = edge bound those on whose chance it depends.
        half = FAR * sqrt(self._ratio) / 2
        root = sqrt(edge + half * half)
        first = bisect_left(self._places, max(0.0, root - half) ** 2)
        last = bisect_right(self._places, (root + half) ** 2)
        return self._sums[first] + sum(self._weights[n] * self._around(n, edge) for n in range(first, last))

    def _around(self, number: int, edge: float) -> float:
        shape = self._shapes[number]
        if self._few is not None and shape.deviation < NEARLY_NORMAL:
            return self._few(number, edge)
        return edgeworth((edge - self._places[number]) / shape.deviation, shape)

    def _through(self, mean: Factor, edge: float, deviation: float) -> float:
        """Where chance is slight: P(mean ≤ what it would have to be) at three quantiles of chance."""
        ratio = deviation / sqrt(edge)
        total = 0.0
        for normal, weight in GAUSS:
            # The mean that, moved by chance, comes to the edge: first with a variance in proportion to it, then with its own.
            half = ratio * bent(normal, self._shape(edge)) / 2
            near = (sqrt(edge + half * half) - half) ** 2
            shape = self._shape(near)
            total += weight * mean.cumulative.below(mean.place(edge - shape.deviation * bent(normal, shape)))
        return total

    def _shape(self, edge: float) -> Shape:
        """Between two points, on a straight line."""
        number = min(max(1, bisect_left(self._places, edge)), len(self._places) - 1)
        if not number:
            return self._shapes[0]
        low, high = self._places[number - 1 : number + 1]
        part = min(max(0.0, (edge - low) / (high - low)), 1.0) if high > low else 0.0
        return Shape(*(a + part * (b - a) for a, b in zip(*self._shapes[number - 1 : number + 1], strict=True)))

    def near(self, chance: float) -> tuple[float, float]:
        """About where its quantile lies, and about how far off that may be."""
        middle = self._places[0] if self._mean is None else self._mean.value(self._mean.cumulative.quantile(chance))
        return middle, self._shape(middle).deviation


def bent(normal: float, shape: Shape) -> float:
    """The quantile, in standard deviations from the mean, that belongs to one of the normal distribution (Cornish and Fisher)."""
    z, skew = normal, shape.skewness
    return z + skew * (z * z - 1) / 6 + shape.kurtosis * (z**3 - 3 * z) / 24 - skew * skew * (2 * z**3 - 5 * z) / 36


def edgeworth(z: float, shape: Shape) -> float:
    """P(X ≤ mean + z standard deviations) of a nearly normal X, by Edgeworth's series."""
    if abs(z) > FAR:
        return float(z > 0)
    skew, square = shape.skewness, z * z
    bend = skew * (square - 1) / 6 + shape.kurtosis * z * (square - 3) / 24
    bend += skew * skew * z * (square * (square - 10) + 15) / 72
    return 0.5 * (1 + erf(z / sqrt(2))) - exp(-square / 2) / sqrt(2 * pi) * bend
