"""From a typed text to a value: numbers as plans write them. Each raises Unreadable with what to write instead."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from roadmapctl.calculators.calculator import Words
from roadmapctl.diagnostics import Message
from roadmapctl.load.scalars import resolve
from roadmapctl.model import numbers
from roadmapctl.model.text import name as one_line
from roadmapctl.model.time import Duration, Period, duration, iso_date, period
from roadmapctl.model.time_forms import ISO_DATE
from roadmapctl.model.unreadable import Unreadable, unreadable

MAX_FACTOR = 10
SUREST = Fraction(999_999, 1_000_000)
"""Above it intervals take in nearly everything, and at 100% all numbers there are."""


def amount(text: str) -> Fraction:
    """Money of at least 0."""
    return Fraction(numbers.amount(resolve(text)))


def above_zero(text: str) -> Fraction:
    """A number above 0."""
    return Fraction(numbers.positive(resolve(text)))


def any_number(text: str) -> Fraction:
    """Any number, or a percentage as the part it is."""
    return Fraction(numbers.quantity(resolve(text)))


def units(text: str) -> Fraction:
    """A number of at least 0."""
    found = Fraction(numbers.decimal(resolve(text)))
    if found < 0:
        raise unreadable(
            "RM021",
            "“{value}” is negative; units are counted from 0",
            "“{value}”为负数；数量不能小于 0",
            numbers.NUMBER_FORMS,
            value=text,
        )
    return found


def share(text: str) -> Fraction:
    """A part of 1, 0 and 1 included."""
    return Fraction(numbers.share(resolve(text)))


def working_share(text: str) -> Fraction:
    """A part of 1 that is not 0."""
    found = share(text)
    if not found:
        raise unreadable("RM020", "a rate of 0 lets nothing through", "比率为 0，什么也得不到", numbers.RATE_FORMS)
    return found


def factor(text: str) -> Fraction:
    """A factor of about 1: `1.4` or `140%`. A plain 140 is refused, not guessed at."""
    value = resolve(text)
    part = numbers.percentage(value) if isinstance(value, str) else None
    found = Fraction(numbers.decimal(value) if part is None else part)
    if found < 0 or (part is None and found > MAX_FACTOR):
        raise unreadable(
            "RM020",
            "“{value}” is not a factor of about 1",
            "“{value}”不是接近 1 的系数",
            ("write 140% or 1.4", "请写成 140% 或 1.4"),
            value=text,
        )
    return found


def growth(text: str) -> Fraction:
    """Growth of one period, above −100%: `10%`, `-3%` or 0.1. A plain 10 is refused, not guessed at."""
    value = resolve(text)
    part = numbers.percentage(value) if isinstance(value, str) else None
    found = Fraction(numbers.decimal(value) if part is None else part)
    if found <= -1 or (part is None and found > 1):
        raise unreadable(
            "RM020",
            "“{value}” is not a rate of growth",
            "“{value}”不是增长率",
            ("write 10% or 0.1, of a decline -3%; it is above -100%", "请写成 10% 或 0.1，下降写 -3%；须大于 -100%"),
            value=text,
        )
    return found


def rating(text: str) -> Fraction:
    """A rating from 0 to 10."""
    found = Fraction(numbers.decimal(resolve(text)))
    if not 0 <= found <= 10:
        raise unreadable(
            "RM021",
            "“{value}” is not a rating from 0 to 10",
            "“{value}”不是 0 到 10 的评分",
            ("rate from 1 (least) to 10 (most)", "请用 1（最低）到 10（最高）评分"),
            value=text,
        )
    return found


def prior_parameter(text: str) -> Fraction:
    """A parameter of a Beta prior, from 0.1 to a million."""
    found = Fraction(numbers.decimal(resolve(text)))
    if not Fraction(1, 10) <= found <= 10**6:
        raise unreadable(
            "RM021",
            "“{value}” is not from 0.1 to 1,000,000",
            "“{value}”不在 0.1 到 1,000,000 之间",
            (
                "write 1:1 for no prior, or earlier successes and failures",
                "没有先验时写 1:1，或写以往的转化数与未转化数",
            ),
            value=text,
        )
    return found


def whole_months(text: str) -> Fraction:
    """Whole months, 1 to 1,200."""
    found = numbers.count(resolve(text))
    if not 1 <= found <= 1200:
        raise unreadable(
            "RM021",
            "“{value}” is not a number of months",
            "“{value}”不是月数",
            ("write whole months, 1 to 1200, such as 24", "请写 1 到 1200 的整月数，如 24"),
            value=text,
        )
    return Fraction(found)


def lag(text: str) -> Duration:
    """A length of time: `14d`, `6w`, `3mo`, `1y`."""
    return duration(resolve(text))


def entry_period(text: str) -> Period:
    """A month, quarter or year."""
    return period(resolve(text))


def counted_won(text: str) -> int:
    """A whole number of units, 0 included."""
    return numbers.count(resolve(text))


def counted_of(text: str) -> int:
    """A whole number of units above 0."""
    found = counted_won(text)
    if not found:
        raise unreadable(
            "RM020",
            "of 0 units nothing can be told",
            "数量为 0 时无从判断",
            ("leave this one out", "请去掉这一项"),
        )
    return found


def positive_days(text: str) -> Fraction:
    """A length of time above 0, in days."""
    found = lag(text).days
    if not found:
        raise unreadable(
            "RM023",
            "{value} has no length",
            "{value} 没有长度",
            ("write 14d, 6w, 3mo or 1y", "请写成 14d、6w、3mo 或 1y"),
            value=text,
        )
    return found


def last_day(text: str) -> date:
    """A date, or the last day of a period such as 2027-Q4."""
    try:
        return iso_date(text) if ISO_DATE.fullmatch(text) else period(resolve(text)).end
    except Unreadable as error:
        mend = Message("write 2027-12-31, 2027-Q4, 2027-11 or 2027", "请写成 2027-12-31、2027-Q4、2027-11 或 2027")
        raise Unreadable(error.code, error.message, mend) from error


def change(text: str) -> numbers.Step:
    """A change: `0.75pp`, `25%` or a plain number."""
    return numbers.change(resolve(text))


def name(text: str) -> str:
    """A name of one line."""
    return one_line(text)


def exact(value: Fraction) -> Decimal:
    """A number that was typed, as the decimal it is."""
    return Decimal(numbers.plain_text(value))


# --- refusals


def refused(en: str, zh: str, mend: Words, **fields: Any) -> Unreadable:
    """Flags that do not go together; the sentences name them."""
    return unreadable("RM012", en, zh, mend, **fields)


def sure(level: Fraction) -> None:
    """Raises Unreadable where somebody asks to be surer than anything is."""
    if level > SUREST:
        raise refused(
            "--level: no interval that says anything is this sure",
            "--level：没有有意义的区间能达到这个置信水平",
            ("write at most 99.9999%", "最高请写 99.9999%"),
        )


def told_apart(named: tuple[tuple[Any, ...], ...], flag: str) -> None:
    """Raises Unreadable where two of a repeated flag's values begin with the same name."""
    seen: set[str] = set()
    for one in named:
        if one[0] in seen:
            raise refused(
                "{flag}: two are called “{name}”",
                "{flag}：有两个都叫“{name}”",
                ("give each a name of its own", "请使用不同的名称"),
                flag=flag,
                name=one[0],
            )
        seen.add(one[0])


def unclear(text: str, form: str, example: str) -> Unreadable:
    """A text that has not the form its flag asks for."""
    return unreadable(
        "RM012",
        "“{text}” cannot be read",
        "无法读取“{text}”",
        ("write {form}, such as {example}", "请写成 {form}，例如 {example}"),
        text=text,
        form=form,
        example=example,
    )
