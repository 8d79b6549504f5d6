"""Inflows that meet at a stage: independent so far, and sharing every rate from here on."""

from collections.abc import Sequence
from math import exp, log, sqrt

from roadmapctl.analysis.uncertainty.counts import Counts
from roadmapctl.analysis.uncertainty.crowd import GAUSS, Shape, bent
from roadmapctl.analysis.uncertainty.factor import log_deviation
from roadmapctl.analysis.uncertainty.grid import Cumulative, Grid, boxed, even_edges
from roadmapctl.analysis.uncertainty.intensity import LEAST, Intensity, Row, coarser, logarithm, of_logarithm, width

FINENESS = 12
"""Points of a sum for each standard deviation of its logarithm: sums are smooth."""
MUCH_NARROWER = 0.15
"""Of a standard deviation."""
STRIDE = 6
"""Means of chances change so little from point to point that few are worked out."""


def of_counts(counts: Counts) -> Intensity:
    """Units that are there, each with a chance of 1."""
    ones = [1.0] * len(counts)
    return Intensity(Cumulative(Grid(0.0, 1.0, counts)), float, float, ones, ones)


def sum_of(states: Sequence[Intensity]) -> Intensity:
    """The units of independent inflows together."""
    ordered = sorted(states, key=lambda state: width(state.rows()))
    whole = ordered.pop()
    while ordered:
        whole = _sum(whole, ordered.pop())
    return whole


def _sum(wide: Intensity, narrow: Intensity) -> Intensity:
    """One distribution moved by each of the other's points."""
    own, other = width(wide.rows()), width(narrow.rows())
    moves = _moves(narrow, other, own)
    middle = sum(row.units * row.weight for row in moves)
    relative = log_deviation((row.units + middle, row.weight) for row in wide.rows())
    (lowest, highest), (least, most) = wide.within(), narrow.within()
    step = relative * sqrt(1 + (other / own) ** 2) / FINENESS
    edges = even_edges(logarithm(max(lowest + least, LEAST)), log(highest + most), step)
    sums = [exp(edge) for edge in edges]
    columns = [wide.cumulative.below_each(wide.place(units - row.units) for units in sums) for row in moves]
    below = [[row.weight * part for row, part in zip(moves, parts, strict=True)] for parts in zip(*columns, strict=True)]
    grid = boxed(edges, [sum(parts) for parts in below])
    chances = _chances(wide, moves, grid.points(), below)
    return of_logarithm(grid, [second for second, _ in chances], [third for _, third in chances])


def _moves(narrow: Intensity, own: float, blur: float) -> Sequence[Row]:
    """The points of the narrower distribution: three that have its first four moments where it is much the narrower."""
    rows = narrow.rows()
    if own > MUCH_NARROWER * blur:
        return coarser(rows, lambda _: blur)
    middle = sum(row.units * row.weight for row in rows)
    third = sum((row.units - middle) ** 3 * row.weight for row in rows)
    skew = Shape(own, third / own**3 if own else 0.0, 0.0)
    return [narrow.row(middle + own * bent(normal, skew), weight) for normal, weight in GAUSS]


def _chances(
    wide: Intensity, moves: Sequence[Row], points: Sequence[float], below: Sequence[Sequence[float]]
) -> list[tuple[float, float]]:
    """The means of Σ p² / M and Σ p³ / M at points of the sum, between which a straight line runs."""
    last = len(points) - 1
    known = {number: _mean(wide, moves, exp(points[number]), below[number], below[number + 1]) for number in range(0, last, STRIDE)}
    known[last] = _mean(wide, moves, exp(points[last]), below[last], below[last + 1])
    found: list[tuple[float, float]] = []
    for number in range(last + 1):
        start = number - number % STRIDE if number < last else last
        end = min(start + STRIDE, last)
        part = (number - start) / (end - start) if end > start else 0.0
        (a, b), (c, d) = known[start], known[end]
        found.append((a + part * (c - a), b + part * (d - b)))
    return found


def _mean(
    wide: Intensity, moves: Sequence[Row], units: float, low: Sequence[float], high: Sequence[float]
) -> tuple[float, float]:
    """At one point, over the ways of making it up."""
    whole = second = third = 0.0
    for row, before, after in zip(moves, low, high, strict=True):
        rest = units - row.units
        weight = after - before
        if weight > 0 and rest > 0:
            other = wide.row(rest, weight)
            whole += weight
            second += weight * (rest * other.second + row.units * row.second)
            third += weight * (rest * other.third + row.units * row.third)
    return (second / whole / units, third / whole / units) if whole else (moves[0].second, moves[0].third)
