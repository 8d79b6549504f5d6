"""The units that uncertain rates let through on average, before chance.

Given the rates, what comes through is a sum of independent yes-or-no draws with chances p. Its mean is M = Σ p; chance needs
little more than Σ p² and Σ p³ beside it. Where rates are uncertain, M is, and the others are at each M.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from roadmapctl.analysis.uncertainty.distributions.grid import deviation
from roadmapctl.analysis.uncertainty.distributions.positive import Positive
from roadmapctl.analysis.uncertainty.distributions.product import Mark, multiplied, product_step

LEAST = 1e-9
CLOSE = 1.15
"""How close points lie, in deviations of the narrower of two scales that meet."""
BALANCED = 1e-7
"""By how much the weight of every n-th point may differ from an n-th of all."""


class Row(NamedTuple):
    """One M with its weight, and the means there of Σ p² / M, of Σ p³ / M and of (Σ p² / M)²."""

    units: float
    weight: float
    second: float
    third: float
    square: float

    @property
    def fourth(self) -> float:
        """Σ p⁴ / M, near enough: what it is where all p that are not 0 are one."""
        return min(self.third**2 / self.second, self.third) if self.second else 0.0


class Fixed(NamedTuple):
    """A known M = Σ p, with Σ p² and Σ p³."""

    first: float = 0.0
    second: float = 0.0
    third: float = 0.0

    def with_units(self, number: float, chance: float) -> "Fixed":
        """And so many more draws of one chance."""
        return Fixed(self.first + number * chance, self.second + number * chance**2, self.third + number * chance**3)

    @property
    def rows(self) -> list[Row]:
        """M alone; none where it is 0."""
        return [self.row(self.first)] if self.first else []

    def row(self, units: float) -> Row:
        """So many units with the chances that belong to M."""
        second = self.second / self.first
        return Row(units, 1.0, second, self.third / self.first, second**2)


class Intensity:
    """An uncertain M: its distribution, and at each point of its grid the means of Σ p² / M, of Σ p³ / M and of (Σ p² / M)²."""

    def __init__(
        self, mean: Positive, second: Sequence[float], third: Sequence[float], square: Sequence[float]
    ) -> None:
        self.mean, self.marks = mean, (second, third, square)

    @cached_property
    def rows(self) -> list[Row]:
        """The points of the grid."""
        return list(map(Row._make, zip(self.mean.values, self.mean.weights, *self.marks, strict=True)))

    def row(self, units: float) -> Row:
        """So many units with the chances that belong to this M."""
        return Row(units, 1.0, *(mark[0] for mark in self.mean.between((units,), self.marks)))

    def plus(self, fixed: Fixed) -> "Intensity":
        """With more draws, which are made whatever the rates are."""
        if not fixed.first:
            return self
        second, third, square = self.marks
        more, values = fixed.first, self.mean.values
        parts = [value / (value + more) for value in values]
        seconds = [a * p + fixed.second / (value + more) for a, p, value in zip(second, parts, values, strict=True)]
        thirds = [a * p + fixed.third / (value + more) for a, p, value in zip(third, parts, values, strict=True)]
        spread = [max(0.0, a - b * b) * p * p for a, b, p in zip(square, second, parts, strict=True)]
        return Intensity(
            self.mean.plus(more), seconds, thirds, [a * a + b for a, b in zip(seconds, spread, strict=True)]
        )


def both(row: Row, other: Row) -> Row:
    """Both of two independent M at once."""
    units = row.units + other.units
    a, b = row.units / units, other.units / units
    return Row(
        units,
        row.weight * other.weight,
        a * row.second + b * other.second,
        a * row.third + b * other.third,
        a * a * row.square + 2 * a * b * row.second * other.second + b * b * other.square,
    )


def thinned(state: Fixed | Intensity, rate: Positive, step: float | None = None) -> Intensity:
    """What of the units comes through a rate: M' = M·r, Σ p'² = r²·Σ p², Σ p'³ = r³·Σ p³."""
    if isinstance(state, Fixed):
        row = state.row(state.first)
        rates = [min(1.0, value) for value in rate.values]
        squares = [r * r for r in rates]
        marks = ([row.second * r for r in rates], [row.third * r for r in squares], [row.square * r for r in squares])
        return Intensity(rate.times(row.units), *marks)
    powers = [Mark(mark, power) for mark, power in zip(state.marks, (1, 2, 2), strict=True)]
    mean, (second, third, square) = multiplied(state.mean, rate, powers, step or product_step(state.mean, rate))
    # No chance is above 1, and no mean square below the square of the mean.
    second = [min(max(a, 0.0), 1.0) for a in second]
    third, square = ([min(max(b, a * a), a) for a, b in zip(second, mark, strict=True)] for mark in (third, square))
    return Intensity(mean, second, third, square)


def variance(row: Row) -> float:
    """Of whole units by chance, Σ p(1 − p)."""
    return max(0.0, row.units * (1 - row.second))


def coarser(rows: Sequence[Row], blur: Callable[[Row], float]) -> Sequence[Row]:
    """Every n-th of the points of a grid with n times its weight, as far as a sum over something that is smooth in M on a
    scale of `blur` units does not tell the difference."""
    if len(rows) < 16:
        return rows
    own = deviation((row.units, row.weight) for row in rows)
    strides = (_stride(own, blur(low), high.units - low.units) for low, high in pairwise(rows) if low.weight > LEAST)
    stride = min(len(rows) // 8, *strides)
    while stride > 1:
        kept = rows[stride // 2 :: stride]
        if abs(stride * sum(row.weight for row in kept) - 1) < BALANCED:
            return [row._replace(weight=row.weight * stride) for row in kept]
        stride //= 2
    return rows


def _stride(own: float, blur: float, spacing: float) -> int:
    return int(CLOSE * own * blur / sqrt(own**2 + blur**2) / spacing) if spacing else 1000
