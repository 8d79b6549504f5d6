"""Numbers written in other ways: a rate of `18`, `1,200`, `1.5 million`, `5000 USD`. Guesses, all of them."""

import re
from collections.abc import Callable
from typing import Any

from roadmapctl.diagnostics import Diagnostic, Fix
from roadmapctl.fixes.token import token
from roadmapctl.load import Document
from roadmapctl.load.source import Source
from roadmapctl.model.currency import EVERYDAY
from roadmapctl.model.number_habits import number_meant, rate_meant
from roadmapctl.model.numbers import quantity, share
from roadmapctl.model.unreadable import Unreadable

PLAIN = re.compile(r"\d+(?:\.\d+)?")


def fix(document: Document, source: Source, diagnostic: Diagnostic) -> Fix | None:
    """The number in the plan's form; safe only where no more than typographic quotes are in the way."""
    found = token(source, diagnostic.span)
    if found is None:
        return None
    reader = share if diagnostic.code == "RM020" else quantity
    text = found.bare or found.text
    if found.bare is not None and _readable(text, reader):
        return found.replaced(text, safe=True)
    new = _rate(text) if diagnostic.code == "RM020" else _amount(text, document)
    if new is None or new == text or not _readable(new, reader):
        return None
    return found.replaced(new, safe=False)


def _readable(text: str, reader: Callable[[Any], Any]) -> bool:
    try:
        reader(text)
    except Unreadable:
        return False
    return True


def _rate(text: str) -> str | None:
    return f"{text}%" if PLAIN.fullmatch(text) else rate_meant(text)


def _amount(text: str, document: Document) -> str | None:
    """The form of a plan, unless another currency than the plan's own stands beside the number."""
    meant = number_meant(text)
    if meant is None:
        return None
    own = (document.value or {}).get("currency")
    written = meant.currency.upper()
    return meant.text if not written or EVERYDAY.get(written, written) == own else None
