"""What more of a limit would bring: the best sets as money, or time, grows step by step."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor, gcd, lcm
from typing import Literal, NamedTuple

from roadmapctl.analysis.ideas.best_set import BestSet, Item, best_set

Limit = Literal["cost", "effort"]
Limits = dict[Limit, Fraction | None]
PATIENCE = 20_000
FEWEST_TRIES = 20
TRIES_OF_ALL = 3_000
"""Sets that are searched for one ladder, shared among the items: a long list of ideas takes longer for each."""


class Rung(NamedTuple):
    """So much more of the limit, and the best set it allows."""

    amount: Fraction
    best: BestSet


def ladder(items: Sequence[Item], best: BestSet, limits: Limits, which: Limit) -> tuple[Rung, ...]:
    """Every step up from the best set now: the least more of the limit, the other staying as it is, for which a better set fits.

    Ends where more of it brings nothing, or after so many searches. Sets take multiples of what all items take multiples of: the
    amounts are doubled until one is enough, then halved until the one below it is not.
    """
    now, step = limits[which], _step([getattr(item, which) for item in items])
    if now is None or not step:
        return ()
    search = _Search(items, limits, which, step)
    low, high = floor(now / step), ceil(sum((getattr(item, which) for item in items), Fraction(0)) / step)
    most = search.at(high).value if high > low else best.value
    rungs: list[Rung] = []
    while best.value < most and search.tries > 0:
        low, best = search.next_above(low, high, best.value)
        rungs.append(Rung(low * step - now, best))
    return tuple(rungs)


class _Search:
    """The best sets for multiples of a step of one limit."""

    def __init__(self, items: Sequence[Item], limits: Limits, which: Limit, step: Fraction) -> None:
        self._items, self._limits, self._which, self._step = items, limits, which, step
        self.tries = max(FEWEST_TRIES, TRIES_OF_ALL // len(items))

    def at(self, steps: int) -> BestSet:
        """The best set for so many steps."""
        self.tries -= 1
        limits = {**self._limits, self._which: steps * self._step}
        return best_set(self._items, cost=limits["cost"], effort=limits["effort"], patience=PATIENCE)

    def next_above(self, low: int, high: int, value: Fraction) -> tuple[int, BestSet]:
        """The fewest steps above `low`, `high` at most, for which a set has more than the value."""
        width = 1
        while low + width < high and (found := self.at(low + width)).value <= value:
            low, width = low + width, width * 2
        high = min(high, low + width)
        found = self.at(high)
        while high - low > 1:
            middle = (low + high) // 2
            tried = self.at(middle)
            if tried.value > value:
                high, found = middle, tried
            else:
                low = middle
        return high, found


def _step(needs: Sequence[Fraction]) -> Fraction:
    """The largest number of which all are multiples; 0 where all are 0."""
    parts = lcm(*(need.denominator for need in needs))
    return Fraction(gcd(*(int(need * parts) for need in needs)), parts)
