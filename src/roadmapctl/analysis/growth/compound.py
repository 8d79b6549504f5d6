"""Growth that compounds: the same part more in every period."""

from decimal import Context, Decimal
from fractions import Fraction

DIGITS = 60
"""Of a root or logarithm, which is no fraction."""


def compound_rate(start: Fraction, end: Fraction, periods: Fraction) -> Fraction:
    """(end / start)^(1 / periods) − 1, a part of 1 for one period: the CAGR where periods are years. All above 0."""
    return _power(end / start, 1 / periods) - 1


def compounded(start: Fraction, rate: Fraction, periods: Fraction) -> Fraction:
    """Start · (1 + rate)^periods; the rate a part of 1 for one period, above −1."""
    return start * ((1 + rate) ** int(periods) if periods.denominator == 1 else _power(1 + rate, periods))


def doubling_periods(rate: Fraction) -> Fraction | None:
    """ln 2 / ln(1 + rate) periods. None where nothing grows: it never doubles."""
    return _logarithm(Fraction(2)) / _logarithm(1 + rate) if rate > 0 else None


def _power(base: Fraction, exponent: Fraction) -> Fraction:
    context = Context(prec=DIGITS)
    return Fraction(context.power(_decimal(base, context), _decimal(exponent, context)))


def _logarithm(value: Fraction) -> Fraction:
    context = Context(prec=DIGITS)
    return Fraction(context.ln(_decimal(value, context)))


def _decimal(value: Fraction, context: Context) -> Decimal:
    return context.divide(Decimal(value.numerator), Decimal(value.denominator))
