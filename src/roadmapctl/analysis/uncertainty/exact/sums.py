"""Inflows that meet at a stage: independent so far, and sharing every rate from here on."""

from collections.abc import Sequence
from itertools import pairwise
from math import exp, log, sqrt

from roadmapctl.analysis.uncertainty.distributions.counts import Counts
from roadmapctl.analysis.uncertainty.distributions.grid import Cumulative, Grid, boxed, even_edges
from roadmapctl.analysis.uncertainty.distributions.normal import normal_below
from roadmapctl.analysis.uncertainty.distributions.positive import (
    LEAST,
    Coordinate,
    Positive,
    log_deviation,
    of_logarithm,
)
from roadmapctl.analysis.uncertainty.exact.crowd import GAUSS, Shape, bent
from roadmapctl.analysis.uncertainty.exact.intensity import Intensity, Row, both, coarser

FINENESS = 9
"""Points of a sum for each standard deviation of its logarithm: sums are smooth."""
MUCH_NARROWER = 0.05
"""Of a standard deviation."""
STRIDE = 6
"""Means of chances change so little from point to point that few are worked out."""


def of_counts(counts: Counts) -> Intensity:
    """Units that are there, each with a chance of 1."""
    ones = [1.0] * len(counts)
    return Intensity(Positive(Coordinate(Cumulative(Grid(0.0, 1.0, counts)), float, float)), ones, ones, ones)


def sum_of(states: Sequence[Intensity]) -> Intensity:
    """The units of independent inflows together."""
    ordered = sorted(states, key=lambda state: state.mean.deviation)
    whole = ordered.pop()
    while ordered:
        whole = _sum(whole, ordered.pop())
    return whole


def _sum(wide: Intensity, narrow: Intensity) -> Intensity:
    """One distribution moved by each of the other's points."""
    moves = _moves(narrow, wide.mean)
    shift = narrow.mean.mean
    relative = log_deviation(
        (units + shift, weight) for units, weight in zip(wide.mean.values, wide.mean.weights, strict=True)
    )
    step = relative * sqrt(1 + (narrow.mean.deviation / wide.mean.deviation) ** 2) / FINENESS
    low, high = (a + b for a, b in zip(wide.mean.within, narrow.mean.within, strict=True))
    edges = even_edges(log(max(low, LEAST)), log(high), step)
    sums = list(map(exp, edges))
    alone = wide.mean
    if alone.values[0] > 0:  # on logarithms its distribution function takes less time
        alone = of_logarithm(alone.log_grid(min(step, alone.log_deviation / FINENESS)))
    columns = [alone.below_each(units - row.units for units in sums) for row in moves]
    below = [
        [row.weight * part for row, part in zip(moves, parts, strict=True)] for parts in zip(*columns, strict=True)
    ]
    mean = of_logarithm(boxed(edges, list(map(sum, below))))
    return Intensity(mean, *_chances(wide, moves, mean.values, below))


def _moves(narrow: Intensity, wide: Positive) -> Sequence[Row]:
    """The points of the narrower distribution: a few that have its first moments where it is much the narrower."""
    mean, own, blur = narrow.mean.mean, narrow.mean.deviation, _finest(wide)
    if own > MUCH_NARROWER * blur or own > mean / 4:
        return coarser(narrow.rows, lambda _: blur)
    third = sum((row.units - mean) ** 3 * row.weight for row in narrow.rows)
    skew = Shape(own, third / own**3 if own else 0.0, 0.0)
    return [narrow.row(mean + own * bent(normal, skew))._replace(weight=weight) for normal, weight in GAUSS]


def _finest(number: Positive) -> float:
    """The smallest scale on which a distribution varies: by the ways between quantiles that lie evenly for a normal one."""
    places = [number.quantile(normal_below(normal)) for normal in (-2.4, -1.6, -0.8, 0.0, 0.8, 1.6, 2.4)]
    return min(b - a for a, b in pairwise(places)) / 0.8


def _chances(
    wide: Intensity, moves: Sequence[Row], sums: Sequence[float], below: Sequence[Sequence[float]]
) -> list[list[float]]:
    """The marks of the sums, between a few of which a straight line runs."""
    last = len(sums) - 1
    known = {n: _mean(wide, moves, sums[n], below[n], below[n + 1]) for n in (*range(0, last, STRIDE), last)}
    found: list[list[float]] = []
    for number in range(last + 1):
        start = number - number % STRIDE if number < last else last
        end = min(start + STRIDE, last)
        part = (number - start) / (end - start) if end > start else 0.0
        found.append([a + part * (b - a) for a, b in zip(known[start], known[end], strict=True)])
    return [list(mark) for mark in zip(*found, strict=True)]


def _mean(
    wide: Intensity, moves: Sequence[Row], units: float, low: Sequence[float], high: Sequence[float]
) -> Sequence[float]:
    """At one sum, over the ways of making it up."""
    rests = [units - row.units for row in moves]
    others = zip(rests, *wide.mean.between(rests, wide.marks), strict=True)
    ways = [
        (after - before, both(row, Row(other[0], 1.0, *other[1:])))
        for row, before, after, other in zip(moves, low, high, others, strict=True)
        if after > before and other[0] > 0
    ]
    whole = sum(weight for weight, _ in ways)
    return [sum(weight * way[n] for weight, way in ways) / whole for n in (2, 3, 4)] if whole else moves[0][2:]
