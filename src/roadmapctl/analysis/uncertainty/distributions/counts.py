"""Whole units, few enough to hold the probability of each number."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import mul

FEW = 128
"""Units up to which a stage's arrivals are told one by one where they meet others."""
NEGLIGIBLE = 1e-9

Counts = Sequence[float]
"""The probability of 0, 1, 2, … units."""


def together(left: Counts, right: Counts) -> list[float]:
    """The counts of two independent inflows added."""
    short, long = (left, right) if len(left) < len(right) else (right, left)
    turned = short[::-1]
    margin = [0.0] * (len(short) - 1)
    padded = [*margin, *long, *margin]
    return cut([sum(map(mul, turned, padded[at:])) for at in range(len(short) + len(long) - 1)])


def cut(counts: Sequence[float]) -> list[float]:
    """Without a negligible upper tail."""
    last, tail = len(counts), 0.0
    while last > 1 and tail + abs(counts[last - 1]) < NEGLIGIBLE:
        last -= 1
        tail += abs(counts[last])
    return list(counts[:last])


class Thinning:
    """What comes through a rate that all units share, from the probabilities of how many of the most units do.

    Of one unit fewer that number is the same where the unit left out did not come through, else one smaller:
    P(j of i) = P(j of i + 1)·(i + 1 − j)/(i + 1) + P(j + 1 of i + 1)·(j + 1)/(i + 1). It holds for any distribution
    of the rate (for a Beta these are the beta-binomials), and nothing is subtracted.
    """

    def __init__(self, most: int, of_most: Counts) -> None:
        rows = [[*of_most[: most + 1], *[0.0] * (most + 1 - len(of_most))]]
        for units in range(most, 0, -1):
            above = rows[-1]
            rows.append(
                [
                    (stay * (units - number) + more * (number + 1)) / units
                    for number, (stay, more) in enumerate(pairwise(above))
                ]
            )
        rows.reverse()
        self._columns = [[rows[units][passed] for units in range(passed, most + 1)] for passed in range(most + 1)]

    def of(self, counts: Counts) -> list[float]:
        """The counts that come through of so many."""
        length = len(counts)
        return cut([sum(map(mul, counts[passed:], column)) for passed, column in enumerate(self._columns[:length])])


def quantile(counts: Counts, chance: float) -> int:
    """The smallest number that is not exceeded with at least this chance."""
    for number, below in enumerate(accumulate(counts)):
        if below >= chance:
            return number
    return len(counts) - 1


def mean(counts: Counts) -> float:
    """The expected number."""
    return sum(number * part for number, part in enumerate(counts))
