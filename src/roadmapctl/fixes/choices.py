"""A word of a fixed vocabulary, misspelt: `Flow`, `stcok`, `usd`, `RMB`."""

from roadmapctl.diagnostics import Diagnostic, Fix
from roadmapctl.fixes.token import Token, token
from roadmapctl.load import Document
from roadmapctl.load.source import Source
from roadmapctl.model.currency import DECIMALS, EVERYDAY
from roadmapctl.model.nearest import only_near

AMBIGUOUS = ("¥", "$")  # of several countries


def fix(document: Document, source: Source, diagnostic: Diagnostic) -> Fix | None:
    """The one choice that is near, or the ISO code of a currency's everyday name."""
    del document
    found = token(source, diagnostic.span)
    if found is None:
        return None
    if diagnostic.code == "RM025":
        return _currency(found, (found.bare or found.text).strip())
    choices = str(diagnostic.message.fields.get("choices", "")).split(", ")
    near = only_near(found.text, choices)
    return None if near is None else found.replaced(near.word, safe=near.slip)


def _currency(found: Token, text: str) -> Fix | None:
    if text.upper() in DECIMALS:
        return found.replaced(text.upper(), safe=True)
    if text.upper() in EVERYDAY:
        return found.replaced(EVERYDAY[text.upper()], safe=text not in AMBIGUOUS)
    near = only_near(text, DECIMALS)
    return None if near is None else found.replaced(near.word, safe=False)
