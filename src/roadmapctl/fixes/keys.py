"""A key that does not exist, with the one that was meant: `Budget`, `deal-size`, `milstone`, `“name”`, `预算`."""

import re

from roadmapctl.diagnostics import Diagnostic, Edit, Fix
from roadmapctl.fixes.indentation import CELLS, indented_with_spaces
from roadmapctl.fixes.syntax import narrow_in_braces
from roadmapctl.fixes.token import stretch, token
from roadmapctl.load import Document
from roadmapctl.load.document import value_at
from roadmapctl.load.source import Source
from roadmapctl.model.known_keys import known_keys
from roadmapctl.model.nearest import only_near


def fix(document: Document, source: Source, diagnostic: Diagnostic) -> Fix | None:
    """The key's new name; in braces, the missing space of `metric:leads`; after wide spaces, plain ones."""
    path = diagnostic.path[:-1]
    key = str(diagnostic.path[-1])
    found = token(source, diagnostic.span)
    if found is None or found.text != key:
        return None
    if key[0] in CELLS:
        return indented_with_spaces(source, diagnostic.span.line)
    if "，" in key and not found.quote:
        return narrow_in_braces(source, diagnostic.span.line)
    owner = value_at(document.value, path)
    free = [k for k in known_keys(path) if not (isinstance(owner, dict) and k in owner)]
    glued = re.match("([a-z_]+)([:：])(?=[^/])", key)
    if glued is not None and glued.group(1) in free and not found.quote:
        start = diagnostic.span.column - 1 + glued.start(2)
        return Fix((Edit(stretch(source, diagnostic.span.line, start, start + 1), ": "),), safe=True)
    near = only_near(key, free)
    return None if near is None else found.replaced(near.word, safe=near.slip)
