"""How many deals it comes to: few, told one by one, or many."""

from itertools import accumulate
from math import ceil, floor, sqrt
from typing import Protocol

from roadmapctl.analysis.uncertainty.chance import blurred_rows, draws
from roadmapctl.analysis.uncertainty.counts import Counts
from roadmapctl.analysis.uncertainty.crowd import Crowd, Shape
from roadmapctl.analysis.uncertainty.factor import of_intensity
from roadmapctl.analysis.uncertainty.intensity import Fixed, Intensity, Row
from roadmapctl.analysis.uncertainty.roots import first_whole

FEW = 256
"""Deals up to which the probability of each number is held."""


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
        rows = blurred_rows(state)
        mean = None if isinstance(state, Fixed) else of_intensity(state)
        self.state = state
        self._drawn: dict[Row, tuple[int, list[float]]] = {}
        self._crowd = Crowd(
            mean,
            [(row.units, row.weight) for row in rows],
            [whole_units(row) for row in rows],
            lambda number, edge: self._at_most(rows[number], floor(edge)),
        )

    def _at_most(self, row: Row, deals: int) -> float:
        if row not in self._drawn:
            first, chances = draws(row)
            self._drawn[row] = first, list(accumulate(chances))
        first, below = self._drawn[row]
        return 0.0 if deals < first else below[min(deals - first, len(below) - 1)]

    def below(self, deals: int) -> float:
        """P(number ≤ deals)."""
        return self._crowd.below(deals + 0.5)

    def quantile(self, chance: float) -> int:
        """The smallest number that is not exceeded with at least this chance."""
        middle, step = self._crowd.near(chance)
        found = first_whole(lambda deals: self.below(deals) - chance, round(middle), ceil(step), MOST)
        return MOST if found is None else found


def whole_units(row: Row) -> Shape:
    """Of Σ of draws: κ2 = Σ p(1 − p), κ3 = Σ p(1 − p)(1 − 2p), κ4 = Σ p(1 − p)(1 − 6p(1 − p)).

    Between whole numbers lies a smooth curve: with 1/12 less of variance and 1/120 more of κ4.
    """
    units, _, second, third = row
    fourth = third**2 / second if second else 0.0
    variance = max(units * (1 - second) - 1 / 12, 1 / 12)
    kurtosis = units * (1 - 7 * second + 12 * third - 6 * fourth) + 1 / 120
    return Shape(sqrt(variance), units * (1 - 3 * second + 2 * third) / variance**1.5, kurtosis / variance**2)
