"""Numbers, money and shares as each language writes them."""

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

from roadmapctl.i18n import Language

Numeric = int | Decimal | Fraction
MINUS = "\N{MINUS SIGN}"
"""As wide and as high as a plus; a hyphen would also let a line break behind it."""
EXACT = Context(prec=60, rounding=ROUND_HALF_EVEN)
SYMBOLS = {
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "CNY": "¥",
    "JPY": "¥",
    "INR": "₹",
    "KRW": "₩",
    "HKD": "HK$",
    "TWD": "NT$",
    "AUD": "A$",
    "CAD": "C$",
}
WAN = 10_000
YI = 100_000_000
STEPS: dict[Language, tuple[tuple[int, int, str], ...]] = {
    "en": ((10**9, 10**9, "B"), (10**6, 10**6, "M"), (10**4, 10**3, "K")),
    "zh": ((YI, YI, "亿"), (WAN, WAN, "万")),
}
"""From which size on a number is shortened, by what, and with which unit."""


def decimal(value: Numeric) -> Decimal:
    """The value as a decimal; a fraction that has no end is kept to 60 digits."""
    if isinstance(value, Fraction):
        return EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))
    return Decimal(value)


def number(value: Numeric, decimals: int = 2) -> str:
    """Digits grouped by thousands, with at most so many decimals and no trailing zeros: `166,666.67`, `−10,000`."""
    rounded = EXACT.quantize(decimal(value), Decimal(1).scaleb(-decimals))
    text = f"{rounded + 0:,f}".replace("-", MINUS)
    return text.rstrip("0").rstrip(".") if "." in text else text


def compact(value: Numeric, language: Language) -> str:
    """A number short enough for a table: `1.2M` and `340K` in English, `10亿` and `34万` in Chinese."""
    for at_least, size, unit in STEPS[language]:
        if _size(value) >= at_least:
            return number(Fraction(value) / size) + unit
    return number(value)


def money(value: Numeric, currency: str | None, language: Language, *, short: bool = False) -> str:
    """An amount with its currency: `$150,000`, `¥10亿`, `SEK 20,000`; the bare number where no currency is known."""
    digits = (
        compact(_size(value), language) if short or (language == "zh" and _size(value) >= YI) else _digits(_size(value))
    )
    return _priced(value, currency, digits)


def in_wan(value: Numeric, currency: str | None) -> str:
    """An amount in 万, whatever its size: `¥9.6万`, `¥12,345万`."""
    return _priced(value, currency, number(Fraction(_size(value)) / WAN) + "万")


def _priced(value: Numeric, currency: str | None, digits: str) -> str:
    """The digits of an amount with its sign and its currency."""
    symbol = "" if currency is None else SYMBOLS.get(currency, f"{currency} ")
    below = value < 0 and digits.strip("0.万") != ""  # what is rounded to nothing has no sign
    return f"{MINUS if below else ''}{symbol}{digits}"


def _digits(size: Numeric) -> str:
    """Whole from a thousand on; below with two decimals, or none where nothing stands behind the point."""
    if size >= 1000:
        return number(size, 0)
    text = f"{EXACT.quantize(decimal(size), Decimal('0.01')) + 0:f}"  # a Decimal may be -0
    return text.removesuffix(".00")


def share(value: Numeric, decimals: int = 1) -> str:
    """A share in per cent: `18%`, `5.9%`."""
    return number(Fraction(value) * 100, decimals) + "%"


def plain(value: Numeric, language: Language) -> str:
    """A number as text says it: Chinese in 万 and 亿 where nothing is lost by it (`12万`, but `333,334`), English in full."""
    return brief(value, language) if language == "zh" else number(value)


def brief(value: Numeric, language: Language) -> str:
    """The short form of a number (`2.4M`, `10亿`) where it is exact, else all its digits."""
    size = next((size for at_least, size, _ in STEPS[language] if _size(value) >= at_least), 1)
    shortened = Fraction(value) / size * 100
    return compact(value, language) if shortened.denominator == 1 else number(value)


def amount(value: Numeric, currency: str | None, language: Language, *, short: bool = False) -> str:
    """Money that loses nothing by being short: `¥2,000万`, `€2,400,000` or with `short` `€2.4M`; else `money`'s digits.

    Chinese keeps to digits below 10万, so that columns of small sums stay alike.
    """
    digits = brief(_size(value), language)
    if ((language == "zh" and _size(value) >= 10 * WAN) or short) and not digits[-1].isdigit():
        return _priced(value, currency, digits)
    return money(value, currency, language)


def _size(value: Numeric) -> Numeric:
    """The value without its sign."""
    return -value if value < 0 else value


def signed(text: str) -> str:
    """The text of a number with its sign, also where that is plus."""
    return text if text.startswith(MINUS) or text.strip("0.%") == "" else f"+{text}"
