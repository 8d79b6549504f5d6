"""A quick look at a goal's sentence: does it say its number and its day in the plainest way?

Most sentences do, and need no reading of their whole wording, which costs more than all other rules together.
"""

import re
from datetime import date
from decimal import Decimal

from roadmapctl.model.goals import Goal

NUMBER = r"(?<![\w.,])(?:[A-Za-z$€£¥]{0,3}\s?)?(\d[\d,_]*(?:\.\d+)?)\s?(%|％|million|千万|百万|万|亿|萬|億|bn|[kKmMbB](?![a-z]))?"
CJK_NUMBER = r"(?<![\d.,A-Za-z])(\d[\d,_]*(?:\.\d+)?)\s?(%|％|千万|百万|万|亿|萬|億)?"
POWERS = {
    "million": 6,
    "千万": 7,
    "百万": 6,
    "万": 4,
    "萬": 4,
    "亿": 8,
    "億": 8,
    "bn": 9,
    "b": 9,
    "k": 3,
    "m": 6,
    "%": -2,
    "％": -2,
}
LARGEST_DAY = 31


def says_number(text: str, values: frozenset[Decimal]) -> bool:
    """Does one of the values stand in the text in digits, and could it be no day and no year?"""
    for digits, unit in re.findall(NUMBER if text.isascii() else CJK_NUMBER, text):
        plain = digits.replace(",", "").replace("_", "")
        number = Decimal(plain).scaleb(POWERS.get(unit.lower(), 0))
        is_date = not unit and (number <= LARGEST_DAY or (len(digits) == len(plain) == 4 and plain[:2] in ("19", "20")))
        if number in values and not is_date:
            return True
    return False


def says_day(text: str, day: date) -> bool:
    """Is the day named as most sentences name it: `31 December`, `31 Dec`, `12月31日`, `2027-12-31`?"""
    return (
        f"{day.month}月{day.day}日" in text
        or day.isoformat() in text
        or re.search(rf"\b{day.day} {day:%b}", text) is not None
    )


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
