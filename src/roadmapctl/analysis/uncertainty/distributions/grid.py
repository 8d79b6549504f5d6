"""A smooth density on evenly spaced points: its distribution function and quantiles."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise
from math import ceil, floor, sqrt
from typing import NamedTuple

NEGLIGIBLE = 1e-9
"""Probability in a tail that is cut off."""
HALVINGS = 36
"""Of a step, to find a quantile within it."""


class Grid(NamedTuple):
    """A density by its samples: `mass[i]` is its value at `start` + i·`step`, times the step. They sum to 1.

    Smooth densities that fall off at both ends are summed from their samples to many digits (trapezoidal rule).
    """

    start: float
    step: float
    mass: Sequence[float]

    def points(self) -> list[float]:
        """Where the samples are."""
        return [self.start + number * self.step for number in range(len(self.mass))]


def sampled(height: Callable[[float], float], low: float, high: float, step: float) -> Grid:
    """The grid of a density of any scale that is negligible below `low` and above `high`."""
    heights = [height(low + number * step) for number in range(ceil((high - low) / step) + 1)]
    whole = sum(heights)
    return Grid(low, step, [part / whole for part in heights])


def spread(places: Sequence[float], weights: Sequence[Sequence[float]], step: float) -> list[Grid]:
    """The grids, with a point at the last place and none above it, that stand for weights at rising places.

    Each weight is divided among four points near it so that the sum of every cubic polynomial stays the same
    (Lagrange's interpolation): what is later summed of it is right to the fourth power of the step.
    """
    top = places[-1]
    size = max(1, floor((top - places[0]) / step)) + 3
    found = [[0.0] * size for _ in weights]
    for number, place in enumerate(places):
        way = (top - place) / step
        base = max(1, int(way))
        t = way - base
        near, wide = t * (t - 1), (t + 1) * (t - 2)
        first, second, third, fourth = -near * (t - 2) / 6, wide * (t - 1) / 2, -wide * t / 2, near * (t + 1) / 6
        for mass, row in zip(found, weights, strict=True):
            weight = row[number]
            mass[base - 1] += weight * first
            mass[base] += weight * second
            mass[base + 1] += weight * third
            mass[base + 2] += weight * fourth
    return [Grid(top - (size - 1) * step, step, mass[::-1]) for mass in found]


def even_edges(low: float, high: float, step: float) -> list[float]:
    """Edges a step apart that hold the range, the last one exactly at its upper end."""
    count = max(3, ceil((high - low) / step))
    return [high - number * step for number in range(count, -1, -1)]


def boxed(edges: Sequence[float], below: Sequence[float]) -> Grid:
    """The grid of a distribution function known at even edges, all of it lying between the outermost.

    A sample is the probability between two edges without the curvature that averaging adds, f·h = B − δ²B/24 + 3·δ⁴B/640;
    nothing of it is moved across the outermost edges, so that a density may end there abruptly.
    """
    ends = [0.0, *below[1:-1], 1.0]
    mass = [high - low for low, high in pairwise(ends)]
    slopes = [0.0, *(b - a for a, b in pairwise(mass)), 0.0]
    bends = [b - a for a, b in pairwise(slopes)]
    turns = [0.0, *(b - a for a, b in pairwise(bends)), 0.0]
    step = edges[1] - edges[0]
    sharp = [
        part - bend / 24 + 3 / 640 * (after - before)
        for part, bend, (before, after) in zip(mass, bends, pairwise(turns), strict=True)
    ]
    return Grid(edges[0] + step / 2, step, sharp)


def trimmed(grid: Grid) -> Grid:
    """Without tails of a negligible probability."""
    mass = grid.mass
    first, last = _tail(mass), len(mass) - _tail(mass[::-1])
    return Grid(grid.start + first * grid.step, grid.step, mass[first:last])


def _tail(mass: Sequence[float]) -> int:
    """How many entries from the front add up to nothing that counts."""
    total = 0.0
    for number, part in enumerate(mass):
        total += abs(part)
        if total > NEGLIGIBLE:
            return number
    return len(mass) - 1


def deviation(rows: Iterable[tuple[float, float]]) -> float:
    """The standard deviation of (number, weight), the weights summing to 1."""
    first = second = 0.0
    start: float | None = None
    for number, weight in rows:
        start = number if start is None else start
        part = (number - start) * weight
        first += part
        second += part * (number - start)
    return sqrt(max(0.0, second - first * first))


class Cumulative:
    """The distribution function of a grid, right to the fourth power of its step.

    It is known at the middles between the points, where the sums of samples are mended by the Euler–Maclaurin
    formula; between them runs the cubic that has its value and slope on both sides (Hermite's interpolation).
    """

    def __init__(self, grid: Grid) -> None:
        padded = [0.0, 0.0, 0.0, *grid.mass, 0.0, 0.0, 0.0]
        rows = list(zip(padded, padded[1:], padded[2:], padded[3:], strict=False))
        mended = (total + (c - b) / 24 for total, (_, b, c, _) in zip(accumulate(padded[1:]), rows, strict=False))
        self.grid = grid
        self._step = grid.step
        self._first = grid.start - 1.5 * grid.step
        self._below = list(accumulate(mended, max))
        self._slope = [(9 * (b + c) - a - d) / 16 for a, b, c, d in rows]
        self._last = len(rows) - 1

    def below(self, place: float) -> float:
        """P(X ≤ place)."""
        return self.below_each((place,))[0]

    def below_each(self, places: Iterable[float]) -> list[float]:
        """P(X ≤ place) for each of many places."""
        first, step, last, below, slope = self._first, self._step, self._last, self._below, self._slope
        found: list[float] = []
        for place in places:
            way = (place - first) / step
            if way <= 0:
                found.append(0.0)
            elif way >= last:
                found.append(below[last])
            else:
                panel = int(way)
                t = way - panel
                low, left, right = below[panel], slope[panel], slope[panel + 1]
                rise = below[panel + 1] - low
                found.append(low + t * (left + t * (3 * rise - 2 * left - right + t * (left + right - 2 * rise))))
        return found

    def finer(self, parts: Callable[[float], int]) -> list[tuple[float, float]]:
        """Places with weights, of each step from middle to middle as many as `parts` says of where it begins."""
        found: list[tuple[float, float]] = []
        for panel in range(self._last):
            start = self._first + panel * self._step
            count = parts(start)
            width = self._step / count
            ends = self.below_each(start + number * width for number in range(count + 1))
            found.extend((start + (n + 0.5) * width, b - a) for n, (a, b) in enumerate(pairwise(ends)))
        return found

    def quantile(self, chance: float) -> float:
        """The place that X stays below with a chance."""
        panel = min(max(bisect_right(self._below, chance) - 1, 0), self._last - 1)
        left, right = self._slope[panel], self._slope[panel + 1]
        start = self._below[panel]
        rise, wanted = self._below[panel + 1] - start, chance - start
        low, high = 0.0, 1.0
        for _ in range(HALVINGS):
            t = (low + high) / 2
            reached = t * (left + t * (3 * rise - 2 * left - right + t * (left + right - 2 * rise)))
            low, high = (t, high) if reached < wanted else (low, t)
        return self._first + (panel + (low + high) / 2) * self._step
