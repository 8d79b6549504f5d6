"""A whole split into whole parts that sum to it."""

from collections.abc import Sequence
from fractions import Fraction
from math import floor


def largest_remainder(total: int, weights: Sequence[Fraction]) -> tuple[int, ...]:
    """`total` (0 or more) in whole parts proportional to `weights` (each 0 or more, one above 0).

    Every part is its exact share rounded down; what is left goes, one each, to the largest remainders, the
    first on a tie (Hamilton's method). Raises ValueError for a negative total or weights that cannot share
    anything out.
    """
    whole = sum(weights, Fraction(0))
    if total < 0 or whole <= 0 or min(weights) < 0:
        raise ValueError("a split needs a total of at least 0 and weights of at least 0, one of them above 0")
    exact = [total * weight / whole for weight in weights]
    parts = [floor(share) for share in exact]
    by_remainder = sorted(range(len(parts)), key=lambda i: parts[i] - exact[i])
    for index in by_remainder[: total - sum(parts)]:
        parts[index] += 1
    return tuple(parts)
