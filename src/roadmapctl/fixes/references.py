"""A reference to nothing, with the id that was meant: `pgae`, `Spring_Leads`, `page，webinars`."""

import re
from collections.abc import Collection, Iterator

from roadmapctl.diagnostics import Diagnostic, Edit, Fix
from roadmapctl.fixes.token import stretch, token
from roadmapctl.load import Document
from roadmapctl.load.document import value_at
from roadmapctl.load.source import Source
from roadmapctl.model.nearest import only_near
from roadmapctl.model.text import SLUG

PEOPLE = "organization.people"


def fix(document: Document, source: Source, diagnostic: Diagnostic) -> Fix | None:
    """The one id that is near; for several ids joined by full-width commas, the commas."""
    section = str(diagnostic.message.fields["section"])
    ids = _ids(document, section)
    found = token(source, diagnostic.span)
    if found is None:
        return None
    parts = re.split("[，、]", found.text)
    if len(parts) > 1:
        apart = not found.quote and _in_list(source, found.span.line) and all(part.strip() in ids for part in parts)
        edits = tuple(_commas(source, found.span.line, found.span.column - 1, found.text))
        return Fix(edits, safe=True) if apart else None
    near = only_near(found.text, ids)
    if near is None:
        return None
    # Carl and Karl are two people; and a goal may be one of the parent plan, which is not at hand here.
    several = section == PEOPLE or (section == "goals" and "parent" in (document.value or {}))
    return found.replaced(near.word, safe=near.same or (near.slip and not several))


def _ids(document: Document, section: str) -> Collection[str]:
    members = value_at(document.value, tuple(section.split(".")))
    if isinstance(members, list):
        members = [item.get("id") for item in members if isinstance(item, dict)]
    # What is no proper id is a fault of its own, and no model for others.
    return [i for i in members or () if isinstance(i, str) and SLUG.fullmatch(i)]


def _in_list(source: Source, line: int) -> bool:
    text = source.line(line)
    return "[" in text and "]" in text


def _commas(source: Source, line: int, start: int, text: str) -> Iterator[Edit]:
    for comma in re.finditer("[，、] ?", text):
        yield Edit(stretch(source, line, start + comma.start(), start + comma.end()), ", ")
