"""Numbers as people write them in plans: `84_000`, `1.2M`, `10万`, `18%`, `0.75pp`, `{won: 36, of: 200}`.

Everything is read into exact decimals or fractions. A number whose meaning would have to be guessed (a rate of 18) is refused.
"""

import re
import unicodedata
from decimal import Context, Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal, NamedTuple

from roadmapctl.model import number_patterns as patterns
from roadmapctl.model.element import Read
from roadmapctl.model.number_patterns import UNITS
from roadmapctl.model.unreadable import Unreadable, said, unreadable

NUMBER = re.compile(r"([-+]?(?:[0-9]+(?:_[0-9]+)*)(?:\.[0-9]+)?) ?([^\d\s_.,+-]{0,2})")
MAX_MAGNITUDE = 18
BEYOND = 10**MAX_MAGNITUDE
MIN_MAGNITUDE = -30
MAX_DIGITS = 60

NUMBER_FORMS = ("write a number such as 84_000, 1.2M, 10万 or 1亿", "请写成数字，如 84_000、1.2M、10万 或 1亿")
CURRENCY_ONCE = (
    "write {meant}; the currency is said once for all amounts, as currency",
    "请写成 {meant}；所有金额的货币只在 currency 处写一次",
)
RATE_FORMS = ("write 18% or 0.18", "请写成 18% 或 0.18")


# --- plain numbers


def decimal(value: Any) -> Decimal:
    """A finite decimal of a sane size from a YAML number or a text such as `1.2M`. Raises Unreadable."""
    if type(value) is int and -BEYOND < value < BEYOND:
        return Decimal(value)  # most numbers of a plan: nothing more can be wrong with them
    if isinstance(value, bool) or value is None or isinstance(value, (list, dict)):
        raise _no_number(value)
    number = _from_text(value) if isinstance(value, str) else Decimal(value)
    if not number.is_finite():
        raise _no_number(value)
    if (number and not MIN_MAGNITUDE <= number.adjusted() < MAX_MAGNITUDE) or len(
        number.as_tuple().digits
    ) > MAX_DIGITS:
        raise unreadable(
            "RM021",
            "“{value}” is too large or too fine a number",
            "数字“{value}”过大或小数位过多",
            ("stay below 10^18, with at most 30 decimals", "请小于 10^18，小数不超过 30 位"),
            value=str(value),
        )
    return number + 0  # -0 becomes 0


def _from_text(text: str) -> Decimal:
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    match = NUMBER.fullmatch(plain.strip())
    if match is None or match.group(2) not in UNITS:
        raise _no_number(text)
    return Decimal(match.group(1)).scaleb(UNITS[match.group(2)])


def _no_number(value: Any) -> Unreadable:
    from roadmapctl.model.number_habits import number_meant, points_meant  # only what cannot be read needs them

    meant = number_meant(value) if isinstance(value, str) else None
    if isinstance(value, str) and (written := points_meant(value)) is not None:
        help = ("write {meant}", "请写成 {meant}")
        return unreadable("RM021", "“{value}” is not a number", "“{value}”不是数字", help, value=value, meant=written)
    if meant is None or not _is_number(meant.text):
        return unreadable("RM021", "“{value}” is not a number", "“{value}”不是数字", NUMBER_FORMS, value=said(value))
    help = CURRENCY_ONCE if meant.currency else ("write {meant}", "请写成 {meant}")
    return unreadable("RM021", "“{value}” is not a number", "“{value}”不是数字", help, value=value, meant=meant.text)


def _is_number(text: str) -> bool:
    match = NUMBER.fullmatch(text)
    return match is not None and match.group(2) in UNITS


def amount(value: Any) -> Decimal:
    """Money in the plan's currency: a decimal of at least 0."""
    if isinstance(value, dict) and "currency" in value:
        raise unreadable(
            "RM021",
            "an amount with a currency of its own; a plan has one currency",
            "金额不能另带货币；一个计划只用一种货币",
            ("convert it and write the number alone", "请换算后只写数字"),
        )
    number = decimal(value)
    if number < 0:
        raise unreadable(
            "RM021",
            "“{value}” is negative; money here is spent or earned, never below 0",
            "“{value}”为负数；此处的金额不能小于 0",
            ("write the amount without the minus sign", "请去掉负号"),
            value=said(value),
        )
    return number


def positive(value: Any) -> Decimal:
    """A number above 0."""
    number = decimal(value)
    if number <= 0:
        raise unreadable("RM021", "“{value}” must be above 0", "“{value}”必须大于 0", NUMBER_FORMS, value=said(value))
    return number


def count(value: Any) -> int:
    """A whole number of at least 0: people, units, hours."""
    number = decimal(value)
    if number < 0 or number != number.to_integral_value():
        raise unreadable(
            "RM021",
            "“{value}” must be a whole number, 0 or more",
            "“{value}”必须是不小于 0 的整数",
            ("count whole units, such as 600", "请写整数，如 600"),
            value=said(value),
        )
    return int(number)


# --- shares and rates


def percentage(text: str) -> Decimal | None:
    """The value of `18%` as 0.18; None for a text that is no percentage."""
    plain = (text if text.isascii() else unicodedata.normalize("NFKC", text)).strip()
    if not plain.endswith("%"):
        return None
    match = NUMBER.fullmatch(plain[:-1].strip())
    return decimal(Decimal(match.group(1)).scaleb(-2)) if match and not match.group(2) else None


def share(value: Any) -> Decimal:
    """A part of a whole, 0 to 1: `18%` or 0.18. 18 and 180% are errors that say so, never guesses."""
    number = percentage(value) if isinstance(value, str) else None
    if number is None:
        if isinstance(value, str) and "pp" in value:
            raise unreadable(
                "RM020",
                "“{value}” is a difference in points, not a rate",
                "“{value}”是百分点差值，不是比率",
                RATE_FORMS,
                value=value,
            )
        try:
            number = decimal(value)
        except Unreadable as error:
            raise _no_rate(value) from error
    if 0 <= number <= 1:
        return number
    if 1 < number <= 100 and not (isinstance(value, str) and "%" in value):
        plain = format(number.normalize(), "f")
        raise unreadable(
            "RM020",
            "a rate of {value} would be {value} times the whole",
            "比率最多为 100%，而这里写的是 {value}（整体的 {value} 倍）",
            ("write {value}% or {part}", "请写成 {value}% 或 {part}"),
            value=plain,
            part=format((number / 100).normalize(), "f"),
        )
    raise unreadable(
        "RM020",
        "a rate of {value} is not between 0 and 100%",
        "比率 {value} 不在 0 到 100% 之间",
        RATE_FORMS,
        value=said(value),
    )


def _no_rate(value: Any) -> Unreadable:
    from roadmapctl.model.number_habits import rate_meant

    meant = rate_meant(value) if isinstance(value, str) else None
    help = RATE_FORMS if meant is None or percentage(meant) is None else ("write {meant}", "请写成 {meant}")
    return unreadable("RM020", "“{value}” is not a rate", "“{value}”不是比率", help, value=said(value), meant=meant)


class Step(NamedTuple):
    """A change from a baseline: `points` (`0.75pp` is 0.0075), `relative` (`25%` is 0.25) or `absolute` (a plain number)."""

    value: Decimal
    kind: Literal["points", "relative", "absolute"]

    def from_(self, baseline: Decimal) -> Decimal:
        """The value it leads to."""
        return baseline * (1 + self.value) if self.kind == "relative" else baseline + self.value


def change(value: Any) -> Step:
    """A change as it is written: `0.75pp`, `25%` or a number. Raises Unreadable."""
    if isinstance(value, str):
        if value.strip().lower().endswith("pp"):
            return Step(decimal(value.strip()[:-2].strip()).scaleb(-2), "points")
        relative = percentage(value)
        if relative is not None:
            return Step(relative, "relative")
    return Step(decimal(value), "absolute")


def quantity(value: Any) -> Decimal:
    """The value of a metric: a number, or for a rate `1%` (0.01)."""
    if isinstance(value, str) and (part := percentage(value)) is not None:
        return part
    return decimal(value)


def contribution(value: Any) -> Decimal:
    """What is added to a metric: a quantity, or points of a rate, `0.5pp` (0.005)."""
    step = change(value)
    return quantity(value) if step.kind == "relative" else step.value


# --- how they are written back


def plain_text(value: Decimal | Fraction) -> str:
    """A decimal without exponent or trailing zeros; a fraction as the decimal it is, to 30 places where it has no end."""
    if isinstance(value, Fraction):
        value = Context(prec=MAX_DIGITS).divide(Decimal(value.numerator), Decimal(value.denominator))
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def plain_number(value: Decimal | Fraction) -> int | Decimal:
    """The YAML number for a value: an int where it is whole."""
    text = plain_text(value)
    return Decimal(text) if "." in text else int(text)


def plain_change(value: Step) -> Any:
    """The YAML value a change is read from."""
    if value.kind == "absolute":
        return plain_number(value.value)
    return f"{plain_text(value.value * 100)}{'pp' if value.kind == 'points' else '%'}"


# --- the annotated types of the models


def numeric(pattern: str, forms: str, examples: list[Any] | None = None, **bounds: int) -> dict[str, Any]:
    """The schema of a number within `bounds`, or a text that fits the pattern; `forms` says how to write it.

    One schema and no alternatives: a bound speaks of numbers and a pattern of texts, and an editor names the one that fails.
    """
    schema = {"type": ["number", "string"], **bounds, "pattern": pattern, "patternErrorMessage": forms}
    return schema if examples is None else {**schema, "examples": examples}


def whole(schema: dict[str, Any]) -> dict[str, Any]:
    """The same for whole numbers."""
    return {**schema, "type": ["integer", "string"]}


_BOTH_SIDES = {"exclusiveMinimum": -BEYOND, "exclusiveMaximum": BEYOND}
_AMOUNTS: list[Any] = [12000, "1.2M", "10万"]
_NUMBER = numeric(patterns.NUMBER, NUMBER_FORMS[0], **_BOTH_SIDES)
_QUANTITY = numeric(patterns.QUANTITY, NUMBER_FORMS[0] + ", or 18% of a rate", [600, "1.2M", "18%"], **_BOTH_SIDES)
_CHANGE = numeric(patterns.CHANGE, "write 0.75pp, 25% or a number", ["0.75pp", "25%", 1000], **_BOTH_SIDES)
POSITIVE_SCHEMA = numeric(patterns.POSITIVE, NUMBER_FORMS[0], exclusiveMinimum=0, exclusiveMaximum=BEYOND)
POSITIVE_MONEY_SCHEMA = {**POSITIVE_SCHEMA, "examples": _AMOUNTS}
MONEY_SCHEMA = numeric(patterns.AMOUNT, NUMBER_FORMS[0], _AMOUNTS, minimum=0, exclusiveMaximum=BEYOND)
SHARE_SCHEMA = numeric(patterns.SHARE, RATE_FORMS[0], ["18%", 0.18], minimum=0, maximum=1)
COUNT_SCHEMA = whole(numeric(patterns.COUNT, NUMBER_FORMS[0], minimum=0, exclusiveMaximum=BEYOND))
POSITIVE_COUNT_SCHEMA = whole(
    numeric(patterns.POSITIVE_COUNT, NUMBER_FORMS[0], exclusiveMinimum=0, exclusiveMaximum=BEYOND)
)

Number = Annotated[Decimal, Read(decimal, plain_number, _NUMBER)]
Positive = Annotated[Decimal, Read(positive, plain_number, POSITIVE_SCHEMA)]
Money = Annotated[Decimal, Read(amount, plain_number, MONEY_SCHEMA)]
Count = Annotated[int, Read(count, None, COUNT_SCHEMA)]
Share = Annotated[Decimal, Read(share, plain_number, SHARE_SCHEMA)]
Quantity = Annotated[Decimal, Read(quantity, plain_number, _QUANTITY)]
Contribution = Annotated[Decimal, Read(contribution, plain_number, {**_CHANGE, "examples": [300, "0.5pp"]})]
Change = Annotated[Step, Read(change, plain_change, _CHANGE)]
