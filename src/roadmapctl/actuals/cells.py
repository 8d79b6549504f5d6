"""Days and numbers as spreadsheets and exports write them. What could be read in two ways is refused, never guessed at."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

from roadmapctl.model import numbers
from roadmapctl.model.time import iso_date
from roadmapctl.model.unreadable import Unreadable, unreadable

CODE = "RM722"
TIME = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z| ?[-+]\d{2}:?\d{2})?)?"
DAY = re.compile(rf"(\d{{4}})(?:([-/.])(\d{{1,2}})\2(\d{{1,2}}){TIME}|年(\d{{1,2}})月(\d{{1,2}})日)")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
DAY_LAST = re.compile(r"\d{1,2}([-/.])\d{1,2}\1\d{2,4}")
SERIAL = re.compile(r"[34567]\d{4}(?:\.0+)?")
NUMBER = re.compile(r"([-+]?)(\d[\d.,'_ \u00a0\u202f]*)(.*)", re.DOTALL)
PLAIN = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,10})?")
EXPONENT = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?[eE][-+]?[0-9]{1,2}")
SPACES = re.compile(r"(?<=\d)['_ \u00a0\u202f](?=\d{3}(?!\d))")
GROUPS = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")

ISO = ("write it as year-month-day: 2027-03-31", "请写成 年-月-日：2027-03-31")
EMPTY = (
    "write the number alone, such as 1200, 18% or 1.2万; leave the cell empty where nothing was measured",
    "请只写数字，如 1200、18% 或 1.2万；没有测量值时请留空",
)


def day(text: str) -> date:
    """The day in a cell: `2027-03-01`, `2027/3/1`, `2027年3月1日`, `20270301`, with or without a time. Raises Unreadable."""
    plain = unicodedata.normalize("NFKC", text)
    found = DAY.fullmatch(plain) or COMPACT.fullmatch(plain)
    if found is not None:
        year, month, number = [group for group in found.groups() if group and group.isdigit()]
        return iso_date(f"{year}-{int(month):02d}-{int(number):02d}")
    if DAY_LAST.fullmatch(plain):
        en, zh = "“{value}” can be read as two different days", "“{value}”可能指两个不同的日期"
    elif SERIAL.fullmatch(plain):
        en, zh = "“{value}” is a day as a spreadsheet counts them", "“{value}”是电子表格的日期序号"
    else:
        en, zh = "“{value}” is not a day", "“{value}”不是日期"
    raise unreadable(CODE, en, zh, ISO, value=text)


def number(text: str, *, decimal_comma: bool, is_rate: bool) -> Decimal:
    """The number in a cell: `1200`, `1,200`, `18%`, `1.2万`. Where the decimal mark may be a comma, 1,200 is refused.

    Raises Unreadable, for a rate also above 1 or below 0.
    """
    if not is_rate and PLAIN.fullmatch(text) and not (decimal_comma and "." in text):
        return Decimal(text)
    plain = unicodedata.normalize("NFKC", text).strip().replace("−", "-")
    if EXPONENT.fullmatch(plain):
        plain = format(Decimal(plain), "f")
    found = NUMBER.fullmatch(plain)
    if found is None:
        raise unreadable(CODE, "“{value}” is not a number", "“{value}”不是数字", EMPTY, value=text)
    sign, digits, tail = found.groups()
    spaced = len(digits) - len(digits.rstrip())
    digits = _without_groups(SPACES.sub("", digits.rstrip()), text, decimal_comma)
    value = f"{sign}{digits}{' ' if spaced else ''}{tail}"
    try:
        return numbers.share(value) if is_rate else numbers.quantity(value)
    except Unreadable as error:
        raise _no_number(error, text) from error


def _no_number(error: Unreadable, text: str) -> Unreadable:
    if error.code == "RM020":
        return error  # a rate that says how to write it
    return unreadable(CODE, "“{value}” is not a number", "“{value}”不是数字", EMPTY, value=text)


def _without_groups(digits: str, text: str, decimal_comma: bool) -> str:
    """The digits with a point for the decimal mark and nothing between the thousands. Raises Unreadable."""
    marks = [letter for letter in digits if letter in ".,"]
    kinds = set(marks)
    if not marks:
        return digits
    if len(kinds) == 2:
        decimal = marks[-1]
        whole, _, rest = digits.rpartition(decimal)
        if kinds != set(marks[:-1]) | {decimal} or decimal in whole or not GROUPS.fullmatch(whole):
            raise _unclear(text)
        return re.sub("[.,]", "", whole) + "." + rest
    mark = marks[0]
    if len(marks) > 1 or (mark == "," and not decimal_comma):
        if not GROUPS.fullmatch(digits):
            raise _unclear(text)
        return digits.replace(mark, "")
    if decimal_comma and GROUPS.fullmatch(digits):
        raise _unclear(text)
    return digits.replace(",", ".")


def _unclear(text: str) -> Unreadable:
    return unreadable(
        CODE,
        "“{value}”: where its thousands end and its decimals begin cannot be told",
        "“{value}”：无法区分千位分隔符和小数点",
        ("write 1200 or 1.2, without anything between the thousands", "请写 1200 或 1.2，不要使用千位分隔符"),
        value=text,
    )
