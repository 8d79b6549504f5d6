"""Numbers in formulas: plain, in one form for every language, short enough to be checked on a calculator."""

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

DIGITS = Context(prec=60, rounding=ROUND_HALF_UP)
SHORT = Context(prec=4, rounding=ROUND_HALF_UP)
CENT = Fraction(1, 100)
PLACES = 40


def plain(value: Fraction | int) -> str:
    """`10,000`, `166,666.67`; four significant digits where two decimals would show too little of it."""
    exact = Fraction(value)
    if exact.denominator == 1:
        return f"{exact.numerator:,}"
    if abs(exact) < 1:
        return _trimmed(SHORT.plus(_decimal(exact)))
    return _trimmed(_decimal(exact).quantize(Decimal("0.01"), context=DIGITS))


def percent(rate: Fraction) -> str:
    """`6%`, `17.6471%`; a multiplier (above 1) as the number it is."""
    if rate > 1:
        return plain(rate)
    hundredfold = rate * 100
    if 0 < hundredfold < CENT:
        return f"{plain(hundredfold)}%"
    return f"{_trimmed(_decimal(hundredfold).quantize(Decimal('0.0001'), context=DIGITS))}%"


def _decimal(value: Fraction) -> Decimal:
    """Cut to 40 decimals by whole-number arithmetic, which is quick for fractions of any length."""
    return DIGITS.scaleb(Decimal(round(value * 10**PLACES)), -PLACES)


def _trimmed(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
