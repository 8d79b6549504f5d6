"""Exact numbers: how they are added up, how they become whole, and how they are kept from growing without end."""

from collections.abc import Iterable, Sequence
from decimal import Context, Decimal, Inexact
from fractions import Fraction
from functools import reduce
from math import lcm
from typing import Literal

Rounding = Literal["final", "each"]
"""`final` carries exact values and rounds up once, where a number is shown; `each` rounds up at every stage and carries that."""

MAX_UNITS = 10**18
# Medians of p10/p90 ranges are roots, kept to 50 digits: 4.000…001 with an excess only they can bring is 4.
PRECISION = 10**40
MAX_BITS = 3000
KEPT_BITS = 1500
# The numbers of a plan lie between 10^18 and 10^-90, so the sum of any number of them has fewer digits than these.
EXACT = Context(prec=200, traps=[Inexact])


def exact_total(numbers: Iterable[Decimal]) -> Decimal:
    """The sum of a plan's numbers, exactly: Decimal's own + rounds to 28 digits, and Fraction's takes twenty times as long."""
    return reduce(EXACT.add, numbers, Decimal(0))


def exact_sum(numbers: Iterable[Decimal]) -> Fraction:
    """The same as a fraction, for all that is computed from it."""
    return Fraction(exact_total(numbers))


def summed(parts: Iterable[Fraction]) -> Fraction:
    """The sum of fractions over one common denominator; + would cancel after every step."""
    parts = tuple(parts)
    whole = lcm(*(part.denominator for part in parts))
    return Fraction(sum(part.numerator * (whole // part.denominator) for part in parts), whole)


def in_proportion(parts: Sequence[Fraction]) -> list[int]:
    """Whole numbers that are to each other as some fractions: these over one common denominator."""
    whole = lcm(*(part.denominator for part in parts))
    return [part.numerator * (whole // part.denominator) for part in parts]


def whole_up(value: Fraction) -> int:
    """The smallest whole number of units that is enough."""
    # In whole numbers, for it is asked of every stage and source of every plan: fractions would take ten times as long.
    below, rest = divmod(value.numerator, value.denominator)
    return below if rest * PRECISION <= value.denominator * max(1, abs(below)) else below + 1


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
