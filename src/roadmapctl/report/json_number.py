"""Numbers as every JSON and CSV of ours writes them."""

from decimal import Decimal
from fractions import Fraction

from roadmapctl.i18n.numbers import EXACT, decimal

DECIMALS = 6


def plain(value: Fraction | Decimal | int | None) -> int | float | None:
    """A JSON number: an int where the value is whole, else rounded to six decimals."""
    if value is None:
        return None
    rounded = EXACT.quantize(decimal(value), Decimal(1).scaleb(-DECIMALS))
    return int(rounded) if rounded == rounded.to_integral_value() else float(rounded)
