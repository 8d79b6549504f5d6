"""Characters that cannot be seen, taken out of a text."""

import re

from roadmapctl.diagnostics import Diagnostic, Edit, Fix
from roadmapctl.fixes.token import stretch
from roadmapctl.load import Document
from roadmapctl.load.source import Source

POINT = re.compile("U\\+([0-9A-F]{4,6})")
REVERSING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def fix(document: Document, source: Source, diagnostic: Diagnostic) -> Fix | None:
    """Their deletion on the line where the text begins; a guess where they change the direction in which a text is read."""
    del document
    points = str(diagnostic.message.fields.get("points", ""))
    characters = {chr(int(p, 16)) for p in POINT.findall(points)}
    line = diagnostic.span.line
    text = source.line(line)
    found = [i for i in range(diagnostic.span.column - 1, len(text)) if text[i] in characters]
    if not found:
        return None  # written as an escape, or further down
    edits = tuple(Edit(stretch(source, line, i, i + 1), "") for i in found)
    return Fix(edits, safe=not any(c in REVERSING for c in characters))
