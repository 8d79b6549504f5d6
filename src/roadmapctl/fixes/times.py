"""Dates, durations and periods written in other ways: `2027/1/5`, `14 days`, `Q3 2027`. Guesses, all of them."""

import re
from collections.abc import Callable
from typing import Any

from roadmapctl.diagnostics import Diagnostic, Fix
from roadmapctl.fixes.token import token
from roadmapctl.load import Document
from roadmapctl.load.source import Source
from roadmapctl.model.time import duration, iso_date, offset, period
from roadmapctl.model.unreadable import Unreadable

YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:T[\d:.+Z-]*)?")
LENGTH = re.compile(r"([-+]?)\s*(\d{1,5})\s*([A-Za-z]*|个?[天日周星期月年]+)")
UNITS = {
    "": "d", "d": "d", "day": "d", "天": "d", "日": "d", "w": "w", "wk": "w", "week": "w", "周": "w", "星期": "w", "个星期": "w",
    "mo": "mo", "month": "mo", "个月": "mo", "月": "mo", "y": "y", "yr": "y", "year": "y", "年": "y",
}  # fmt: skip
PART_OF_YEAR = re.compile(r"(\d{4})\s*[-/ ]?\s*([QH]\d|\d{1,2})|([QH]\d)\s*[-/ ]?\s*(\d{4})", re.IGNORECASE)


def fix(document: Document, source: Source, diagnostic: Diagnostic) -> Fix | None:
    """The same time in the plan's form; safe only where no more than typographic quotes are in the way."""
    del document
    found = token(source, diagnostic.span)
    if found is None:
        return None
    forms = {"RM022": (_date, (iso_date,)), "RM023": (_duration, (duration, offset)), "RM024": (_period, (period,))}
    written, readers = forms[diagnostic.code]
    text = found.bare or found.text
    if found.bare is not None and _readable(text, readers):
        return found.replaced(text, safe=True)
    new = written(text.strip())
    return found.replaced(new, safe=False) if new is not None and _readable(new, readers) else None


def _readable(text: str, readers: tuple[Callable[[Any], Any], ...]) -> bool:
    for reader in readers:
        try:
            reader(text)
        except Unreadable:
            continue
        return True
    return False


def _date(text: str) -> str | None:
    match = YEAR_FIRST.fullmatch(text)
    return None if match is None else f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}"


def _duration(text: str) -> str | None:
    match = LENGTH.fullmatch(text)
    if match is None:
        return None
    name = match[3].lower()
    unit = UNITS.get(name) or UNITS.get(name.removesuffix("s"))
    return None if unit is None else f"{match[1]}{int(match[2])}{unit}"


def _period(text: str) -> str | None:
    match = PART_OF_YEAR.fullmatch(text)
    if match is None:
        return None
    year, part = match[1] or match[4], (match[2] or match[3]).upper()
    return f"{year}-{part.zfill(2)}"
