"""Products of independent positive numbers: sums of their logarithms."""

from collections.abc import Sequence
from math import exp, sqrt
from typing import NamedTuple

from roadmapctl.analysis.uncertainty.distributions.convolution import convolved
from roadmapctl.analysis.uncertainty.distributions.grid import Grid, trimmed
from roadmapctl.analysis.uncertainty.distributions.positive import Positive, of_logarithm

FINENESS = 12
"""Points of a product for each standard deviation of its logarithm."""
ROUGH_FINENESS = 20
"""The same where one of its factors is rough."""
COARSEST = 4
"""Points for the finest detail that the smoothest factor leaves of a rough one."""
MOST_POINTS = 4096
REACH = 14
"""Standard deviations from one end of a product to the other."""
FAINT = 1e-5
"""Of the highest sample; below it a ratio of two samples is noise."""


class Mark(NamedTuple):
    """Something known at each point of a number; multiplied by another number it goes with this power of that."""

    of: Sequence[float]
    power: int


def product(factors: Sequence[Positive]) -> Positive:
    """The product of independent numbers; a single one stays in its own coordinate, in which nothing is lost."""
    if len(factors) == 1:
        return factors[0]
    step = product_step(*factors)
    whole, *others = (factor.log_grid(step) for factor in factors)
    for grid in others:
        whole = trimmed(Grid(whole.start + grid.start, step, convolved(whole.mass, grid.mass)))
    return of_logarithm(whole)


def product_step(*factors: Positive) -> float:
    """The step between points of a product's logarithm."""
    whole = sqrt(sum(factor.log_deviation**2 for factor in factors))
    if not any(factor.rough for factor in factors):
        return whole / FINENESS
    detail = max(factor.finest for factor in factors) / COARSEST
    return min(whole / ROUGH_FINENESS, max(detail, REACH * whole / MOST_POINTS))


def multiplied(
    number: Positive, factor: Positive, marks: Sequence[Mark], step: float
) -> tuple[Positive, list[list[float]]]:
    """A number times an independent one, on logarithms with a step, and at each of its points the mean of every mark."""
    whole, *marked = number.log_grids(step, [mark.of for mark in marks])
    other = factor.log_grid(step)
    mass = convolved(whole.mass, other.mass)
    places = other.points()
    ratios: list[list[float]] = []
    for mark, weights in zip(marks, marked, strict=True):
        powers = [weight * exp(mark.power * place) for weight, place in zip(other.mass, places, strict=True)]
        ratios.append(_ratios(convolved(weights.mass, powers if mark.power else other.mass), mass))
    return of_logarithm(Grid(whole.start + other.start, step, mass)), ratios


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
