"""How many deals it comes to: few, told one by one, or many."""

from collections.abc import Callable
from itertools import accumulate
from math import floor, sqrt

from roadmapctl.analysis.uncertainty.distributions.counts import Counts
from roadmapctl.analysis.uncertainty.distributions.roots import first_whole
from roadmapctl.analysis.uncertainty.exact.chance import blurred_rows, counts_below, draws
from roadmapctl.analysis.uncertainty.exact.crowd import Crowd, Points, Shape, edgeworth
from roadmapctl.analysis.uncertainty.exact.intensity import Fixed, Intensity, Row, both

FEW = 256
"""Deals up to which the probability of each number is held."""
NEARLY_NORMAL = 10.0
"""A standard deviation of whole units from which on four cumulants tell their number."""
MIXED = 6.0
"""The same where the chances of single draws differ so much that no binomial tells it."""
UNLIKE = 0.003
"""By how much of a cubed standard deviation the third cumulant then differs from a binomial's."""
MOST = 10**20
"""Deals beyond any."""


class Few:
    """Deals with the probability of each number, beside some that are `sure`."""

    def __init__(self, counts: Counts, sure: int = 0) -> None:
        self._counts, self._sure = counts, sure
        self._below = list(accumulate(counts))

    def below(self, deals: int) -> float:
        """P(number ≤ deals)."""
        more = deals - self._sure
        return 0.0 if more < 0 else self._below[min(more, len(self._below) - 1)]

    def quantile(self, chance: float) -> int:
        """The smallest number that is not exceeded with at least this chance."""
        found = next((number for number, below in enumerate(self._below) if below >= chance), len(self._below) - 1)
        return self._sure + found

    def single(self) -> list[tuple[int, float]]:
        """Every number with its probability."""
        return [(self._sure + number, chance) for number, chance in enumerate(self._counts)]


class Many:
    """Deals that are too many to hold the probability of each number: a state, and some that are `sure` beside it."""

    def __init__(self, state: Fixed | Intensity, sure: int = 0) -> None:
        self._state, self._sure = state, sure
        mean = None if isinstance(state, Fixed) else state.mean
        self._crowd = Crowd(mean, lambda units: whole_units(state.row(units)), lambda: _points(state))

    @property
    def state(self) -> Fixed | Intensity:
        """All of them by their mean before chance."""
        sure = Fixed().with_units(self._sure, 1.0)
        if isinstance(self._state, Intensity):
            return self._state.plus(sure)
        return Fixed(*(a + b for a, b in zip(self._state, sure, strict=True)))

    def usually_over(self, deals: int, chance: float) -> bool:
        """Are mean deals fewer with less than a chance?"""
        state = self._state
        return self._sure + (state.first if isinstance(state, Fixed) else state.mean.quantile(chance)) > deals

    def below(self, deals: int) -> float:
        """P(number ≤ deals)."""
        return self._crowd.below(deals - self._sure + 0.5)

    def quantile(self, chance: float) -> int:
        """The smallest number that is not exceeded with at least this chance."""
        found = first_whole(self._below_more, chance, MOST, *self._crowd.near(chance))
        return MOST if found is None else found + self._sure

    def _below_more(self, deals: int) -> float:
        return self._crowd.below(deals + 0.5)

    def single(self, most: int) -> tuple[list[tuple[int, float]], list[Row]]:
        """Single numbers with the probabilities that means up to `most` bring them, and the larger means."""
        counts, rows = counts_below(self._state, most)
        more = Row(self._sure, 1.0, 1.0, 1.0, 1.0)
        return [(self._sure + number, chance) for number, chance in enumerate(counts)], [
            both(row, more) for row in rows
        ]


def _points(state: Fixed | Intensity) -> Points:
    """As many as chance can tell apart, each with how its draws come out."""
    rows = blurred_rows(state)
    told: dict[int, Callable[[float], float]] = {}

    def below(number: int, edge: float) -> float:
        if number not in told:
            told[number] = _drawn(rows[number])
        return told[number](edge)

    return Points([row.units for row in rows], [row.weight for row in rows], below, 1.0)


def _drawn(row: Row) -> Callable[[float], float]:
    """P(number ≤ edge) given M: of draws one by one where chance is too small to be nearly normal."""
    shape = whole_units(row)
    unlike = row.units * abs(row.third - row.second**2) / 3 > UNLIKE * shape.deviation**3
    if shape.deviation > (MIXED if unlike else NEARLY_NORMAL):
        return lambda edge: edgeworth((edge - row.units) / shape.deviation, shape)
    first, chances = draws(row)
    below = list(accumulate(chances))
    return lambda edge: 0.0 if edge < first else below[min(floor(edge) - first, len(below) - 1)]


def whole_units(row: Row) -> Shape:
    """Of Σ of draws: κ2 = Σ p(1 − p), κ3 = Σ p(1 − p)(1 − 2p), κ4 = Σ p(1 − p)(1 − 6p(1 − p)).

    Between whole numbers lies a smooth curve: with 1/12 less of variance and 1/120 more of κ4.
    """
    units, _, second, third, square = row
    variance = max(units * (1 - second) - 1 / 12, 1 / 12)
    varied = units**2 * max(0.0, square - second**2)
    kurtosis = units * (1 - 7 * second + 12 * third - 6 * row.fourth) + 3 * varied + 1 / 120
    return Shape(sqrt(variance), units * (1 - 3 * second + 2 * third) / variance**1.5, kurtosis / variance**2)
