"""The distribution of a positive number in a coordinate in which it is smooth, and products of such numbers."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from math import exp, inf, log, sqrt
from typing import NamedTuple

from roadmapctl.analysis.uncertainty.convolution import convolved
from roadmapctl.analysis.uncertainty.grid import (
    NEGLIGIBLE,
    Cumulative,
    Grid,
    boxed,
    deviation,
    even_edges,
    spread,
    trimmed,
)
from roadmapctl.analysis.uncertainty.laws import Law

FINENESS = 16
"""Points of a product for each standard deviation of its logarithm."""
NARROW = 6
"""Steps in a standard deviation below which a distribution is spread weight by weight."""
PARTS = 4
"""Weights in a step that stand for a distribution that is rough."""
MOST_PARTS = 32
DEEPEST = 60.0
"""How far logarithms reach below the highest."""
LEAST = 1e-12
"""A number that is none."""
FAINT = 1e-5
"""Of the highest sample; below it a ratio of two samples is noise."""

Function = Callable[[float], float]


class Positive:
    """A number that `value` (rising) makes of a coordinate and `place` brings back to it, distributed by `cumulative` there.

    `rough` where the density of its logarithm ends abruptly or without bounds at a side.
    """

    def __init__(self, cumulative: Cumulative, value: Function, place: Function, *, rough: bool = False) -> None:
        self.cumulative, self.value, self.place, self.rough = cumulative, value, place, rough
        self._log_grids: dict[float, Grid] = {}

    @property
    def weights(self) -> Sequence[float]:
        """Of the points of its grid."""
        return self.cumulative.grid.mass

    @cached_property
    def values(self) -> list[float]:
        """The number at each point."""
        return list(map(self.value, self.cumulative.grid.points()))

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
        return log_deviation(zip(self.values, self.weights, strict=True))

    @cached_property
    def within(self) -> tuple[float, float]:
        """Numbers that it is hardly below or above."""
        return self.quantile(NEGLIGIBLE), self.quantile(1 - NEGLIGIBLE)

    def below(self, number: float) -> float:
        """P(X ≤ number)."""
        return self.cumulative.below(self.place(number))

    def below_each(self, numbers: Iterable[float]) -> list[float]:
        """P(X ≤ number) of many."""
        return self.cumulative.below_each(map(self.place, numbers))

    def quantile(self, chance: float) -> float:
        """The number that it stays below with a chance."""
        return self.value(self.cumulative.quantile(chance))

    def times(self, number: float) -> "Positive":
        """Multiplied by a known number."""
        return Positive(
            self.cumulative,
            lambda place: self.value(place) * number,
            lambda value: self.place(value / number),
            rough=self.rough,
        )

    def plus(self, number: float) -> "Positive":
        """With a known number added."""
        return Positive(
            self.cumulative,
            lambda place: self.value(place) + number,
            lambda value: self.place(value - number),
            rough=self.rough,
        )

    def between(self, numbers: Iterable[float], marks: Sequence[Sequence[float]]) -> list[list[float]]:
        """Each mark, known at the points of the grid, at other numbers: on straight lines in the coordinate."""
        grid, last = self.cumulative.grid, len(self.weights) - 1
        ways = [min(max(0.0, (place - grid.start) / grid.step), last) for place in map(self.place, numbers)]
        ends = [(way - int(way), int(way), min(int(way) + 1, last)) for way in ways]
        return [[mark[low] + part * (mark[high] - mark[low]) for part, low, high in ends] for mark in marks]

    def log_grid(self, step: float) -> Grid:
        """The distribution of its logarithm."""
        if step not in self._log_grids:
            self._log_grids[step] = self._on_logarithms(step)
        return self._log_grids[step]

    def _on_logarithms(self, step: float) -> Grid:
        rows = self.told(step)
        if rows is not None:
            return log_spread(rows, step)
        top = self.values[-1]
        edges = even_edges(log(max(self.within[0], top * exp(-DEEPEST))), log(top), step)
        return trimmed(boxed(edges, self.below_each(map(exp, edges))))

    def told(self, step: float) -> list[tuple[float, float]] | None:
        """Numbers with weights that stand for a distribution that even steps of the logarithm would not tell; None for one that
        they tell."""
        if self.log_deviation < NARROW * step:
            return list(zip(self.values, self.weights, strict=True))
        if not self.rough:
            return None
        value, own = self.value, self.cumulative.grid.step

        def parts(place: float) -> int:
            return min(MOST_PARTS, 1 + int(PARTS * (logarithm(value(place + own)) - logarithm(value(place))) / step))

        return [(value(place), weight) for place, weight in self.cumulative.finer(parts)]


def log_spread(rows: Sequence[tuple[float, float]], step: float) -> Grid:
    """Weighted numbers, in rising order, on a grid of their logarithms."""
    top = log(rows[-1][0])
    return spread(((max(logarithm(number), top - DEEPEST), weight) for number, weight in rows), step, top)


def of_logarithm(grid: Grid) -> Positive:
    """The number whose logarithm is on a grid."""
    return Positive(Cumulative(grid), exp, logarithm)


def of_law(law: Law) -> Positive:
    """A number by its law, in the coordinate of that."""
    return Positive(Cumulative(law.grid), law.value, law.place, rough=law.rough)


def logarithm(number: float) -> float:
    """ln; −∞ of what is not above 0."""
    return log(number) if number > 0 else -inf


def log_deviation(rows: Iterable[tuple[float, float]]) -> float:
    """The standard deviation of the logarithm of weighted numbers."""
    return deviation((log(number), weight) for number, weight in rows if number > LEAST)


def product(laws: Sequence[Law]) -> Positive:
    """The product of independent numbers; a single one stays in its own coordinate, in which nothing is lost."""
    factors = [of_law(law) for law in laws]
    if len(factors) == 1:
        return factors[0]
    step = sqrt(sum(factor.log_deviation**2 for factor in factors)) / FINENESS
    whole, *others = (factor.log_grid(step) for factor in factors)
    for grid in others:
        whole = trimmed(Grid(whole.start + grid.start, step, convolved(whole.mass, grid.mass)))
    return of_logarithm(whole)


class Mark(NamedTuple):
    """Something known at each point of a number; multiplied by another number it goes with this power of that."""

    of: Sequence[float]
    power: int


def multiplied(
    number: Positive, factor: Positive, marks: Sequence[Mark], step: float | None = None
) -> tuple[Positive, list[list[float]]]:
    """A number times an independent one, and at each of its points the mean of every mark; on logarithms with a step, of its own
    unless said."""
    step = step or product_step(number, factor)
    whole, *marked = _marked(number, [mark.of for mark in marks], step)
    other = factor.log_grid(step)
    mass = convolved(whole.mass, other.mass)
    places = other.points()
    ratios: list[list[float]] = []
    for mark, weights in zip(marks, marked, strict=True):
        powers = [weight * exp(mark.power * place) for weight, place in zip(other.mass, places, strict=True)]
        ratios.append(_ratios(convolved(weights.mass, powers), mass))
    return of_logarithm(Grid(whole.start + other.start, step, mass)), ratios


def product_step(number: Positive, factor: Positive) -> float:
    """The step between points of their product's logarithm."""
    return sqrt(number.log_deviation**2 + factor.log_deviation**2) / FINENESS


def _marked(number: Positive, marks: Sequence[Sequence[float]], step: float) -> list[Grid]:
    """The distribution of a number's logarithm, and the same weighted by each mark."""
    rows = number.told(step)
    if rows is None:
        grid = number.log_grid(step)
        known = number.between(map(exp, grid.points()), marks)
        return [grid, *(grid._replace(mass=[w * m for w, m in zip(grid.mass, mark, strict=True)]) for mark in known)]
    known = number.between((value for value, _ in rows), marks)
    weighted = ([(value, weight * m) for (value, weight), m in zip(rows, mark, strict=True)] for mark in known)
    return [log_spread(rows, step), *(log_spread(part, step) for part in weighted)]


def _ratios(above: Sequence[float], below: Sequence[float]) -> list[float]:
    """Quotients of samples; where those are faint, the nearest good one."""
    faint = FAINT * max(below)
    found = [a / b if b > faint else None for a, b in zip(above, below, strict=True)]
    last = next(ratio for ratio in found if ratio is not None)
    ratios: list[float] = []
    for ratio in found:
        last = last if ratio is None else ratio
        ratios.append(last)
    return ratios
