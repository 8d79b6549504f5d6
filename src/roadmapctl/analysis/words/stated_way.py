"""How far a goal's sentence says that it is from today to the target.

`+50% on 2026`, `20% more than last year`, `five points more than the 45% of last season`, `down by 0.9%`, `即上升6个百分点`.
"""

import re
from decimal import Decimal

from roadmapctl.analysis.words.plain_statement import NUMBER, number_in
from roadmapctl.analysis.words.stated_start import BEFORE, ROUGH
from roadmapctl.model.goals import Goal

WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
SHARE = (
    rf"{NUMBER}(?<=%),? (?:(?:more|less|up|down) )?(?:on|over|than|against|compared with|vs\.?) (?:20\d\d\b|{BEFORE})"
)
POINTS = (
    rf"\b(?P<points>\d+(?:\.\d+)?|{'|'.join(WORDS)}) (?:percentage )?points? (?:more|less|higher|lower|better) than"
)
BY = rf"\b(?:up|down|[Rr]aise|[Rr]educe|[Cc]ut|[Ll]ower|[Ii]ncrease|[Dd]ecrease|[Ll]ift)\b[^.,;]{{0,40}}? by {NUMBER}(?<=%)"

CHINESE = (
    r"(?:提高|提升|上升|增加|增长|改善|下降|降低|减少)了?\s?(?P<number>\d+(?:\.\d+)?)\s?(?:(?P<points>个百分点)|[%％])"
)
OF_A_PART = "其中|先|[上下]半年|每|首[月周季期批轮]|行业|同行"
"""What is said with these words may be the way of a part of the time, or of others."""


def contradicted_way(goal: Goal) -> str | None:
    """What the sentence says of the way where the fields have another one to go; None where they agree or nothing is said."""
    text, aim, baseline = goal.statement or "", goal.aim, goal.baseline
    if aim is None or not baseline or not re.search("[%％]|point|百分点", text) or re.search(ROUGH, text):
        return None
    way, part = abs(aim - baseline), abs(aim - baseline) / abs(baseline)
    points = re.search(POINTS, text)
    if points is not None and not any(_is(said, way) for said in _points(points["points"])):
        return points.group().removesuffix(" than")
    if (chinese := _chinese_way(text, way, part)) is not None:
        return chinese
    share = re.search(SHARE, text)
    if share is not None and not any(_is(number_in(text, share), value) for value in (way, part)):
        return share.group()
    by = re.search(BY, text)
    stated = number_in(text, by) if by is not None else None
    mistaken = stated == aim and not any(_is(stated, value) for value in (way, part))
    return by.group() if by is not None and mistaken else None


def _chinese_way(text: str, way: Decimal, part: Decimal) -> str | None:
    """The one way that a Chinese sentence says, where it is neither in points nor as a part that of the fields."""
    said = list(re.finditer(CHINESE, text))
    if len(said) != 1 or re.search(OF_A_PART, text):
        return None
    stated = Decimal(said[0]["number"]).scaleb(-2)
    fits = (way,) if said[0]["points"] else (way, part)
    return None if any(_is(stated, value) for value in fits) else said[0].group()


def _points(said: str) -> tuple[Decimal, Decimal]:
    """Points of a rate, or of a score."""
    number = Decimal(WORDS.index(said.lower()) + 1) if said.lower() in WORDS else Decimal(said)
    return number.scaleb(-2), number


def _is(stated: Decimal | None, value: Decimal) -> bool:
    """Equal, or the value rounded to the places that the sentence writes, up or down."""
    if stated is None:
        return True
    exponent = stated.as_tuple().exponent
    return isinstance(exponent, int) and abs(stated - value) < Decimal(1).scaleb(exponent)
