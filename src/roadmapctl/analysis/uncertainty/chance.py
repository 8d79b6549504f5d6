"""Chance: whole units drawn one by one, few enough to tell them apart."""

from collections.abc import Sequence
from math import ceil, inf, sqrt

from roadmapctl.analysis.uncertainty.counts import cut
from roadmapctl.analysis.uncertainty.intensity import Fixed, Intensity, Row, coarser, variance

SLIGHT = 1e-11
"""A probability that is left out."""
FAR = 6.5
"""Standard deviations that are hardly exceeded."""


def hardly_exceeded(state: Fixed | Intensity) -> float:
    """A number of units, next to never more."""
    most = state.first if isinstance(state, Fixed) else state.within()[1]
    return most + FAR * sqrt(most) + 10


def counts_of(state: Fixed | Intensity) -> list[float]:
    """The probability of each whole number of units."""
    rows = blurred_rows(state)
    size = ceil(hardly_exceeded(state)) + 3 * ceil(sqrt(hardly_exceeded(state))) + 30
    found = [0.0] * size
    for row in rows:
        first, chances = draws(row)
        for number, chance in enumerate(chances, first):
            found[number] += row.weight * chance
    return cut(found) if rows else [1.0]


def blurred_rows(state: Fixed | Intensity) -> Sequence[Row]:
    """As many values of M as chance, which blurs them, can tell apart."""
    return coarser(state.rows(), lambda row: max(0.5, sqrt(variance(row))))


def draws(row: Row) -> tuple[int, list[float]]:
    """From the first number that counts on, the probability of each whole number of units given M.

    The draws are taken for a binomial with their mean and variance, n·p = M and p = Σ p² / M, which is exact where
    all have one chance; by what their third factorial cumulant, 2·Σ p³, differs, third differences are added
    (Charlier's series of type B).
    """
    first, chances = binomial(row.units, row.second)
    third = row.units * (row.third - row.second**2) / 3
    if abs(third) < SLIGHT:
        return first, chances
    a = [0.0, 0.0, 0.0, *chances, 0.0, 0.0, 0.0]
    bends = zip(a, a[1:], a[2:], a[3:], strict=False)
    turned = [part + third * (w - 3 * x + 3 * y - z) for part, (w, x, y, z) in zip([*chances, 0.0, 0.0, 0.0], bends, strict=True)]
    return first, turned


def binomial(units: float, chance: float) -> tuple[int, list[float]]:
    """From the first number that counts on, the probabilities of a binomial with mean `units` (above 0) whose draws have one
    chance: of Poisson's distribution for a chance of 0. The number of draws, units / chance, need not be whole.
    """
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
