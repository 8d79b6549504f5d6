"""Where a goal's sentence says that things stand today.

`from 18,000 to 27,000`, `up from 4,100`, `against 3,100 in 2026`, `(last year 480)`, `30,000 more than in 2026`, `从45%提高到90%`.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from roadmapctl.analysis.words.plain_statement import CJK_NUMBER, NUMBER, aims, number_in, says_number
from roadmapctl.model.goals import Goal

BARE = NUMBER.removeprefix(r"(?<![\w.,])")
Pattern = tuple[str, tuple[str, ...]]
"""A regular expression, and words of which all that it finds has one.

It is compiled when the first sentence has one of them: a plan whose goals say no start need not wait for that.
"""
STARTS: tuple[Pattern, ...] = (
    (rf"\bfrom {NUMBER}(?= (?:[a-z-]+ ){{0,3}}to (?P<aim>{BARE}))", ("from ",)),
    (rf"\b(?:up|down) from {NUMBER}", ("up from ", "down from ")),
    (rf"[从由]\s?{CJK_NUMBER}(?=[^0-9，。；,;]{{0,12}}?[到至为]\s?(?P<aim>{BARE}))", ("从", "由")),
)
BEFORE = (
    r"(?:in (?:Q[1-4] |H[12] )?(?:FY ?)?20\d\d|last (?:year|quarter|season)"
    r"|a year (?:ago|earlier|before)|the year before|today|now)"
)
PAST: tuple[Pattern, ...] = (
    (
        rf"\b(?:against|after|compared (?:with|to)|versus|instead of) {NUMBER}(?=[^.,;()]{{0,24}}\b{BEFORE})",
        ("against ", "after ", "compared ", "versus ", "instead of "),
    ),
    (rf"\({NUMBER}(?:[ -][a-z-]+){{0,2}} {BEFORE}\)", ("(",)),
    (rf"\((?:{BEFORE}|20\d\d):? {NUMBER}\)", ("(",)),
    (
        rf"(?:[上去]年度?|现在|现为|目前|[（(]20\d\d ?年)(?:为|是|：)? ?{CJK_NUMBER}(?=[\u4e00-\u9fff]{{0,3}}(?:[，。；,）)]|$))",
        ("年", "现", "目前"),
    ),
    (rf"\b{BEFORE},? (?:it|they|there) (?:was|were) {NUMBER}", (" was ", " were ")),
    (rf"\b(?:instead of|rather than) {NUMBER}(?<=%)", ("instead of ", "rather than ")),
)
"""What the last period brought, or what there is today."""
MORE: Pattern = (rf"{NUMBER}(?:[ -][a-z-]+){{0,2}} more than {BEFORE}", ("more than ",))
ROUGH = r"\b(?:about|around|some|roughly|nearly|almost|over|under)\b|约|左右|近|余|多"


def contradicted_start(goal: Goal) -> str | None:
    """The start that the sentence says where the baseline is another, as it is written; None where they agree or nothing is said.

    Only a sentence that leads to the goal's own target is held against its baseline: then both speak of one metric.
    """
    text, baseline = goal.statement or "", goal.baseline
    if baseline is None or goal.aim is None:
        return None
    for found in _starts(text, baseline):
        start = number_in(text, found)
        if start is not None and _leads_to_the_target(found, goal):
            agrees = _is(start, baseline) or says_number(found.group(), frozenset({baseline}))
            return None if agrees or re.search(ROUGH, text) else text[found.start(1) : max(found.end(1), found.end(2))]
    return _another_way(text, goal)


def _starts(text: str, baseline: Decimal) -> Iterator[re.Match[str]]:
    """Where a start is said; a baseline of 0 is where a year begins, and not what the last one brought."""
    for pattern in (*STARTS, *PAST) if baseline else STARTS:
        if _may_match(pattern, text):
            yield from re.finditer(pattern[0], text)


def _may_match(pattern: Pattern, text: str) -> bool:
    return any(word in text for word in pattern[1])


def _another_way(text: str, goal: Goal) -> str | None:
    """How much more than before the sentence says it will be, where the fields have another way to go."""
    found = re.search(MORE[0], text) if goal.baseline and _may_match(MORE, text) else None
    more = number_in(text, found) if found is not None else None
    if (
        found is None
        or more is None
        or re.search(ROUGH, text)
        or any(_is(more, way) for way in aims(goal) - {goal.aim})
    ):
        return None
    rest = text[: found.start()] + text[found.end() :]
    return found.group() if says_number(rest, aims(goal)) else None


def _leads_to_the_target(found: re.Match[str], goal: Goal) -> bool:
    aim = found.groupdict().get("aim") or found.string
    return says_number(aim, aims(goal))


def _is(stated: Decimal, value: Decimal) -> bool:
    """Equal, or the value rounded to the places that the sentence writes."""
    exponent = stated.as_tuple().exponent
    return stated == value or (isinstance(exponent, int) and round(value, -exponent) == stated)
