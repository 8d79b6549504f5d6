"""What the deals are worth: their number, single amounts that differ, and the average amount, which is uncertain itself."""

from collections.abc import Callable, Sequence
from math import exp, expm1, log, sqrt
from typing import NamedTuple, Protocol

from roadmapctl.analysis.uncertainty.convolution import convolved
from roadmapctl.analysis.uncertainty.crowd import Crowd, Points, Shape, edgeworth
from roadmapctl.analysis.uncertainty.grid import Cumulative, Grid, sampled, spread, trimmed
from roadmapctl.analysis.uncertainty.intensity import Fixed, Intensity, Row, coarser
from roadmapctl.analysis.uncertainty.outcome import Deals, Few, Many
from roadmapctl.analysis.uncertainty.positive import FINENESS, Mark, Positive, log_deviation, logarithm, multiplied
from roadmapctl.analysis.uncertainty.roots import reached

GAMMA_STEP = 0.35
"""Between points of the sum of amounts, in its standard deviations."""
NO_CHANCE = 1e-16
"""A relative variance that chance does not go below."""
DEPTH = 24.0


class Spread(NamedTuple):
    """How single deals differ around their average: their coefficient of variation and their skewness.

    Amounts are taken for a gamma variable above a smallest amount (Pearson's type III), which keeps its form when amounts
    are added.
    """

    variation: float = 0.0
    skewness: float = 0.0

    @property
    def third(self) -> float:
        """The third cumulant of one deal, in units of the average deal."""
        return self.skewness * self.variation**3


ALIKE = Spread()
"""All deals are of the average size."""


class Worth(Protocol):
    """The distribution of an amount of money."""

    def below(self, amount: float) -> float:
        """P(worth ≤ amount)."""

    def quantile(self, chance: float) -> float:
        """The amount that it stays below with a chance."""


def worth_of(deals: Few | Many, size: Positive | float, spread: Spread) -> Worth:
    """Of so many deals of an average size, in the money of that size."""
    if not isinstance(size, Positive) and not spread.variation:
        return Alike(deals, size)
    if isinstance(deals, Few) and len(deals.counts) == 1:
        return Alike(deals, 1.0)  # no deals at all
    if isinstance(deals, Many):
        return _of_many(deals.state, size, spread)
    if spread.variation or not isinstance(size, Positive):
        return _of_few_differing(deals.counts, size, spread)
    return FewAlike(deals, size)


class Alike:
    """Deals all of one known amount."""

    def __init__(self, deals: Deals, size: float) -> None:
        self._deals, self._size = deals, size

    def below(self, amount: float) -> float:
        """P(worth ≤ amount)."""
        return self._deals.below(int(amount / self._size * (1 + 1e-12)))

    def quantile(self, chance: float) -> float:
        """The amount that it stays below with a chance."""
        return self._deals.quantile(chance) * self._size


class FewAlike:
    """Few deals, all of the same uncertain average amount."""

    def __init__(self, deals: Few, size: Positive) -> None:
        self._deals, self._size = deals, size
        self._none = deals.counts[0]
        self._rows = [(number, chance) for number, chance in enumerate(deals.counts) if number and chance > 1e-12]

    def below(self, amount: float) -> float:
        """P(worth ≤ amount): over the numbers of deals, that the average is at most what it must be."""
        if amount < 0:
            return 0.0
        parts = self._size.below_each(amount / number for number, _ in self._rows)
        return self._none + sum(chance * part for (_, chance), part in zip(self._rows, parts, strict=True))

    def quantile(self, chance: float) -> float:
        """The amount that it stays below with a chance."""
        if chance <= self._none:
            return 0.0
        low, middle, high = (self._size.quantile(at) for at in (0.2, 0.5, 0.8))
        return reached(
            self.below, chance, max(1, self._deals.quantile(chance)) * middle, max(0.3, (high - low) / middle)
        )


class Smooth:
    """An amount that is 0 with some chance and has a density elsewhere."""

    def __init__(self, none: float, logarithm_of: Grid) -> None:
        self._none, self._cumulative = none, Cumulative(logarithm_of)

    def below(self, amount: float) -> float:
        """P(worth ≤ amount)."""
        if amount < 0:
            return 0.0
        return self._none + (1 - self._none) * self._cumulative.below(logarithm(amount))

    def quantile(self, chance: float) -> float:
        """The amount that it stays below with a chance."""
        if chance <= self._none:
            return 0.0
        return exp(self._cumulative.quantile((chance - self._none) / (1 - self._none)))


class Crowded:
    """Many deals' worth: chance of relative variances and third cumulants around means."""

    def __init__(
        self,
        mean: Positive | None,
        rows: Sequence[tuple[float, float]],
        variances: Sequence[float],
        thirds: Sequence[float],
    ) -> None:
        places = [place for place, _ in rows]
        shapes = list(map(_shape, places, variances, thirds))

        def below(number: int, edge: float) -> float:
            return edgeworth((edge - places[number]) / shapes[number].deviation, shapes[number])

        def shape_at(edge: float) -> Shape:
            if mean is None:
                return shapes[0]
            (variance,), (third,) = mean.between((edge,), (variances, thirds))
            return _shape(edge, variance, third)

        ratio = max(shape.deviation**2 / place for place, shape in zip(places, shapes, strict=True))
        self._crowd = Crowd(mean, shape_at, lambda: Points(places, [weight for _, weight in rows], below, ratio))

    def below(self, amount: float) -> float:
        """P(worth ≤ amount)."""
        return self._crowd.below(amount)

    def quantile(self, chance: float) -> float:
        """The amount that it stays below with a chance."""
        return reached(self.below, chance, *self._crowd.near(chance))


def _of_few_differing(counts: Sequence[float], size: Positive | float, spread_: Spread) -> Smooth:
    none = counts[0]
    rows = [Row(number, part / (1 - none), 1.0, 1.0, 1.0) for number, part in enumerate(counts) if number]
    few = coarser(rows, lambda row: spread_.variation * sqrt(row.units))
    sums = [(logarithm(amount), row.weight * weight) for row in few for amount, weight in _sums(row.units, spread_)]
    sums = [(place, weight) for place, weight in sums if weight > 1e-13]
    own = log_deviation((exp(place), weight) for place, weight in sums)
    other = size.log_deviation if isinstance(size, Positive) else 0.0
    step = sqrt(own**2 + other**2) / FINENESS
    grid = trimmed(spread(sums, step, max(place for place, _ in sums)))
    if not isinstance(size, Positive):
        return Smooth(none, grid._replace(start=grid.start + log(size)))
    average = size.log_grid(step)
    return Smooth(none, Grid(grid.start + average.start, step, convolved(grid.mass, average.mass)))


def _sums(deals: float, spread_: Spread) -> list[tuple[float, float]]:
    """What so many deals add up to, in average deals, with weights: a gamma variable above a smallest sum."""
    shape = 4 * deals / spread_.skewness**2
    scale = spread_.variation * spread_.skewness / 2
    least = deals - shape * scale
    left = (DEPTH + 1) / shape + sqrt(2 * DEPTH / shape)
    right = log(1 + DEPTH / shape + sqrt(2 * DEPTH / shape))
    grid = sampled(lambda place: exp(shape * (place - expm1(place))), -left, right, GAMMA_STEP / sqrt(shape))
    return [
        (least + shape * scale * exp(place), weight) for place, weight in zip(grid.points(), grid.mass, strict=True)
    ]


def _of_many(state: Fixed | Intensity, size: Positive | float, spread_: Spread) -> Worth:
    variances, thirds = (
        [of(row) for row in state.rows] for of in (_relative_variance(spread_), _relative_third(spread_))
    )
    if isinstance(state, Intensity) and isinstance(size, Positive):
        mean, (variances, thirds) = multiplied(state.mean, size, (Mark(variances, 0), Mark(thirds, 0)))
        return Crowded(mean, list(zip(mean.values, mean.weights, strict=True)), variances, thirds)
    if isinstance(size, Positive):
        mean = size.times(state.rows[0].units)
        count = len(mean.values)
        return Crowded(mean, list(zip(mean.values, mean.weights, strict=True)), variances * count, thirds * count)
    known = state.mean.times(size) if isinstance(state, Intensity) else None
    return Crowded(known, [(row.units * size, row.weight) for row in state.rows], variances, thirds)


def _relative_variance(spread_: Spread) -> Callable[[Row], float]:
    """Var(Σ Y) / M² = (Σ p(1 − p) + c²·M) / M²."""
    return lambda row: (1 - row.second + spread_.variation**2) / row.units


def _relative_third(spread_: Spread) -> Callable[[Row], float]:
    """κ3(Σ Y) / M³ = (κ3 of the number + 3·c²·its variance + M·κ3 of one deal) / M³."""
    square = spread_.variation**2
    return lambda row: (
        (1 - 3 * row.second + 2 * row.third + 3 * square * (1 - row.second) + spread_.third) / row.units**2
    )


def _shape(amount: float, variance: float, third: float) -> Shape:
    if variance < NO_CHANCE:
        return Shape(amount * sqrt(NO_CHANCE), 0.0, 0.0)
    skewness = third / variance**1.5
    # The kurtosis is the square of the skewness for Poisson's distribution, and nearly so for others.
    return Shape(amount * sqrt(variance), skewness, skewness**2)
