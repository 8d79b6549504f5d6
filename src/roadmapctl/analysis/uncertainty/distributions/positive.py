"""The distribution of a positive number, in a coordinate in which it is smooth."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from math import exp, inf, log

from roadmapctl.analysis.uncertainty.distributions.grid import (
    NEGLIGIBLE,
    Cumulative,
    Grid,
    boxed,
    deviation,
    even_edges,
    spread,
    trimmed,
)
from roadmapctl.analysis.uncertainty.distributions.laws import Law
from roadmapctl.analysis.uncertainty.distributions.normal import normal_below

NARROW = 6
"""Steps in a standard deviation below which a distribution is spread weight by weight."""
PARTS = 4
"""Weights in a step that stand for a distribution that is rough."""
MOST_PARTS = 32
DEEPEST = 60.0
"""How far logarithms reach below the highest."""
LEAST = 1e-12
"""A number that is none."""
EVEN_QUANTILES = tuple(normal_below(normal) for normal in (-2.4, -1.6, -0.8, 0.0, 0.8, 1.6, 2.4))

Function = Callable[[float], float]


class Coordinate:
    """A number that `value` (rising) makes of a coordinate and `place` brings back to it, distributed by `cumulative` there.

    `rough` where the density of its logarithm ends abruptly or without bounds at a side.
    """

    def __init__(self, cumulative: Cumulative, value: Function, place: Function, *, rough: bool = False) -> None:
        self.cumulative, self.value, self.place, self.rough = cumulative, value, place, rough
        self.log_grids: dict[float, Grid] = {}
        self._quantiles: dict[float, float] = {}

    @cached_property
    def values(self) -> list[float]:
        """The number at each point of the grid."""
        return list(map(self.value, self.cumulative.grid.points()))

    @cached_property
    def log_deviation(self) -> float:
        """The standard deviation of its logarithm."""
        return log_deviation(zip(self.values, self.cumulative.grid.mass, strict=True))

    def quantile(self, chance: float) -> float:
        """The number that it stays below with a chance."""
        if chance not in self._quantiles:
            self._quantiles[chance] = self.value(self.cumulative.quantile(chance))
        return self._quantiles[chance]


class Positive:
    """A number in a coordinate, times a known factor, plus a known number."""

    def __init__(self, coordinate: Coordinate, factor: float = 1.0, shift: float = 0.0) -> None:
        self.coordinate, self._factor, self._shift = coordinate, factor, shift

    @property
    def weights(self) -> Sequence[float]:
        """Of the points of its grid."""
        return self.coordinate.cumulative.grid.mass

    @property
    def rough(self) -> bool:
        """Does the density of its logarithm end abruptly or without bounds at a side?"""
        return self.coordinate.rough

    @cached_property
    def values(self) -> list[float]:
        """The number at each point."""
        factor, shift = self._factor, self._shift
        return [value * factor + shift for value in self.coordinate.values]

    @cached_property
    def mean(self) -> float:
        """Its expected value."""
        return sum(value * weight for value, weight in zip(self.values, self.weights, strict=True))

    @cached_property
    def deviation(self) -> float:
        """Its standard deviation."""
        return deviation(zip(self.values, self.weights, strict=True))

    @cached_property
    def log_deviation(self) -> float:
        """The standard deviation of its logarithm."""
        if not self._shift:
            return self.coordinate.log_deviation
        return log_deviation(zip(self.values, self.weights, strict=True))

    @cached_property
    def finest(self) -> float:
        """The smallest scale on which its logarithm varies: by the ways between quantiles that lie evenly for a normal one."""
        places = [logarithm(self.quantile(chance)) for chance in EVEN_QUANTILES]
        return min((b - a) / 0.8 for a, b in pairwise(places) if a > -inf)

    @property
    def within(self) -> tuple[float, float]:
        """Numbers that it is hardly below or above."""
        return self.quantile(NEGLIGIBLE), self.quantile(1 - NEGLIGIBLE)

    def place(self, number: float) -> float:
        """Of a number in the coordinate."""
        return self.coordinate.place((number - self._shift) / self._factor)

    def spacing(self, number: float) -> float:
        """How far apart the points lie near a number."""
        place, step = self.place(number), self.coordinate.cumulative.grid.step
        return (self.coordinate.value(place + step) - self.coordinate.value(place)) * self._factor

    def below(self, number: float) -> float:
        """P(X ≤ number)."""
        return self.coordinate.cumulative.below(self.place(number))

    def below_each(self, numbers: Iterable[float]) -> list[float]:
        """P(X ≤ number) of many."""
        factor, shift = self._factor, self._shift
        own = ((number - shift) / factor for number in numbers) if shift or factor != 1 else numbers
        return self.coordinate.cumulative.below_each(map(self.coordinate.place, own))

    def quantile(self, chance: float) -> float:
        """The number that it stays below with a chance."""
        return self.coordinate.quantile(chance) * self._factor + self._shift

    def times(self, number: float) -> "Positive":
        """Multiplied by a known number."""
        return Positive(self.coordinate, self._factor * number, self._shift * number)

    def plus(self, number: float) -> "Positive":
        """With a known number added."""
        return Positive(self.coordinate, self._factor, self._shift + number)

    def between(self, numbers: Iterable[float], marks: Sequence[Sequence[float]]) -> list[list[float]]:
        """Each mark, known at the points of the grid, at other numbers: on straight lines in the coordinate."""
        grid, last = self.coordinate.cumulative.grid, len(self.weights) - 1
        ways = [min(max(0.0, (place - grid.start) / grid.step), last) for place in map(self.place, numbers)]
        ends = [(way - int(way), int(way), min(int(way) + 1, last)) for way in ways]
        return [[mark[low] + part * (mark[high] - mark[low]) for part, low, high in ends] for mark in marks]

    def log_grids(self, step: float, marks: Sequence[Sequence[float]]) -> list[Grid]:
        """The distribution of its logarithm, and the same weighted by each mark."""
        rows = self._told(step)
        if rows is None:
            grid = self.log_grid(step)
            known = self.between(map(exp, grid.points()), marks)
            return [
                grid,
                *(grid._replace(mass=[w * m for w, m in zip(grid.mass, mark, strict=True)]) for mark in known),
            ]
        numbers, weights = [number for number, _ in rows], [weight for _, weight in rows]
        known = self.between(numbers, marks)
        marked = ([weight * m for weight, m in zip(weights, mark, strict=True)] for mark in known)
        return spread(_logarithms(numbers), [weights, *marked], step)

    def log_grid(self, step: float) -> Grid:
        """The distribution of its logarithm."""
        if self._shift:
            return self._on_logarithms(step)
        known = self.coordinate.log_grids
        if step not in known:
            known[step] = Positive(self.coordinate)._on_logarithms(step)
        return known[step]._replace(start=known[step].start + log(self._factor))

    def _on_logarithms(self, step: float) -> Grid:
        rows = self._told(step)
        if rows is not None:
            return spread(_logarithms([number for number, _ in rows]), [[weight for _, weight in rows]], step)[0]
        top = self.values[-1]
        edges = even_edges(log(max(self.within[0], top * exp(-DEEPEST))), log(top), step)
        return trimmed(boxed(edges, self.below_each(map(exp, edges))))

    def _told(self, step: float) -> list[tuple[float, float]] | None:
        """Numbers with weights that stand for a distribution that even steps of the logarithm would not tell; None for one that
        they tell."""
        if self.log_deviation < NARROW * step:
            return list(zip(self.values, self.weights, strict=True))
        if not self.rough:
            return None
        cumulative, value = self.coordinate.cumulative, self.coordinate.value
        factor, shift, own = self._factor, self._shift, cumulative.grid.step

        def parts(place: float) -> int:
            ends = (logarithm(value(at) * factor + shift) for at in (place, place + own))
            return min(MOST_PARTS, 1 + int(PARTS * (-next(ends) + next(ends)) / step))

        return [(value(place) * factor + shift, weight) for place, weight in cumulative.finer(parts)]


def _logarithms(numbers: Sequence[float]) -> list[float]:
    """Of rising numbers, none of them far below the highest."""
    least = log(numbers[-1]) - DEEPEST
    return [max(logarithm(number), least) for number in numbers]


def of_logarithm(grid: Grid) -> Positive:
    """The number whose logarithm is on a grid."""
    return Positive(Coordinate(Cumulative(grid), exp, logarithm))


def of_law(law: Law) -> Positive:
    """A number by its law, in the coordinate of that."""
    return Positive(Coordinate(Cumulative(law.grid), law.value, law.place, rough=law.rough))


def logarithm(number: float) -> float:
    """ln; −∞ of what is not above 0."""
    return log(number) if number > 0 else -inf


def log_deviation(rows: Iterable[tuple[float, float]]) -> float:
    """The standard deviation of the logarithm of weighted numbers."""
    return deviation((log(number), weight) for number, weight in rows if number > LEAST)
