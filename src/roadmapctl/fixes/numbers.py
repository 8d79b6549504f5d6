"""Numbers written in other ways: a rate of `18`, `1,200`, `1.5 million`, `5000 USD`. Guesses, all of them."""

import re
from collections.abc import Callable
from typing import Any

from roadmapctl.diagnostics import Diagnostic, Fix
from roadmapctl.fixes.token import token
from roadmapctl.load import Document
from roadmapctl.load.source import Source
from roadmapctl.model.currency import EVERYDAY
from roadmapctl.model.numbers import quantity, share
from roadmapctl.model.unreadable import Unreadable

PLAIN = re.compile(r"\d+(?:\.\d+)?")
PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*(?:percent|per cent|pct|％)", re.IGNORECASE)
GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
WORDS = {"thousand": "k", "million": "M", "mio": "M", "mn": "M", "billion": "bn"}
IN_WORDS = re.compile(r"(\d+(?:\.\d+)?) ?(thousand|million|mio|mn|billion)", re.IGNORECASE)


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
    if PLAIN.fullmatch(text):
        return f"{text}%"
    match = PERCENT.fullmatch(text)
    return None if match is None else f"{match[1]}%"


def _amount(text: str, document: Document) -> str:
    """Without the plan's own currency, with `_` between thousands, and with the letter for millions."""
    own = (document.value or {}).get("currency")
    for sign in (str(own), *(name for name, code in EVERYDAY.items() if code == own)):
        text = text.removeprefix(sign).removesuffix(sign).strip()
    if GROUPED.fullmatch(text):
        return text.replace(",", "_")
    match = IN_WORDS.fullmatch(text)
    return text if match is None else match[1] + WORDS[match[2].lower()]
