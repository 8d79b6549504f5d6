"""Dates, durations and periods written in other ways: `2027/1/5`, `14 days`, `Q3 2027`. Guesses, all of them."""

from collections.abc import Callable
from typing import Any

from roadmapctl.diagnostics import Diagnostic, Fix
from roadmapctl.fixes.token import token
from roadmapctl.load import Document
from roadmapctl.load.source import Source
from roadmapctl.model.time import duration, iso_date, offset, period
from roadmapctl.model.time_habits import date_meant, duration_meant, period_meant
from roadmapctl.model.unreadable import Unreadable


def fix(document: Document, source: Source, diagnostic: Diagnostic) -> Fix | None:
    """The same time in the plan's form; safe only where no more than typographic quotes are in the way."""
    del document
    found = token(source, diagnostic.span)
    if found is None:
        return None
    forms: dict[str, tuple[Callable[[str], str | None], tuple[Callable[[Any], Any], ...]]] = {
        "RM022": (date_meant, (iso_date,)),
        "RM023": (duration_meant, (duration, offset)),
        "RM024": (period_meant, (period,)),
    }
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
