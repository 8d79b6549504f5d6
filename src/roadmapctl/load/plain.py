"""The values of a text that is plainly written, without their places.

Most plans have no findings, and then nobody asks where anything stands: leaving the places out saves a quarter of the reading.
Everything out of the ordinary is left to `builder`, which alone knows what to say about it.
"""

from typing import Any

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from roadmapctl.load.builder import MAX_DEPTH, MERGE, Parser
from roadmapctl.load.scalars import resolve
from roadmapctl.load.source import Source

LONG = 300_000
"""Characters, as of a thousand tactics: in so long a text there is always something to find, and it would be read twice."""
MARKERS = (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)


def plain_value(source: Source) -> dict[str, Any] | None:
    """The mapping that `builder.build` would make of a text, where it is certain to find no fault in it.

    None for any other text: a long one; one with characters that cannot be seen, escapes, tags, anchors, merges, a key that stands
    twice or is none, several documents or deep nesting; and for one that is no YAML or no mapping.
    """
    if len(source.text) > LONG or not source.is_visible or "\\" in source.text:
        return None
    try:
        value = _read(source.text)
    except yaml.YAMLError:
        return None
    return value if isinstance(value, dict) else None


def _read(text: str) -> Any:
    """The value of the only document; None where something is out of the ordinary. One loop, as in `builder`."""
    next_event = Parser(text).get_event
    stack: list[tuple[Any, Any]] = []  # what `box` and `key` were outside
    box: Any = []  # the collection being filled, and the key that waits for its value
    key: Any = None
    in_map = False
    while (event := next_event()) is not None:
        kind = type(event)
        if kind is ScalarEvent:
            value = event.value
            if event.tag is not None or event.anchor is not None:
                return None
            if in_map and key is None:
                if value in box or value == MERGE:
                    return None
                key = value
                continue
            if event.implicit[0]:
                value = resolve(value)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            unusual = event.tag is not None or event.anchor is not None or (in_map and key is None)
            if unusual or len(stack) >= MAX_DEPTH:
                return None
            stack.append((box, key))
            in_map = kind is MappingStartEvent
            box, key = ({} if in_map else []), None
            continue
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            value = box
            box, key = stack.pop()
            in_map = type(box) is dict
        elif kind in MARKERS:
            continue
        else:  # an alias
            return None
        if in_map:
            box[key] = value
            key = None
        else:
            box.append(value)
    return box[0] if len(box) == 1 else None
