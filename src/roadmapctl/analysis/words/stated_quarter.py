"""The quarter or half of a year that a goal's sentence ends with, held against its due date.

`by the end of Q3`, `三季度新增260万次`.
"""

import re
from datetime import date

from roadmapctl.model.time import Period

ENGLISH = r"\b(?:by|in|during|until|before)(?: the end of)? (?P<part>[QH][1-4])\b(?! ?/?-?20\d\d)"
CHINESE = (
    r"(?:^|[，,在于到至])(?:本|今年)?(?P<part>第?[一二三四]季度|[上下]半年)(?![均每比一二三四])"
    r"(?![^，。；]{0,8}(?:[比较]|的(?:[\d基两])))"
)
COMPARED = "每|比|较|同期|环比|去年|上年|起|从|自|through|from|than|against|versus|last|each|every|per"
"""With these, the sentence may speak of another time, too."""
ANY = r"[QH][1-4]\b|季度|半年"
QUARTERS, HALVES = "一二三四", "上下"


def contradicted_quarter(statement: str, due: date, period: Period | None) -> str | None:
    """The quarter or half that the sentence names where the due date lies in another one; None where they agree, where none is
    named or several are, and in a plan whose year does not begin in January."""
    if not re.search(ANY, statement) or re.search(COMPARED, statement):
        return None
    named = re.findall(CHINESE, statement) + re.findall(ENGLISH, statement)
    if len(named) != 1 or len(re.findall(ANY, statement)) != 1 or period is None or not _by_the_calendar(period):
        return None
    first, last = _months(named[0])
    return None if first <= due.month <= last else named[0]


def _by_the_calendar(period: Period) -> bool:
    """Does the plan count its quarters from January, or is it one of them?"""
    return period.start.month == 1 or (period.start.month in (4, 7, 10) and (period.end - period.start).days < 100)


def _months(part: str) -> tuple[int, int]:
    """The first and the last month of `Q3`, `H1`, 三季度 or 下半年."""
    if part[1:].isdigit():
        number, length = int(part[1]), 3 if part[0] == "Q" else 6
    elif part[0] in HALVES:
        number, length = HALVES.index(part[0]) + 1, 6
    else:
        number, length = QUARTERS.index(part.removeprefix("第")[0]) + 1, 3
    return (number - 1) * length + 1, number * length
