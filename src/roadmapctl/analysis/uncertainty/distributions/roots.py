"""Where a probability that rises with a number reaches a level."""

from collections.abc import Callable, Mapping, Sequence
from math import ceil, exp, inf, log, sqrt
from types import MappingProxyType

from roadmapctl.analysis.uncertainty.distributions.normal import normal_quantile

FAR = 5.0
"""Standard deviations beyond which a probability says nothing of the way."""
CLOSE = 5e-4
"""So near to the level, in standard deviations, the rest of the way is straight."""
LARGE = 2000
"""Numbers from which on the last whole one is found between two that were worked out."""
STRAIGHT = 12
"""Steps along a line before the bracket is halved instead."""
NEAR = 1e-4
"""Of a large number that is a place of a jump."""
ACCURACY = 1e-8
"""Of a number, relative to it."""
ROUNDS = 300

NOTHING: Mapping[int, float] = MappingProxyType({})

Rising = Callable[[float], float]


def first_whole(
    probability: Callable[[int], float],
    level: float,
    most: int,
    guess: float,
    width: float,
    known: Mapping[int, float] = NOTHING,
) -> int | None:
    """The smallest whole number from 0 to `most` with at least a probability; None if none has it.

    The search starts at a guess, with about so many standard deviations of the logarithm for one of the probability as `width`
    says; `known` are probabilities already worked out.
    """
    bracket = _Bracket(level, -1, most + 1, guess, width)
    for number, chance in known.items():
        bracket.note(number, chance)
    while bracket.high - bracket.low > 1:
        near = bracket.next()
        if bracket.close and near > LARGE:
            return ceil(near)
        if bracket.is_tight:
            return int(bracket.high)
        number = int(min(max(ceil(near), bracket.low + 1), bracket.high - 1))
        bracket.note(number, probability(number))
    return int(bracket.high) if bracket.high <= most else None


def reached(probability: Rising, level: float, guess: float, width: float) -> float:
    """The number above 0 from which on it has a probability that rises without jumps, searched in the same way."""
    bracket = _Bracket(level, 0.0, inf, guess, width)
    for _ in range(ROUNDS):
        near = bracket.next()
        if bracket.close or (bracket.high < inf and bracket.high - bracket.low <= ACCURACY * bracket.high):
            return near
        bracket.note(near, probability(near))
    return bracket.high


class _Bracket:
    """Numbers too low and high enough, and how far from the level others are, in standard deviations.

    The normal quantile of a probability is nearly linear in the number's logarithm: the search goes along a line.
    """

    def __init__(self, level: float, low: float, high: float, guess: float, width: float) -> None:
        self._level, self._guess, self._width = normal_quantile(level), max(guess, 1e-9), width
        self._end, self._steps = high, 0
        self._points: list[tuple[float, float]] = []
        self.low, self.high, self.close = low, high, False

    def note(self, number: float, chance: float) -> None:
        """What is known of a number."""
        above = normal_quantile(min(max(chance, 1e-15), 1 - 1e-15)) - self._level
        if above >= 0:
            self.high = min(self.high, number)
        else:
            self.low = max(self.low, number)
        if number > 0 and abs(above) < FAR:
            self._points.append((log(number), above))
        self.close = self.close or (abs(above) < CLOSE and len(self._points) > 1)

    @property
    def is_tight(self) -> bool:
        """Is there a jump that no line leads to, so that the ends, large and near each other, have to do?"""
        return self._steps > STRAIGHT and self.low > LARGE and self.high < self.low * (1 + NEAR)

    def next(self) -> float:
        """Where to look next: where the line through the two nearest points meets the level, or else between the ends."""
        self._steps += 1
        nearest = sorted(set(self._points), key=lambda point: abs(point[1]))[:2]
        straight = self._straight(nearest) if self._steps <= STRAIGHT else 0.0
        return straight if self.low < straight < self.high else self._between()

    def _straight(self, nearest: Sequence[tuple[float, float]]) -> float:
        if len(nearest) < 2 and self._guess:
            guess, self._guess = self._guess, 0.0
            if self.low < guess < self.high:
                return guess
        if not nearest:
            return 0.0
        place, above = nearest[0]
        slope = 1 / self._width
        if len(nearest) > 1:
            slope = (nearest[1][1] - above) / (nearest[1][0] - place)
        return exp(min(place - above / slope, 200.0)) if slope > 0 else 0.0

    def _between(self) -> float:
        if self.high == self._end:
            return max(1.0, 4 * self.low)
        if self.low <= 0 or self.high < 4:
            return (self.low + self.high) / 2 if self.high < 4 else self.high / 4
        return sqrt(self.low * self.high)
