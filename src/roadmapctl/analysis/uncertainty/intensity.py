"""The units that uncertain rates let through on average, before chance.

Given the rates, what comes through is a sum of independent yes-or-no draws with chances p. Its mean is M = Σ p; chance needs
no more than Σ p² and Σ p³ beside it. Where rates are uncertain, M is.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import exp, inf, log, sqrt
from typing import NamedTuple

from roadmapctl.analysis.uncertainty.grid import NEGLIGIBLE, Cumulative, Grid, deviation

LEAST = 1e-6
"""A mean of fewer units than these is none."""
CLOSE = 0.8
"""How close points lie, in deviations of the narrower of two scales that meet."""
BALANCED = 1e-7
"""By how much the weight of every n-th point may differ from an n-th of all."""


class Fixed(NamedTuple):
    """A known M = Σ p, with Σ p² and Σ p³."""

    first: float = 0.0
    second: float = 0.0
    third: float = 0.0

    def with_units(self, number: float, chance: float) -> "Fixed":
        """And so many more draws of one chance."""
        return Fixed(self.first + number * chance, self.second + number * chance**2, self.third + number * chance**3)

    def rows(self) -> "list[Row]":
        """M alone; none where it is 0."""
        return [Row(self.first, 1.0, self.second / self.first, self.third / self.first)] if self.first else []


class Row(NamedTuple):
    """One M with its weight, and Σ p² / M and Σ p³ / M."""

    units: float
    weight: float
    second: float
    third: float


class Intensity:
    """An uncertain M: its distribution in a coordinate that `value` maps to M and `place` back from it, and at each point of
    its grid Σ p² / M and Σ p³ / M."""

    def __init__(
        self,
        cumulative: Cumulative,
        value: Callable[[float], float],
        place: Callable[[float], float],
        second: Sequence[float],
        third: Sequence[float],
    ) -> None:
        self.cumulative, self.value, self.place = cumulative, value, place
        self.second, self.third = second, third
        self._rows: list[Row] | None = None

    def rows(self) -> list[Row]:
        """The points of the grid."""
        if self._rows is None:
            grid = self.cumulative.grid
            values = map(self.value, grid.points())
            self._rows = list(map(Row._make, zip(values, grid.mass, self.second, self.third, strict=True)))
        return self._rows

    def within(self) -> tuple[float, float]:
        """Units that M is hardly below or above."""
        return tuple(self.value(self.cumulative.quantile(chance)) for chance in (NEGLIGIBLE, 1 - NEGLIGIBLE))

    def below(self, units: float) -> float:
        """P(M ≤ units)."""
        return self.cumulative.below(self.place(units))

    def row(self, units: float, weight: float) -> Row:
        """So many units with a weight, and with the chances that belong to this M."""
        grid = self.cumulative.grid
        last = len(grid.mass) - 1
        way = min(max(0.0, (self.place(units) - grid.start) / grid.step), float(last))
        number = min(int(way), last - 1)
        part = way - number
        second, third = self.second, self.third
        return Row(
            units,
            weight,
            second[number] + part * (second[number + 1] - second[number]),
            third[number] + part * (third[number + 1] - third[number]),
        )

    def plus(self, fixed: Fixed) -> "Intensity":
        """With more draws, which are made whatever the rates are."""
        if not fixed.first:
            return self
        rows = self.rows()
        return Intensity(
            self.cumulative,
            lambda place: self.value(place) + fixed.first,
            lambda units: self.place(units - fixed.first),
            [(row.units * row.second + fixed.second) / (row.units + fixed.first) for row in rows],
            [(row.units * row.third + fixed.third) / (row.units + fixed.first) for row in rows],
        )


def of_logarithm(grid: Grid, second: Sequence[float], third: Sequence[float]) -> Intensity:
    """An intensity by the distribution of ln M."""
    return Intensity(Cumulative(grid), exp, logarithm, second, third)


def logarithm(number: float) -> float:
    """ln; −∞ of what is not above 0."""
    return log(number) if number > 0 else -inf


def variance(row: Row) -> float:
    """Of whole units by chance, Σ p(1 − p)."""
    return max(0.0, row.units * (1 - row.second))


def width(rows: Sequence[Row]) -> float:
    """The standard deviation of M, in units."""
    return deviation((row.units, row.weight) for row in rows)


def coarser(rows: Sequence[Row], blur: Callable[[Row], float]) -> Sequence[Row]:
    """Every n-th of the points of a grid with n times its weight, as far as a sum over something that is smooth in M on a
    scale of `blur` units does not tell the difference."""
    own = width(rows)
    strides = (_stride(own, blur(low), high.units - low.units) for low, high in pairwise(rows) if low.weight > 1e-9)
    stride = min(len(rows) // 8, *strides) if len(rows) > 16 and own else 1
    while stride > 1:
        kept = rows[stride // 2 :: stride]
        if abs(stride * sum(row.weight for row in kept) - 1) < BALANCED:
            return [row._replace(weight=row.weight * stride) for row in kept]
        stride //= 2
    return rows


def _stride(own: float, blur: float, spacing: float) -> int:
    return int(CLOSE * own * blur / sqrt(own**2 + blur**2) / max(spacing, LEAST))
