"""Uncertain rates that all units of a stage share: their product, and what of the units it lets through on average."""

from collections.abc import Callable, Iterable, Sequence
from math import exp, log, sqrt
from typing import NamedTuple

from roadmapctl.analysis.uncertainty.convolution import convolved
from roadmapctl.analysis.uncertainty.grid import Cumulative, Grid, boxed, deviation, even_edges, spread, trimmed
from roadmapctl.analysis.uncertainty.intensity import LEAST, Fixed, Intensity, Row, logarithm, of_logarithm
from roadmapctl.analysis.uncertainty.laws import Law

FINENESS = 32
"""Points for each standard deviation of a product's logarithm."""
NARROW = 6
"""Steps in a standard deviation below which a factor is spread weight by weight."""
DEEPEST = 60
"""How far logarithms reach below the highest."""
FAINT = 1e-5
"""Of the highest sample; below it a ratio of two samples is noise."""


class Factor(NamedTuple):
    """A product of independent numbers: its distribution in a coordinate that `value` maps to it and `place` back from it.

    `rough_low` where its density does not end smoothly at the lower side.
    """

    cumulative: Cumulative
    value: Callable[[float], float]
    place: Callable[[float], float]
    rough_low: bool = False

    def rows(self) -> list[tuple[float, float]]:
        """The product at each point of the grid, with its weight."""
        grid = self.cumulative.grid
        return list(zip(map(self.value, grid.points()), grid.mass, strict=True))


    def times(self, number: float) -> "Factor":
        """The product times a known number."""
        return Factor(self.cumulative, lambda place: self.value(place) * number, lambda value: self.place(value / number))


def of_intensity(state: Intensity) -> Factor:
    """The distribution of M alone."""
    return Factor(state.cumulative, state.value, state.place)


def product(laws: Sequence[Law]) -> Factor:
    """The product of independent numbers; a single one stays in its own coordinate, in which nothing is lost."""
    factors = [Factor(Cumulative(law.grid), law.value, law.place, law.rough_low) for law in laws]
    if len(factors) == 1:
        return factors[0]
    step = sqrt(sum(log_deviation(factor.rows()) ** 2 for factor in factors)) / FINENESS
    whole, *others = (log_grid(factor, step) for factor in factors)
    for grid in others:
        whole = trimmed(Grid(whole.start + grid.start, step, convolved(whole.mass, grid.mass)))
    return Factor(Cumulative(whole), exp, logarithm)


def log_deviation(rows: Iterable[tuple[float, float]]) -> float:
    """The standard deviation of the logarithm of (number, weight)."""
    return deviation((log(number), weight) for number, weight in rows if number > LEAST**2)


def log_grid(factor: Factor, step: float) -> Grid:
    """The distribution of a factor's logarithm."""
    rows = factor.rows()
    top = log(rows[-1][0])
    bottom = max(logarithm(rows[0][0]), top - DEEPEST)
    if log_deviation(rows) < NARROW * step:
        return spread(((max(logarithm(number), bottom), weight) for number, weight in rows), step, top)
    edges = even_edges(bottom, top, step, from_low=factor.rough_low)
    return trimmed(boxed(edges, factor.cumulative.below_each(factor.place(exp(edge)) for edge in edges)))


def thinned(state: Fixed | Intensity, factor: Factor) -> Intensity:
    """What of the units comes through a rate, by M' = M·r, Σ p'² = r²·Σ p², Σ p'³ = r³·Σ p³."""
    if isinstance(state, Fixed):
        return _thinned_fixed(state, factor)
    grid, (second, third) = multiplied(state, factor, (Mark(lambda row: row.second, 1), Mark(lambda row: row.third, 2)))
    return of_logarithm(grid, [_chance(part) for part in second], [_chance(part) for part in third])


def _chance(ratio: float) -> float:
    return min(1.0, max(0.0, ratio))


class Mark(NamedTuple):
    """Something of an intensity at each M, that goes with a power of the factor it is multiplied by."""

    of: Callable[[Row], float]
    power: int


def multiplied(state: Intensity, factor: Factor, marks: Sequence[Mark]) -> tuple[Grid, list[list[float]]]:
    """The logarithm of M times an independent factor, and at each of its points the mean of every mark."""
    own = log_deviation((row.units, row.weight) for row in state.rows())
    step = sqrt(log_deviation(factor.rows()) ** 2 + own**2) / FINENESS
    others = log_grid(factor, step)
    units, *marked = _log_grids(state, own, step, [mark.of for mark in marks])
    mass = convolved(units.mass, others.mass)
    powers = ([weight * exp(mark.power * place) for place, weight in zip(others.points(), others.mass, strict=True)] for mark in marks)
    sums = (convolved(grid.mass, weights) for grid, weights in zip(marked, powers, strict=True))
    return Grid(units.start + others.start, step, mass), [_ratios(parts, mass) for parts in sums]


def _thinned_fixed(state: Fixed, factor: Factor) -> Intensity:
    units, second, third = state.first, state.second / state.first, state.third / state.first
    rates = [min(1.0, rate) for rate, _ in factor.rows()]
    return Intensity(
        factor.cumulative,
        lambda place: units * factor.value(place),
        lambda passed: factor.place(passed / units),
        [second * rate for rate in rates],
        [third * rate**2 for rate in rates],
    )


def _log_grids(state: Intensity, own: float, step: float, marks: Sequence[Callable[[Row], float]]) -> list[Grid]:
    """ln M, of a standard deviation of its `own`, on a grid; and the same weighted by each mark."""
    rows = state.rows()
    top = log(rows[-1].units)
    bottom = max(logarithm(rows[0].units), log(LEAST))
    if own < NARROW * step:
        places = [max(logarithm(row.units), bottom) for row in rows]
        weights = [[row.weight for row in rows], *([row.weight * mark(row) for row in rows] for mark in marks)]
        return [spread(zip(places, parts, strict=True), step, top) for parts in weights]
    edges = even_edges(bottom, top, step)
    grid = trimmed(boxed(edges, state.cumulative.below_each(state.place(exp(edge)) for edge in edges)))
    between = [state.row(exp(place), weight) for place, weight in zip(grid.points(), grid.mass, strict=True)]
    return [grid, *(grid._replace(mass=[row.weight * mark(row) for row in between]) for mark in marks)]


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
