"""A number of a plan shared out, so that its parts are as fine as it is and sum to it."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from roadmapctl.analysis.rounding import EXACT
from roadmapctl.analysis.split import largest_remainder

RATE_DIGITS = 4
"""Decimals to which a rate is written at least: a hundredth of a point."""
FINER = 2
"""Digits that a part may have more than the whole: 7_040 of 16_000, and not 7_037."""


def digits_of(*values: Decimal | None, rate: bool = False) -> int:
    """How fine the parts of some values are, as decimals; below 0 for parts in tens, hundreds, thousands.

    Whole values have whole parts, two digits finer than they are themselves; others have parts of as many decimals; rates have
    four at least.
    """
    ends = [_last_digit(value) for value in values if value]
    finest = min((end if end < 0 else max(end - FINER, 0) for end in ends), default=0)
    return max(-finest, RATE_DIGITS) if rate else -finest


def _last_digit(value: Decimal) -> int:
    """The power of ten of the last digit that is not 0: 3 of 16_000, 0 of 16_001, -1 of 0.5."""
    exponent = value.normalize(EXACT).as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def shared(total: Decimal, weights: Sequence[Fraction], digits: int) -> tuple[Decimal, ...]:
    """The total by weights (one of them above 0) in parts that fine, by largest remainder. Sums to the total."""
    units = largest_remainder(int(abs(Fraction(total)) * Fraction(10) ** digits), weights)
    sign = -1 if total < 0 else 1
    return tuple(_decimal(sign * part, digits) for part in units)


def rounded(value: Fraction, digits: int) -> Decimal:
    """The value that fine, half to even."""
    return _decimal(round(value * Fraction(10) ** digits), digits)


def _decimal(units: int, digits: int) -> Decimal:
    return EXACT.scaleb(Decimal(units), Decimal(-digits)).normalize(EXACT) + 0
