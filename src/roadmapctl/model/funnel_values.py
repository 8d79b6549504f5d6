"""Values that only a funnel has: parts of the target, capacities, correlations."""

from decimal import Decimal
from typing import Annotated, Any, NamedTuple

from roadmapctl.model import number_patterns as patterns
from roadmapctl.model.element import Read
from roadmapctl.model.numbers import (
    BEYOND,
    amount,
    count,
    decimal,
    numeric,
    percentage,
    plain_number,
    plain_text,
    share,
)
from roadmapctl.model.unreadable import said, unreadable

PERIODS = ("week", "month", "quarter", "year")


class Part(NamedTuple):
    """A part of the whole target: 0.5 for `50%`."""

    value: Decimal


class UnitsPer(NamedTuple):
    """So many units in each week, month, quarter or year."""

    number: int
    per: str

    def __str__(self) -> str:
        return f"{self.number} per {self.per}"


def capacity(value: Any) -> UnitsPer:
    """Reads `4 per month`, `400k per year`. Raises Unreadable."""
    number, per, period = value.strip().rpartition(" per ") if isinstance(value, str) else ("", "", "")
    if per and period in PERIODS:
        return UnitsPer(count(number.rstrip()), period)
    raise unreadable(
        "RM012",
        "“{value}” is not a capacity",
        "“{value}”不是产能",
        ("write a number and a period: 4 per month", "请写数量和周期：4 per month"),
        value=str(value),
    )


def amount_or_part(value: Any) -> Decimal | Part:
    """An amount, or with a per cent sign a part of the whole. Raises Unreadable."""
    if isinstance(value, str) and percentage(value) is not None:
        return Part(share(value))
    number = amount(value)
    if 0 < number < 1:
        raise unreadable(
            "RM021",
            "{value} may be a part of the target or an amount",
            "{value} 可能是占比，也可能是金额",
            ("write {percent}% for a part, or the whole amount", "占比请写 {percent}%，金额请写全额"),
            value=plain_text(number),
            percent=plain_text(number * 100),
        )
    return number


def plain_amount_or_part(value: Decimal | Part) -> Any:
    """The YAML value it is read from."""
    return f"{plain_text(value.value * 100)}%" if isinstance(value, Part) else plain_number(value)


def correlation(value: Any) -> Decimal:
    """A number from −1 to 1. Raises Unreadable."""
    if not isinstance(value, str) and abs(number := decimal(value)) <= 1:
        return number
    raise unreadable(
        "RM021",
        "“{value}” is not a correlation",
        "“{value}”不是相关系数",
        ("write a number from -1 to 1, such as 0.5", "请写 -1 到 1 之间的数，例如 0.5"),
        value=said(value),
    )


_CAPACITY = {
    "type": "string",
    "pattern": patterns.COUNT_PER,
    "patternErrorMessage": "write a number and a period: 4 per month",
    "examples": ["4 per month", "200 per quarter", "400k per year"],
}
_CORRELATION = {"type": "number", "minimum": -1, "maximum": 1, "examples": [0.5, -0.3]}
_AMOUNT_OR_PART = {
    **numeric(
        patterns.AMOUNT_OR_PART,
        "write 50% for a part of the target, or an amount such as 1.2M",
        ["50%", 200000],
        minimum=0,
        exclusiveMaximum=BEYOND,
    ),
    "not": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
}

Capacity = Annotated[UnitsPer, Read(capacity, str, _CAPACITY)]
Correlation = Annotated[Decimal, Read(correlation, plain_number, _CORRELATION)]
AmountOrPart = Annotated[Decimal | Part, Read(amount_or_part, plain_amount_or_part, _AMOUNT_OR_PART)]
