"""Keys that stand twice, by their paths: of what they hold only one is in the document's value."""

from collections.abc import Iterator
from typing import Any

from roadmapctl.diagnostics import Path
from roadmapctl.load.document import Document

UNNAMED = "…"
"""Stands in a path for the id of an element that was given the id of another one."""
DEEPEST = 4
"""Steps to the keys of plans that are written by hand: `funnel.sources.webinar.share`."""


def doubled(document: Document) -> frozenset[Path]:
    """The paths of the keys that RM003 tells of; nothing should be said about what may stand there.

    With each the path of the element beside it that was meant to have another id.
    """
    told = [fault for fault in document.faults if fault.code == "RM003"]
    spans = {span for fault in told for span in (fault.span, *(related.span for related in fault.related))}
    paths = _paths(document.value, ()) if spans else ()
    twice = [path for path in paths if document.span_of(path, key=True) in spans]
    return frozenset(twice) | {(*path[:-1], UNNAMED) for path in twice}


def _paths(value: Any, above: Path) -> Iterator[Path]:
    for key, part in value.items() if isinstance(value, dict) else ():
        yield (*above, key)
        if len(above) + 1 < DEEPEST:
            yield from _paths(part, (*above, key))
