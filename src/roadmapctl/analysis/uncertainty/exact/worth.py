"""What the deals are worth: their number, single amounts that differ, and the average amount, which is uncertain itself."""

from math import exp, expm1, log, sqrt
from typing import NamedTuple, Protocol

from roadmapctl.analysis.uncertainty.distributions.convolution import convolved
from roadmapctl.analysis.uncertainty.distributions.grid import Cumulative, Grid, deviation, sampled, spread, trimmed
from roadmapctl.analysis.uncertainty.distributions.positive import Positive, logarithm
from roadmapctl.analysis.uncertainty.distributions.product import FINENESS
from roadmapctl.analysis.uncertainty.distributions.roots import reached
from roadmapctl.analysis.uncertainty.exact.amounts import around, of_many
from roadmapctl.analysis.uncertainty.exact.intensity import Row, coarser
from roadmapctl.analysis.uncertainty.exact.outcome import Few, Many
from roadmapctl.analysis.uncertainty.question.spread import ALIKE, Spread

SINGLE = 128
"""Deals up to which their number is told, where more are likely too."""
RARELY = 0.01
"""A chance of so few deals that they are to be told one by one."""
A_FEW = 12
"""Mean deals before chance; fewer come in numbers that have to be told one by one."""
SLIGHT = 1e-13
"""A probability that is left out."""
GAMMA_STEP = 0.35
"""Between points of a sum of amounts, in its standard deviations, where sums of many numbers of deals lie over each other."""
ALONE = 8
"""Numbers of deals up to which the points of each sum show, and are set closer by as much."""
DEPTH = 24.0
"""A density e^-24 below its peak adds nothing."""


class Worth(Protocol):
    """The distribution of an amount of money."""

    def below(self, amount: float) -> float:
        """P(worth ≤ amount)."""

    def quantile(self, chance: float) -> float:
        """The amount that it stays below with a chance."""


class Numbers(NamedTuple):
    """How many deals: none with a chance, single numbers with theirs, and where they are many, the means that rates make likely."""

    none: float
    single: list[tuple[int, float]]
    many: list[Row]


def worth_of(deals: Few | Many, size: Positive | float, spread: Spread) -> Worth:
    """Of so many deals of an average size, in the money of that size."""
    if not isinstance(size, Positive) and not spread.variation:
        return Alike(deals, size)
    if isinstance(deals, Many) and deals.usually_over(A_FEW, RARELY):
        return of_many(deals.state, size, spread)
    numbers = _numbers(deals)
    if not numbers.single and not numbers.many:
        return Alike(deals, 1.0)  # there are no deals
    if spread.variation or not isinstance(size, Positive):
        return _differing(numbers, size, spread)
    return UncertainSize(deals, numbers, size)


def _numbers(deals: Few | Many) -> Numbers:
    single, rows = (deals.single(), []) if isinstance(deals, Few) else deals.single(SINGLE)
    none = sum(chance for number, chance in single if not number)
    return Numbers(none, [(number, chance) for number, chance in single if number and abs(chance) > SLIGHT], rows)


class Alike:
    """Deals all of one known amount."""

    def __init__(self, deals: Few | Many, size: float) -> None:
        self._deals, self._size = deals, size

    def below(self, amount: float) -> float:
        """P(worth ≤ amount)."""
        return self._deals.below(int(amount / self._size * (1 + 1e-12)))

    def quantile(self, chance: float) -> float:
        """The amount that it stays below with a chance."""
        return self._deals.quantile(chance) * self._size


class UncertainSize:
    """Deals that may be few, all of the same uncertain average amount."""

    def __init__(self, deals: Few | Many, numbers: Numbers, size: Positive) -> None:
        self._deals, self._size, self._none = deals, size, numbers.none
        self._rows = [*numbers.single, *(part for row in numbers.many for part in around(row, ALIKE))]

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
        guess = max(1, self._deals.quantile(chance)) * middle
        return reached(self.below, chance, guess, max(0.3, (high - low) / middle))


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


def _differing(numbers: Numbers, size: Positive | float, spread_: Spread) -> Smooth:
    """Deals that may be few and differ, of a known or uncertain average amount."""
    rows = [Row(number, chance, 1.0, 1.0, 1.0) for number, chance in numbers.single]
    few = coarser(rows, lambda row: spread_.variation * sqrt(row.units))
    step = GAMMA_STEP if len(few) > ALONE else GAMMA_STEP / ALONE
    sums = [(amount, row.weight * weight) for row in few for amount, weight in _sums(row.units, spread_, step)]
    sums += [part for row in numbers.many for part in around(row, spread_)]
    left = 1 - numbers.none
    places = [(log(amount), weight / left) for amount, weight in sums if abs(weight) > SLIGHT and amount > 0]
    own = deviation(places)
    step = sqrt(own**2 + (size.log_deviation**2 if isinstance(size, Positive) else 0.0)) / FINENESS
    places.sort()
    grid = trimmed(spread([place for place, _ in places], [[weight for _, weight in places]], step)[0])
    if not isinstance(size, Positive):
        return Smooth(numbers.none, grid._replace(start=grid.start + log(size)))
    average = size.log_grid(step)
    return Smooth(numbers.none, Grid(grid.start + average.start, step, convolved(grid.mass, average.mass)))


def _sums(deals: float, spread_: Spread, step: float) -> list[tuple[float, float]]:
    """What so many deals add up to, in average deals, with weights: a gamma variable above a smallest sum."""
    shape = 4 * deals / spread_.skewness**2
    scale = spread_.variation * spread_.skewness / 2
    least = deals - shape * scale
    left = (DEPTH + 1) / shape + sqrt(2 * DEPTH / shape)
    right = log(1 + DEPTH / shape + sqrt(2 * DEPTH / shape))
    grid = sampled(lambda place: exp(shape * (place - expm1(place))), -left, right, step / sqrt(shape))
    return [
        (least + shape * scale * exp(place), weight) for place, weight in zip(grid.points(), grid.mass, strict=True)
    ]
