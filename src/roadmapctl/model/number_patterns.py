"""Numbers written as text, as regular expressions for the JSON Schema: what `numbers` reads, in plain ASCII digits.

ECMA's dialect, as JSON Schema wants it. They say as much as a pattern can: `1.5` is no count and `0` is not above 0.
"""

UNITS = {
    "": 0,
    "k": 3,
    "K": 3,
    "m": 6,
    "M": 6,
    "b": 9,
    "B": 9,
    "bn": 9,
    "千": 3,
    "万": 4,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "萬": 4,
    "億": 8,
}
"""Powers of ten by unit."""

_DIGITS = "[0-9]+(_[0-9]+)*"
_ZERO = "0+(_0+)*"
_UNIT = f"({'|'.join(filter(None, UNITS))})"
_NUMBER = rf"{_DIGITS}(\.[0-9]+)?"
_UP_TO_100 = r"(0*[0-9]{1,2}(\.[0-9]+)?|0*100(\.0+)?)"
_NOT_ZERO = "(?=[^1-9]*[1-9])"


def _text(body: str, sign: str = r"\+?") -> str:
    return rf"^\s*{sign}{body}\s*$"


def _scaled(power: int) -> str:
    """A number with a unit and no more decimals than the unit takes: `1.25k`."""
    units = "|".join(unit for unit, own in UNITS.items() if own == power)
    return rf"\.[0-9]{{1,{power}}}0* ?({units})"


_WHOLE = rf"{_DIGITS}((\.0+)?( ?{_UNIT})?|{'|'.join(map(_scaled, sorted(set(UNITS.values()) - {0})))})"

NUMBER = _text(f"{_NUMBER}( ?{_UNIT})?", "[-+]?")
AMOUNT = _text(f"{_NUMBER}( ?{_UNIT})?")
POSITIVE = _text(f"{_NOT_ZERO}{_NUMBER}( ?{_UNIT})?")
COUNT = _text(_WHOLE)
POSITIVE_COUNT = _text(_NOT_ZERO + _WHOLE)
COUNT_PER = _text(rf"({_WHOLE}) per (week|month|quarter|year)")
SHARE = _text(rf"((0+(\.[0-9]+)?|0*1(\.0+)?)|{_UP_TO_100}\s*%)")
QUANTITY = _text(rf"{_NUMBER}(( ?{_UNIT})?|\s*%)", "[-+]?")
CHANGE = _text(rf"{_NUMBER}(( ?{_UNIT})?|\s*(%|[pP][pP]))", "[-+]?")
AMOUNT_OR_PART = _text(
    rf"((?=[0-9_]*[1-9]){_NUMBER}( ?{_UNIT})?|{_ZERO}(\.[0-9]+)? ?{_UNIT}|{_ZERO}(\.0+)?|{_UP_TO_100}\s*%)"
)
