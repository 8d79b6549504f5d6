"""Chance: whole units drawn one by one, few enough to tell them apart."""

from collections.abc import Sequence
from itertools import zip_longest
from math import ceil, inf, sqrt

from roadmapctl.analysis.uncertainty.distributions.counts import cut
from roadmapctl.analysis.uncertainty.exact.intensity import Fixed, Intensity, Row, coarser, variance

SLIGHT = 1e-11
"""A probability that is left out."""
ALIKE = 1e-6
"""Of a power of the standard deviation: so little more of a cumulant changes nothing."""
FAR = 6.5
"""Standard deviations that are hardly exceeded."""


def hardly_exceeded(state: Fixed | Intensity) -> float:
    """A number of units, next to never more."""
    return _beyond(_highest(state))


def _highest(state: Fixed | Intensity) -> float:
    return state.first if isinstance(state, Fixed) else state.mean.within[1]


def _beyond(units: float) -> float:
    return units + FAR * sqrt(units) + 10


def counts_of(state: Fixed | Intensity) -> list[float]:
    """The probability of each whole number of units."""
    highest = _highest(state)
    if not highest:
        return [1.0]
    found = [0.0] * ceil(_beyond(_beyond(highest)))
    for row in blurred_rows(state):
        if row.units <= highest:
            first, chances = draws(row)
            for number, chance in enumerate(chances, first):
                found[number] += row.weight * chance
    return cut(found)


def counts_below(state: Fixed | Intensity, units: int) -> tuple[list[float], list[Row]]:
    """The probabilities of single numbers as far as means up to so many units bring them, and the larger means."""
    found = [0.0] * ceil(_beyond(_beyond(units)))
    for row in state.rows:
        if row.units <= units:
            first, chances = draws(row)
            for number, chance in enumerate(chances, first):
                found[number] += row.weight * chance
    return found, [row for row in state.rows if row.units > units]


def blurred_rows(state: Fixed | Intensity) -> Sequence[Row]:
    """As many values of M as chance, which blurs them, can tell apart."""
    return coarser(state.rows, lambda row: max(0.5, sqrt(variance(row))))


def draws(row: Row) -> tuple[int, list[float]]:
    """From the first number that counts on, the probability of each whole number of units given M.

    The draws are taken for a binomial with their mean and variance, n·p = M and p = Σ p² / M, which is exact where all
    have one chance. By what their third and fourth factorial cumulants, 2·Σ p³ and −6·Σ p⁴, differ, differences of as high
    an order are added (Charlier's series of type B): the generating function times e^(a·u³ + b·u⁴), u = z − 1.
    """
    first, chances = binomial(row.units, row.second)
    units, _, second, third, square = row
    a = units * (third - second**2) / 3
    varied = units**2 * (square - second**2)
    if abs(a) < ALIKE * variance(row) ** 1.5 and varied < ALIKE * variance(row) ** 2:
        return first, chances
    b = varied / 8 - units * (row.fourth - second**3) / 4
    third_ = differences(chances, 3)
    fourth, sixth = differences(third_, 1), differences(third_, 3)
    rows = zip_longest(chances, third_, fourth, sixth, fillvalue=0.0)
    return first, [part + a * x + b * y + a * a / 2 * z for part, x, y, z in rows]


def differences(row: Sequence[float], order: int) -> list[float]:
    """What a generating function times (z − 1)^order has as coefficients: each entry before an entry less that entry."""
    found = list(row)
    for _ in range(order):
        found = [before - part for before, part in zip([0.0, *found], [*found, 0.0], strict=True)]
    return found


def binomial(units: float, chance: float) -> tuple[int, list[float]]:
    """From the first number that counts on, the probabilities of a binomial with mean `units` (above 0) whose draws have one
    chance: of Poisson's distribution for a chance of 0. The number of draws, units / chance, need not be whole.
    """
    chance = max(0.0, chance)
    rest = 1 - chance
    if rest < 1e-12:
        return round(units), [1.0]
    mode = int(min(units, units / chance if chance else inf))
    up, number, part = [1.0], mode, 1.0
    while part > SLIGHT:
        part *= max(0.0, units - number * chance) / (rest * (number + 1))
        number += 1
        up.append(part)
    down, number, part = [0.0], mode, 1.0
    while number and part > SLIGHT:
        part *= rest * number / (units - (number - 1) * chance)
        number -= 1
        down.append(part)
    parts = down[:0:-1] + up
    whole = sum(parts)
    return mode - len(down) + 1, [part / whole for part in parts]
