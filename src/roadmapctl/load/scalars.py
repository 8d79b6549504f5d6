"""What a plain (unquoted) YAML scalar means: YAML 1.2, read by people who write `NO`, `010`, `1:30` and mean the text."""

import re
from decimal import Decimal

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
TRUES = frozenset({"true", "True", "TRUE"})
FALSES = frozenset({"false", "False", "FALSE"})

# No leading zero: `010` is a code, not a number. Underscores may group digits, as in 84_000.
INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*(?:_[0-9]+)*)")
DECIMAL = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]*(?:_[0-9]+)*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,18})?")
SPECIAL = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
NUMERIC_START = frozenset("0123456789+-.")
MAX_INT_DIGITS = 18

Scalar = str | int | Decimal | bool | None


def resolve(text: str) -> Scalar:
    """The value of a plain scalar: None, bool, int, Decimal (never a float) or, for everything else, the text itself."""
    if text[:1] in NUMERIC_START:
        return _number(text)
    if text in NULLS:
        return None
    if text in TRUES:
        return True
    return False if text in FALSES else text


def _number(text: str) -> Scalar:
    if INTEGER.fullmatch(text):
        # Python refuses to read integers of more than 4,300 digits; Decimal has no such limit and keeps them exact.
        return int(text) if len(text) <= MAX_INT_DIGITS else Decimal(text)
    if DECIMAL.fullmatch(text):
        return Decimal(text)
    if SPECIAL.fullmatch(text):
        return Decimal(text.replace(".", "", 1))
    return None if text == "" else text
