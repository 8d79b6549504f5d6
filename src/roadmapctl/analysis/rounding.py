"""Exact numbers: how they become whole, and how they are kept from growing without end."""

from fractions import Fraction
from math import ceil, floor
from typing import Literal

Rounding = Literal["final", "each"]
"""`final` carries exact values and rounds up once, where a number is shown; `each` rounds up at every stage and carries that."""

MAX_UNITS = 10**18
# Medians of p10/p90 ranges are roots, kept to 50 digits: 4.000…001 with an excess only they can bring is 4.
SLACK = Fraction(1, 10**40)
MAX_BITS = 3000
KEPT_BITS = 1500


def whole_up(value: Fraction) -> int:
    """The smallest whole number of units that is enough."""
    below = floor(value)
    return below if value - below <= SLACK * max(1, abs(below)) else ceil(value)


def carried(value: Fraction, rounding: Rounding) -> Fraction:
    """What goes on to the next step: the value itself, or its whole number where each step rounds.

    A fraction of more than 900 digits (a hundred stages) is cut to 450 decimals, so that each step
    takes bounded time.
    """
    if rounding == "each":
        return Fraction(whole_up(value))
    if value.denominator.bit_length() > MAX_BITS:
        return Fraction(round(value * (1 << KEPT_BITS)), 1 << KEPT_BITS)
    return value
