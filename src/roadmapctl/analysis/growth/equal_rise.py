"""The one factor by which all rates have to rise for a result to become so many times as large."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from roadmapctl.analysis.growth.ways import Way

ONE, NONE = Fraction(1), Fraction(0)
BITS = 160
"""A factor that is no fraction is given from above to 2^-160 (48 decimals)."""


class Rise(NamedTuple):
    """The factor; `exact` where it is a fraction, else it is the smallest multiple of 2^-160 that is enough."""

    factor: Fraction
    exact: bool


def equal_rise(ways: Sequence[Way], limits: Mapping[int, Fraction | None], factor: Fraction) -> Rise | None:
    """The solution f of Σ part · Π min(f, limit) = `factor`; for one way of n steps far from its limits the n-th root of `factor`.

    None where the limits (factors, by step) do not let the result become so large.
    """

    def result(rise: Fraction) -> Fraction:
        raised = {at: rise if limit is None else min(rise, limit) for at, limit in limits.items()}
        return sum((way.result(raised) for way in ways), NONE)

    low, high = ONE, factor
    while result(high) < factor:  # ways that meet no step do not grow, so the others have to grow by more
        if all(limit is not None and limit <= high for limit in limits.values()):
            return None
        low, high = high, high * 2
    for guess in (_line(ways, factor), _root(factor, len(limits))):
        if guess is not None and result(guess) == factor:
            return Rise(guess, exact=True)
    return Rise(_bisected(result, low, high, factor), exact=False)


def _bisected(result: Callable[[Fraction], Fraction], low: Fraction, high: Fraction, wanted: Fraction) -> Fraction:
    below, above = int(low * 2**BITS), ceil(high * 2**BITS)
    while above - below > 1:
        middle = (below + above) // 2
        if result(Fraction(middle, 2**BITS)) < wanted:
            below = middle
        else:
            above = middle
    return Fraction(above, 2**BITS)


def _line(ways: Sequence[Way], factor: Fraction) -> Fraction | None:
    """The solution where no way meets more than one step: 1 + (factor − 1) / the part of the result that meets one."""
    meeting = sum((way.part for way in ways if way.rates), NONE)
    return 1 + (factor - 1) / meeting if all(len(way.rates) <= 1 for way in ways) else None


def _root(value: Fraction, degree: int) -> Fraction | None:
    """The root of a fraction, where it is a fraction itself."""
    top, bottom = _whole_root(value.numerator, degree), _whole_root(value.denominator, degree)
    return None if top is None or bottom is None else Fraction(top, bottom)


def _whole_root(number: int, degree: int) -> int | None:
    low, high = 0, 1 << (number.bit_length() // degree + 1)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if middle**degree < number else (low, middle)
    return low if low**degree == number else None
