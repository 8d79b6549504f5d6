"""What many deals are worth, single ones of which may differ: chance around an uncertain mean."""

from collections.abc import Callable, Sequence
from math import sqrt

from roadmapctl.analysis.uncertainty.distributions.positive import Positive
from roadmapctl.analysis.uncertainty.distributions.product import Mark, multiplied, product_step
from roadmapctl.analysis.uncertainty.distributions.roots import reached
from roadmapctl.analysis.uncertainty.exact.crowd import GAUSS, Crowd, Points, Shape, bent, edgeworth
from roadmapctl.analysis.uncertainty.exact.intensity import Fixed, Intensity, Row
from roadmapctl.analysis.uncertainty.question.spread import Spread

NO_CHANCE = 1e-16
"""A relative variance that chance does not go below."""


class Amounts:
    """Chance with relative variances and third cumulants around means; `mean` is None where there is a single known one."""

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


def of_many(state: Fixed | Intensity, size: Positive | float, spread: Spread) -> Amounts:
    """The worth of many deals of a known or uncertain average size, in the money of that size."""
    variance, third = _relative_variance(spread), _relative_third(spread)
    variances, thirds = list(map(variance, state.rows)), list(map(third, state.rows))
    if isinstance(state, Intensity) and isinstance(size, Positive):
        marks = Mark(variances, 0), Mark(thirds, 0)
        mean, (variances, thirds) = multiplied(state.mean, size, marks, product_step(state.mean, size))
        return Amounts(mean, list(zip(mean.values, mean.weights, strict=True)), variances, thirds)
    if isinstance(size, Positive):
        mean = size.times(state.rows[0].units)
        count = len(mean.values)
        return Amounts(mean, list(zip(mean.values, mean.weights, strict=True)), variances * count, thirds * count)
    known = state.mean.times(size) if isinstance(state, Intensity) else None
    return Amounts(known, [(row.units * size, row.weight) for row in state.rows], variances, thirds)


def around(row: Row, spread: Spread) -> list[tuple[float, float]]:
    """A few amounts, in average deals, that stand for what a mean number of deals comes to by chance."""
    shape = _shape(row.units, _relative_variance(spread)(row), _relative_third(spread)(row))
    return [(row.units + shape.deviation * bent(normal, shape), row.weight * weight) for normal, weight in GAUSS]


def _relative_variance(spread: Spread) -> Callable[[Row], float]:
    """Var(Σ Y) / M² = (Σ p(1 − p) + c²·M) / M²."""
    return lambda row: (1 - row.second + spread.variation**2) / row.units


def _relative_third(spread: Spread) -> Callable[[Row], float]:
    """κ3(Σ Y) / M³ = (κ3 of the number + 3·c²·its variance + M·κ3 of one deal) / M³."""
    square = spread.variation**2
    return lambda row: (
        (1 - 3 * row.second + 2 * row.third + 3 * square * (1 - row.second) + spread.third) / row.units**2
    )


def _shape(amount: float, variance: float, third: float) -> Shape:
    if variance < NO_CHANCE:
        return Shape(amount * sqrt(NO_CHANCE), 0.0, 0.0)
    skewness = third / variance**1.5
    # The kurtosis is the square of the skewness for Poisson's distribution, and nearly so for others.
    return Shape(amount * sqrt(variance), skewness, skewness**2)
