"""What stops the YAML parser and can be seen to be a slip of the keys: wide punctuation, odd white space, a missing blank."""

import re
from collections.abc import Iterator

from roadmapctl.diagnostics import Diagnostic, Edit, Fix
from roadmapctl.fixes.indentation import indented_with_spaces
from roadmapctl.fixes.quoting import quoted_value
from roadmapctl.fixes.token import stretch
from roadmapctl.load import Document
from roadmapctl.load.source import Source
from roadmapctl.model.nearest import CHINESE_KEYS

KEY = r"[A-Za-z0-9_][\w-]*"
WIDE_COLON = re.compile(r"[ ]*(?:- +)*([\"']?[\w-]+[\"']?)\s*(： *)")
GLUED_COLON = re.compile(r"[ ]*(?:- +)*([A-Za-z_][\w-]*)(:)(?=[^\s/:])")
# In braces and brackets: a wide colon after a key, a wide comma before the next key.
WIDE_IN_BRACES = re.compile(rf"(?<=[{{,，])(\s*{KEY})(： *)|(， *)(?={KEY}\s*[:：])")


def fix(document: Document, source: Source, diagnostic: Diagnostic) -> Fix | None:
    """The mend of the line at which the parser stopped, or of the one above it, where it often is."""
    del document
    line = diagnostic.span.line
    for number in (line, line - 1):
        if number < 1:
            continue
        for mend in (indented_with_spaces, narrow_colon, narrow_in_braces):
            found = mend(source, number)
            if found is not None:
                return found
    return quoted_value(source, line) if diagnostic.code == "RM002" else None


def narrow_colon(source: Source, number: int) -> Fix | None:
    """`name: Spring` for a line that begins with `name：Spring` or `name:Spring`."""
    text = source.line(number)
    match = WIDE_COLON.match(text) or GLUED_COLON.match(text)
    if match is None or not (match[1].isascii() or match[1] in CHINESE_KEYS):
        return None  # prose may hold a wide colon after any word
    new = ":" if match.end() == len(text) else ": "
    return Fix((Edit(stretch(source, number, match.start(2), match.end(2)), new),), safe=True)


def narrow_in_braces(source: Source, number: int) -> Fix | None:
    """`{unit: people, kind: flow}` for a line that holds `{unit: people，kind：flow}`."""
    text = source.line(number)
    if "{" not in text or '"' in text or "'" in text:
        return None
    edits = tuple(_narrow(source, number, text))
    return Fix(edits, safe=True) if edits else None


def _narrow(source: Source, number: int, text: str) -> Iterator[Edit]:
    for match in WIDE_IN_BRACES.finditer(text):
        group = 2 if match[2] else 3
        yield Edit(stretch(source, number, match.start(group), match.end(group)), ": " if group == 2 else ", ")
