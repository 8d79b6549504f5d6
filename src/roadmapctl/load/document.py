"""A plan as it was written: plain values, and a side table that knows where each of them stands."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from roadmapctl.diagnostics import Diagnostic, Path, Span
from roadmapctl.load.source import Source


class Atlas:
    """The start and end offset of every scalar and collection, by the number of the event that began it.

    Two machine integers for each value, whatever the text: the tables that lead to them hold event numbers only, and lines
    and columns are worked out for the few places that a finding names.
    """

    def __init__(self) -> None:
        self.offsets = array("I")
        self.firsts: list[int] = []
        self.sources: list[Source] = []
        self._positions: dict[int, tuple[list[Any], dict[Any, int]]] = {}

    def open(self, source: Source) -> None:
        """From here on, events belong to this text."""
        self.firsts.append(len(self.offsets) // 2)
        self.sources.append(source)

    def position(self, items: list[Any], item_id: str) -> int | None:
        """The index of the first item of a list with an id; looked up in a table that is made once for each list."""
        if id(items) not in self._positions:
            numbered = (
                (item["id"], i) for i, item in enumerate(items) if isinstance(item, dict) and _is_id(item.get("id"))
            )
            self._positions[id(items)] = items, dict(reversed(list(numbered)))  # kept with it: no other gets its number
        return self._positions[id(items)][1].get(item_id)

    def source_of(self, event: int) -> Source:
        """The text in which an event stands."""
        return self.sources[bisect_right(self.firsts, event) - 1]

    def ends_of(self, event: int) -> tuple[int, int]:
        """Start and end offset of an event in its text."""
        return self.offsets[2 * event], self.offsets[2 * event + 1]

    def span(self, event: int) -> Span:
        """The stretch of text of an event; for a collection, its first character."""
        source = self.source_of(event)
        start, end = self.ends_of(event)
        is_scalar = end > start and source.text[start] not in ("{", "[")
        return source.span(start, end if is_scalar else start + 1)


class Places:
    """Where a collection and its members stand. `entries`: event of each key (or list item); `inner`: collections among them."""

    __slots__ = ("entries", "event", "inner")

    def __init__(self, event: int) -> None:
        self.event = event
        self.entries: dict[Any, int] = {}
        self.inner: dict[Any, Places] = {}


class Layout(NamedTuple):
    """Where everything stands: the places of the whole value, and the atlas that their numbers are looked up in."""

    places: Places
    atlas: Atlas


class Document(NamedTuple):
    """`value` is plain data (dict, list, str, int, Decimal, bool, None); `faults` is everything that could not be read.

    `sources` are the texts it was read from. `layout` gives the places in them, at least those that lie below a path of one
    or two steps: they take longer to work out than the values, so they wait until a finding asks.
    """

    name: str
    value: dict[str, Any] | None
    sources: tuple[Source, ...]
    layout: Callable[[Path], Layout]
    faults: tuple[Diagnostic, ...] = ()

    def span_of(self, path: Path, *, key: bool = False) -> Span:
        """The place to point at for a path, or for as much of it as was written.

        That is a scalar or the opening bracket of a flow collection; for a block collection, an empty value, or with
        `key=True`, the key it hangs on (the dash of a list item).
        """
        layout = self.layout(path[:2])
        places, owner, last = layout.places, None, None
        for depth, step in enumerate(path):
            index = self._index(layout, path[:depth], step)
            if index not in places.entries:
                key = False
                break
            owner, last = places, index
            if index not in places.inner:
                key = key and depth == len(path) - 1
                break
            places = places.inner[index]
        if owner is None:
            return self._top()
        return self._member(layout, owner, last, key=key)

    def has(self, path: Path) -> bool:
        """Was anything written at this path?"""
        layout = self.layout(path[:2])
        places = layout.places
        for depth, step in enumerate(path):
            index = self._index(layout, path[:depth], step)
            if index not in places.entries:
                return False
            places = places.inner.get(index, Places(-1))
        return True

    def source_line(self, span: Span) -> str | None:
        """The line of text a span begins in."""
        for source in self.sources:
            if source.name == span.file:
                return source.line(span.line) if span.line <= len(source.line_starts) else None
        return None

    def _top(self) -> Span:
        places, atlas = self.layout(())
        return atlas.span(places.event) if atlas.offsets else Span(self.name, 1, 1, 1, 1)

    def _index(self, layout: Layout, above: Path, step: str | int) -> str | int:
        """The list index that an item's id stands for; any other step is itself."""
        if isinstance(step, int):
            return step
        items = value_at(self.value, above)
        if not isinstance(items, list):
            return step
        position = layout.atlas.position(items, step)
        return step if position is None else position

    def _member(self, layout: Layout, owner: Places, index: Any, *, key: bool) -> Span:
        event, atlas = owner.entries[index], layout.atlas
        source = atlas.source_of(event)
        if isinstance(index, int):
            return _item(atlas, source, event)
        if key:
            return atlas.span(event)
        # The value's event follows its key's; what begins a block collection there is its first key: no place to point at.
        start, end = atlas.ends_of(event + 1)
        block = index in owner.inner and source.text[start : start + 1] not in ("{", "[", "*", "&")
        return atlas.span(event if block or start == end else event + 1)


def _item(atlas: Atlas, source: Source, event: int) -> Span:
    """The item of a list, or the dash before it."""
    start, end = atlas.ends_of(event)
    before = source.text[:start].rstrip(" ") if start < 256 else source.text[start - 256 : start].rstrip(" ")
    block = before.endswith("-") and (start == end or source.text[start : start + 1] not in ("{", "[", '"', "'"))
    is_scalar = end > start and ":" not in source.text[start:end] and block
    if block and not is_scalar:
        back = len(source.text[max(0, start - 256) : start]) - len(before) + 1
        return source.span(start - back)
    return atlas.span(event)


def _is_id(value: Any) -> bool:
    return isinstance(value, str)


def value_at(value: Any, path: Path) -> Any:
    """The plain value at a path, where list items may be named by their id; None where there is nothing."""
    for step in path:
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list):
            if isinstance(step, int):
                value = value[step] if 0 <= step < len(value) else None
            else:
                value = next((item for item in value if isinstance(item, dict) and item.get("id") == step), None)
        else:
            return None
    return value
