"""An id with capitals, underscores or spaces, as a proper one. A guess: other plans and files may know it by its old name.

References to it dangle afterwards, by the same word written otherwise, which the next round mends.
"""

from roadmapctl.diagnostics import Diagnostic, Fix
from roadmapctl.fixes.token import token
from roadmapctl.load import Document
from roadmapctl.load.document import value_at
from roadmapctl.load.source import Source
from roadmapctl.model.text import MAX_ID, NOT_SLUG, SLUG


def fix(document: Document, source: Source, diagnostic: Diagnostic) -> Fix | None:
    """The id in lower case with hyphens, where nothing is called so already; safe where only typographic quotes go."""
    found = token(source, diagnostic.span)
    if found is None:
        return None
    text = found.bare or found.text
    slug = NOT_SLUG.sub("-", text.lower()).strip("-") if text.isascii() else ""
    owner = value_at(document.value, diagnostic.path[:-1])
    taken = isinstance(owner, dict) and slug in owner
    if taken or len(slug) > MAX_ID or not SLUG.fullmatch(slug):
        return None
    return found.replaced(slug, safe=slug == text)
