"""A whole split into whole parts that sum to it."""

from collections.abc import Sequence
from fractions import Fraction

from roadmapctl.analysis.rounding import in_proportion


def largest_remainder(total: int, weights: Sequence[Fraction]) -> tuple[int, ...]:
    """`total` (0 or more) in whole parts proportional to `weights` (each 0 or more, one above 0).

    Every part is its exact share rounded down; what is left goes, one each, to the largest remainders, the
    first on a tie (Hamilton's method). Raises ValueError for a negative total or weights that cannot share
    anything out.
    """
    if total < 0 or not any(weight > 0 for weight in weights) or min(weights) < 0:
        raise ValueError("a split needs a total of at least 0 and weights of at least 0, one of them above 0")
    # In whole numbers, for it is asked of every source in every week: fractions would take five times as long.
    numbers = in_proportion(weights)
    whole = sum(numbers)
    parts = [total * number // whole for number in numbers]
    by_remainder = sorted(range(len(parts)), key=lambda i: -(total * numbers[i] % whole))
    for index in by_remainder[: total - sum(parts)]:
        parts[index] += 1
    return tuple(parts)
