"""How many deals it comes to: few, told one by one, or many."""

from collections.abc import Callable
from itertools import accumulate
from math import floor, sqrt
from typing import Protocol

from roadmapctl.analysis.uncertainty.chance import blurred_rows, draws
from roadmapctl.analysis.uncertainty.counts import Counts
from roadmapctl.analysis.uncertainty.crowd import Crowd, Points, Shape, edgeworth
from roadmapctl.analysis.uncertainty.intensity import Fixed, Intensity, Row
from roadmapctl.analysis.uncertainty.roots import first_whole

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


class Deals(Protocol):
    """The distribution of a whole number of deals."""

    def below(self, deals: int) -> float:
        """P(number ≤ deals)."""

    def quantile(self, chance: float) -> int:
        """The smallest number that is not exceeded with at least this chance."""


class Few:
    """Deals with the probability of each number."""

    def __init__(self, counts: Counts) -> None:
        self.counts = counts
        self._below = list(accumulate(counts))

    def below(self, deals: int) -> float:
        """P(number ≤ deals)."""
        return 0.0 if deals < 0 else self._below[min(deals, len(self._below) - 1)]

    def quantile(self, chance: float) -> int:
        """The smallest number that is not exceeded with at least this chance."""
        return next((number for number, below in enumerate(self._below) if below >= chance), len(self._below) - 1)


class Many:
    """Deals that are too many to hold the probability of each number."""

    def __init__(self, state: Fixed | Intensity) -> None:
        self.state = state
        mean = None if isinstance(state, Fixed) else state.mean
        self._crowd = Crowd(mean, lambda units: whole_units(state.row(units)), lambda: _points(state))

    def below(self, deals: int) -> float:
        """P(number ≤ deals)."""
        return self._crowd.below(deals + 0.5)

    def quantile(self, chance: float) -> int:
        """The smallest number that is not exceeded with at least this chance."""
        found = first_whole(self.below, chance, MOST, *self._crowd.near(chance))
        return MOST if found is None else found


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
