"""Where a rising function reaches 0."""

from collections.abc import Callable

ROUNDS = 400


def first_whole(function: Callable[[int], float], guess: int, step: int, most: int) -> int | None:
    """The smallest whole number from 0 to `most` at which a rising function is at least 0; None if there is none.

    The search opens around a guess by a step that doubles, and closes by false position with the value at an end that stays
    halved (Illinois), every third time by bisection.
    """
    guess = min(max(guess, 0), most)
    low = high = guess
    below = above = function(guess)
    while above < 0:
        if high >= most:
            return None
        low, below = high, above
        high = min(high + step, most)
        above, step = function(high), 2 * step
    while below >= 0:
        if low <= 0:
            return 0
        high, above = low, below
        low = max(low - step, 0)
        below, step = function(low), 2 * step
    for number in range(ROUNDS):
        if high - low <= 1:
            break
        between = (low + high) // 2
        if number % 3 < 2:
            between = min(max(low + round((high - low) * below / (below - above)), low + 1), high - 1)
        value = function(between)
        if value >= 0:
            high, above, below = between, value, below / 2
        else:
            low, below, above = between, value, above / 2
    return high


def root(function: Callable[[float], float], guess: float, step: float, accuracy: float) -> float:
    """The number above 0 at which a rising function reaches 0, found the same way."""
    low = high = guess
    below = above = function(guess)
    while above < 0:
        low, below = high, above
        high += step
        above, step = function(high), 2 * step
    while below >= 0 and low > 0:
        high, above = low, below
        low = max(low - step, 0.0)
        below, step = function(low), 2 * step
    for number in range(ROUNDS):
        if high - low <= accuracy * high:
            break
        between = (low + high) / 2
        if number % 3 < 2 and above > below:
            between = low + (high - low) * below / (below - above)
            margin = accuracy * high / 4
            between = min(max(between, low + margin), high - margin)
        value = function(between)
        if value >= 0:
            high, above, below = between, value, below / 2
        else:
            low, below, above = between, value, above / 2
    return (low + high) / 2
