"""A quick look at a goal's sentence: does it say its number and its day in the plainest way?

Most sentences do, and need no reading of their whole wording, which costs more than all other rules together.
"""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from roadmapctl.model.goals import Goal

NUMBER = r"(?<![\w.,])(?:[A-Z]{3} ?|[$€£¥])?(\d[\d,_]*(?:\.\d+)?)\s?(%|％|million|千万|百万|万|亿|萬|億|bn|[kKmMbB](?![A-Za-z]))?"
CJK = "[\u3400-\u9fff]"
CJK_NUMBER = r"(?<![\d.,A-Za-z])(\d[\d,_]*(?:\.\d+)?)\s?(%|％|千万|百万|万|亿|萬|億)?"
POINTS_FOR_THOUSANDS = r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,]*\d)"
"""`1.470.000`, as much of Europe writes it, in English sentences too."""
POWERS = {
    "million": 6, "bn": 9, "b": 9, "m": 6, "k": 3, "千万": 7, "百万": 6, "万": 4, "萬": 4, "亿": 8, "億": 8, "%": -2, "％": -2,
}  # fmt: skip
LARGEST_DAY = 31
THING = "[ -]?[a-z]{3,}|[家个位名条场人单店次篇万亿]"
MONTH_BEFORE = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Q[1-4]|[Ww]eek|[Dd]ay)[a-z]*[., ]*$"
# Patterns are the same for every day: one made for each would have to be compiled for each.
ENGLISH_DAY = r"\b(?P<day>[1-9][0-9]?) (?P<month>[A-Z][a-z]{2})[a-z]*\b(?: (?P<year>[0-9]{4}))?"
CHINESE_DAY = "(?:(?P<year>[0-9]{4}) ?年 ?|(?<![0-9年]))(?P<month>[1-9][0-9]?) ?月 ?(?P<day>[1-9][0-9]?) ?日"
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@lru_cache  # of a goal, several rules ask
def says_number(text: str, values: frozenset[Decimal]) -> bool:
    """Does one of the values stand in the text in digits, and could it be no day and no year?"""
    pattern = CJK_NUMBER if not text.isascii() and re.search(CJK, text) else NUMBER
    if any(number_in(text, found) in values for found in re.finditer(pattern, text)):
        return True
    return any(Decimal(grouped.replace(".", "")) in values for grouped in re.findall(POINTS_FOR_THOUSANDS, text))


def number_in(text: str, found: re.Match[str]) -> Decimal | None:
    """The number that NUMBER's two groups found in a text, digits and unit; None where it could be a day or a year."""
    digits, unit = found.group(1), found.group(2) or ""
    plain = digits.replace(",", "").replace("_", "")
    if not unit and _is_date(text, found, plain):
        return None
    return Decimal(plain).scaleb(POWERS.get(unit.lower(), 0))


def _is_date(text: str, found: re.Match[str], plain: str) -> bool:
    """Could this be a day or a year? A small number is none where a thing follows it: `24 customers`, `24家`."""
    if len(plain) == 4 and plain == found.group(1):
        return plain[:2] in ("19", "20")
    small = len(plain) <= 2 and int(plain) <= LARGEST_DAY
    return small and (
        re.match(THING, text[found.end() :]) is None or re.search(MONTH_BEFORE, text[: found.start(1)]) is not None
    )


def says_day(text: str, day: date) -> bool:
    """Is the day named as most sentences name it: `31 December`, `31 Dec 2027`, `12月31日`, `2027-12-31`?"""
    chinese, month = "月" in text, MONTHS[day.month - 1]
    plainest = f"{day.year}年{day.month}月{day.day}日" if chinese else f" {day.day} {month} {day.year}"
    if plainest in text or day.isoformat() in text:
        return True  # as it mostly is
    wanted = (str(day.day), str(day.month) if chinese else month[:3])
    for found in re.finditer(CHINESE_DAY if chinese else ENGLISH_DAY, text):
        if found.group("day", "month") == wanted and found.group("year") in (None, str(day.year)):
            return True
    return False


def aims(goal: Goal) -> frozenset[Decimal]:
    """The numbers by which a goal's sentence may say what is to be reached: the target, and the way to it from the baseline."""
    aim, baseline = goal.aim, goal.baseline
    values = {aim} if aim is not None else set()
    if goal.change is not None:
        values |= {goal.change.value, abs(goal.change.value)}
    if aim is not None and baseline is not None:
        values.add(abs(aim - baseline))
        if baseline:
            values |= {aim / baseline, abs(aim - baseline) / abs(baseline)}
    return frozenset(values)
