"""YAML events to values and places, in one pass without recursion.

The C parser gives the events; composing and constructing are ours, because the stock ones crash the process on deep nesting,
lose duplicate keys, read YAML 1.1 and forget where things stood. Depth, size and what aliases expand to are bounded.
"""

from collections.abc import Callable
from typing import Any, cast

import yaml
from yaml.events import AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent

from roadmapctl.diagnostics import Diagnostic
from roadmapctl.load import yaml_faults as faults
from roadmapctl.load.document import Atlas, Places
from roadmapctl.load.hidden import hidden_characters
from roadmapctl.load.scalars import resolve
from roadmapctl.load.source import Source

try:
    from yaml._yaml import CParser

    Parser: Callable[[str], Any] = CParser
except ImportError:  # a PyYAML built without libyaml: the same events, slower
    from roadmapctl.load.pure_parser import PureParser

    Parser = PureParser

MAX_DEPTH = 60
MAX_EXPANSION = 10_000
MERGE = "<<"


class Stop(Exception):
    """Reading ends here; carries the finding that says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def build(source: Source, atlas: Atlas) -> tuple[Any, Places, list[Diagnostic]]:
    """The value of a text, the places of its parts, and its faults; the value is None where reading had to stop."""
    builder = Builder(source, atlas)
    try:
        value = builder.run()
    except Stop as stop:
        builder.faults.append(stop.diagnostic)
        value = None
    except yaml.MarkedYAMLError as error:
        builder.faults.append(faults.explain(source, error))
        value = None
    return value, builder.root, builder.faults


class Builder:
    """The state of one pass: the open collections on a stack, the anchors met, the faults found."""

    def __init__(self, source: Source, atlas: Atlas) -> None:
        self.source = source
        self.atlas = atlas
        self.faults: list[Diagnostic] = []
        self.root = Places(0)
        self.anchors: dict[str, tuple[Any, Places | None, int]] = {}
        self.unused: dict[str, int] = {}
        self.firsts: list[tuple[dict[str, Any], Places, str, Any, int, Places]] = []
        self.open_anchors: set[str] = set()
        self.expanded = 0
        self.first_alias: int | None = None

    def run(self) -> Any:
        """Read one document. Raises Stop, or yaml.MarkedYAMLError from the parser."""
        self.atlas.open(self.source)
        next_event: Callable[[], Any] = Parser(self.source.text).get_event
        value = None
        while (event := next_event()) is not None:
            if type(event) is yaml.DocumentStartEvent:
                if value is not None:
                    raise Stop(faults.second_document(self.source, cast(Any, event).start_mark.index))
                value = self._document(next_event)
        self.faults += [faults.unused_anchor(self.source, name, at) for name, at in self.unused.items()]
        for box, places, key, first, entry, inner in self.firsts:
            box[key], places.entries[key], places.inner[key] = first, entry, inner
        return value

    def _document(self, next_event: Callable[[], Any]) -> Any:
        """The value of the document that has just begun. One loop on purpose: this is where the time goes."""
        offsets = self.atlas.offsets
        append = offsets.append
        number = len(offsets) // 2
        may_hide = not self.source.is_visible or "\\" in self.source.text  # "\u202e" shows itself only when it is read
        stack: list[tuple[Any, Places, Any, str | None, int]] = []  # what `box` to `began` were outside
        box: Any = []  # the collection being filled, its places, and the key that waits for its value
        places = Places(number)
        key: Any = None
        anchor: str | None = None
        began = number
        in_map = False
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                start, end = event.start_mark.index, event.end_mark.index
                append(start)
                append(end)
                value: Any = event.value
                if may_hide and not value.isprintable():
                    self.faults += hidden_characters(self.source, start, value)
                if event.tag is not None and event.tag != "!":
                    raise Stop(faults.tag(self.source, start, event.tag))
                if in_map and key is None:
                    key = value
                    if key in box:
                        self._twice(box, places, key, number)
                    places.entries[key] = number
                    number += 1
                    continue
                if event.implicit[0]:
                    value = resolve(value)
                if event.anchor is not None:
                    self._anchored(event.anchor, value, None, 1, start)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                start = event.start_mark.index
                append(start)
                append(event.end_mark.index)
                if in_map and key is None:
                    raise Stop(faults.complex_key(self.source, start))
                if event.tag is not None and event.tag != "!":
                    raise Stop(faults.tag(self.source, start, event.tag))
                if len(stack) >= MAX_DEPTH:
                    raise Stop(faults.too_deep(self.source, start, MAX_DEPTH))
                stack.append((box, places, key, anchor, began))
                inner = Places(number)
                if in_map:
                    places.inner[key] = inner
                else:
                    places.entries[len(box)] = number
                    places.inner[len(box)] = inner
                if event.anchor is not None:
                    self.open_anchors.add(event.anchor)
                    self.unused[event.anchor] = start
                in_map = kind is MappingStartEvent
                box, places, key, anchor, began = (
                    ({} if in_map else []),
                    inner,
                    None,
                    event.anchor,
                    number + self.expanded,
                )
                number += 1
                continue
            elif kind is AliasEvent:
                start = event.start_mark.index
                append(start)
                append(event.end_mark.index)
                if in_map and key is None:
                    raise Stop(faults.complex_key(self.source, start))
                if event.anchor in self.open_anchors and key == MERGE:
                    start = offsets[2 * number - 2]  # a mapping merged into itself: the merge is the mistake
                value = self._alias(event.anchor, start, places, key if in_map else len(box))
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                value, filled, name = box, places, anchor
                size = number + self.expanded - began
                if in_map and MERGE in box:
                    self._merge(box, places)
                box, places, key, anchor, began = stack.pop()
                in_map = type(box) is dict
                if name is not None:
                    self.open_anchors.discard(name)
                    self._anchored(name, value, filled, size, None)
                if in_map:
                    box[key] = value
                    key = None
                else:
                    box.append(value)
                continue
            else:  # the end of the document
                self.root = places.inner.get(0, Places(places.entries.get(0, number)))
                return box[0] if box else None
            if in_map:
                box[key] = value
                key = None
            else:
                places.entries[len(box)] = number
                box.append(value)
            number += 1

    def _twice(self, box: dict[str, Any], places: Places, key: str, event: int) -> None:
        """A key that was there. Of two elements with one id the first is kept: the second was meant to have another."""
        self.faults.append(faults.duplicate_key(self.atlas, key, event, places.entries[key]))
        if isinstance(box[key], dict) and key in places.inner and key != MERGE:
            self.firsts.append((box, places, key, box[key], places.entries[key], places.inner[key]))

    def _anchored(self, name: str, value: Any, places: Places | None, size: int, start: int | None) -> None:
        self.anchors[name] = (value, places, size)
        if start is not None:
            self.unused[name] = start

    def _alias(self, name: str, start: int, places: Places, index: Any) -> Any:
        if name in self.open_anchors:
            raise Stop(faults.recursive_alias(self.source, start, name))
        if name not in self.anchors:
            raise Stop(faults.undefined_alias(self.source, start, name))
        value, inner, size = self.anchors[name]
        self.unused.pop(name, None)
        self.first_alias = start if self.first_alias is None else self.first_alias
        self._expand(size)
        if inner is not None:
            places.inner[index] = inner
        return value

    def _expand(self, size: int) -> None:
        """Count what an alias or a merge stands for: nine aliases of nine aliases of … are stopped before they grow."""
        self.expanded += size
        if self.expanded > MAX_EXPANSION:
            raise Stop(faults.alias_bomb(self.source, self.first_alias or 0, MAX_EXPANSION))

    def _merge(self, box: dict[str, Any], places: Places) -> None:
        """Flatten `<<: *defaults` (or a list of such): keys of the mapping itself win, then the earlier mapping."""
        event = places.entries.pop(MERGE)
        inner = places.inner.pop(MERGE, None)
        merged = box.pop(MERGE)
        several = isinstance(merged, list)
        for index, mapping in enumerate(merged if several else [merged]):
            origin = inner.inner.get(index) if several and inner else inner
            if not isinstance(mapping, dict) or origin is None:
                raise Stop(faults.bad_merge(self.atlas.span(event + 1)))
            self._expand(len(mapping))
            for key, value in mapping.items():
                if key not in box:
                    box[key] = value
                    places.entries[key] = origin.entries[key]
                    if key in origin.inner:
                        places.inner[key] = origin.inner[key]
