"""The values of a text that is plainly written, without their places.

Most plans have no findings, and then nobody asks where anything stands: leaving the places out saves a third of the reading.
Everything out of the ordinary is left to `builder`, which alone knows what to say about it.
"""

from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from roadmapctl.load.builder import MAX_DEPTH, MERGE, Parser
from roadmapctl.load.scalars import resolve
from roadmapctl.load.source import Source

LONG = 300_000
"""Characters, as of a thousand tactics: in so long a text there is always something to find, and it would be read twice."""

Events = Callable[[], Any]
"""The next event of a parser, each time it is asked."""


class Unusual(Exception):
    """The text holds something that is out of the ordinary."""


def plain_value(source: Source) -> dict[str, Any] | None:
    """The mapping that `builder.build` would make of a text, where it is certain to find no fault in it.

    None for any other text: a long one; one with characters that cannot be seen, escapes, tags, anchors, merges, a key that stands
    twice or is none, several documents or deep nesting; and for one that is no YAML or no mapping.
    """
    text = source.text
    if len(text) > LONG or not source.is_visible or "\\" in text:
        return None
    try:
        return _document(Parser(text).get_event)
    except (yaml.YAMLError, Unusual):
        return None


def _document(events: Events) -> dict[str, Any]:
    """The only document of a stream, a mapping."""
    _stream_start, document_start, root = events(), events(), events()
    if type(document_start) is not DocumentStartEvent or type(root) is not MappingStartEvent:
        raise Unusual
    value: dict[str, Any] = _value(root, events, MAX_DEPTH)
    _document_end, stream_end = events(), events()
    if type(stream_end) is not StreamEndEvent:
        raise Unusual
    return value


def _value(event: Any, events: Events, depth: int) -> Any:
    """The scalar, mapping or list that begins with an event; so deep may collections lie in each other."""
    if event.anchor is not None or event.tag is not None:  # an alias has the anchor that it stands for
        raise Unusual
    kind = type(event)
    if kind is ScalarEvent:
        return resolve(event.value) if event.implicit[0] else event.value
    if depth == 0:
        raise Unusual
    return _mapping(events, depth) if kind is MappingStartEvent else _sequence(events, depth)


def _mapping(events: Events, depth: int) -> dict[str, Any]:
    """The rest of a mapping. Nearly all of a plan are the scalars in mappings, so they are read on the spot."""
    box: dict[str, Any] = {}
    while type(event := events()) is ScalarEvent:
        key = event.value
        if key in box or key == MERGE or event.anchor is not None or event.tag is not None:
            raise Unusual
        event = events()
        if type(event) is ScalarEvent and event.anchor is None and event.tag is None:
            box[key] = resolve(event.value) if event.implicit[0] else event.value
        else:
            box[key] = _value(event, events, depth - 1)
    if type(event) is not MappingEndEvent:
        raise Unusual  # a key that is a collection or an alias
    return box


def _sequence(events: Events, depth: int) -> list[Any]:
    """The rest of a list."""
    box: list[Any] = []
    while type(event := events()) is not SequenceEndEvent:
        box.append(_value(event, events, depth - 1))
    return box
