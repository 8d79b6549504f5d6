"""Where a goal's sentence says that things stand today: `from 18,000 to 27,000`, `up from 4,100`, `从45%提高到90%`."""

import re
from decimal import Decimal

from roadmapctl.analysis.words.plain_statement import CJK_NUMBER, NUMBER, aims, number_in, says_number
from roadmapctl.model.goals import Goal

BARE = NUMBER.removeprefix(r"(?<![\w.,])")
STARTS = (
    re.compile(rf"\bfrom {NUMBER}(?= (?:[a-z-]+ ){{0,3}}to (?P<aim>{BARE}))"),
    re.compile(rf"\b(?:up|down) from {NUMBER}"),
    re.compile(rf"[从由]\s?{CJK_NUMBER}(?=[^0-9，。；,;]{{0,12}}?[到至为]\s?(?P<aim>{BARE}))"),
)
BEGINS = re.compile(r"from [A-Z$€£¥\d]|[从由]")
"""This stands in every sentence that says a start, and in few others."""
ROUGH = re.compile(r"\b(?:about|around|some|roughly|nearly|almost|over|under)\b|约|左右|近|余|多")


def contradicted_start(goal: Goal) -> str | None:
    """The start that the sentence says where the baseline is another, as it is written; None where they agree or nothing is said.

    Only a sentence that leads to the goal's own target is held against its baseline: then both speak of one metric.
    """
    text, baseline = goal.statement or "", goal.baseline
    if baseline is None or goal.aim is None or BEGINS.search(text) is None:
        return None
    for pattern in STARTS:
        for found in pattern.finditer(text):
            start = number_in(text, found)
            if start is not None and _leads_to_the_target(found, goal):
                agrees = _is(start, baseline) or ROUGH.search(text) is not None
                return None if agrees else found.group(1) + (found.group(2) or "")
    return None


def _leads_to_the_target(found: re.Match[str], goal: Goal) -> bool:
    aim = found.groupdict().get("aim") or found.string
    return says_number(aim, aims(goal))


def _is(stated: Decimal, value: Decimal) -> bool:
    """Equal, or the value rounded to the places that the sentence writes."""
    exponent = stated.as_tuple().exponent
    return stated == value or (isinstance(exponent, int) and round(value, -exponent) == stated)
