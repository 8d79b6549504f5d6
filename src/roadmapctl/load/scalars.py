"""What a plain (unquoted) YAML scalar means: YAML 1.2, read by people who write `NO`, `010`, `1:30` and mean the text."""

import re
from decimal import Decimal

WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
"""Plain texts that mean nothing, yes or no."""
LONGEST_WORD = max(map(len, WORDS))

# No leading zero: `010` is a code, not a number. Underscores may group digits, as in 84_000.
INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*(?:_[0-9]+)*)")
DECIMAL = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]*(?:_[0-9]+)*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,18})?")
SPECIAL = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
MAX_INT_DIGITS = 18

Scalar = str | int | Decimal | bool | None


def resolve(text: str) -> Scalar:
    """The value of a plain scalar: None, bool, int, Decimal (never a float) or, for everything else, the text itself."""
    if "+" <= text < ":":  # what begins with a digit, a sign or a point lies between these two, and little else
        return _number(text)
    return WORDS.get(text, text) if len(text) <= LONGEST_WORD else text  # a long text would be hashed for nothing


def _number(text: str) -> Scalar:
    if INTEGER.fullmatch(text):
        # Python refuses to read integers of more than 4,300 digits; Decimal has no such limit and keeps them exact.
        return int(text) if len(text) <= MAX_INT_DIGITS else Decimal(text)
    if "." in text or "e" in text or "E" in text:  # neither a date, nor 18%, nor 14d: the commonest of what is left
        if DECIMAL.fullmatch(text):
            return Decimal(text)
        if SPECIAL.fullmatch(text):
            return Decimal(text.replace(".", "", 1))
    return text
