"""The Document of a plan file, of a plan folder, or of a text in hand."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path as FilePath
from typing import Any

from roadmapctl.diagnostics import Diagnostic, Message, Path, Related, Severity, Span
from roadmapctl.load.document import Atlas, Document, Layout, Places
from roadmapctl.load.folder import read_files
from roadmapctl.load.plain import plain_value
from roadmapctl.load.section import layout_of
from roadmapctl.load.source import Source, decode

FEW = 8
"""Members of sections whose places are looked for one by one: for more of them, all places are worked out at once."""
READ_ALL_THE_SAME = ("RM003", "RM007")
"""A key that stands twice and a character that cannot be seen hide nothing of the rest."""


def load(path: FilePath) -> Document:
    """The document of a plan file, or of a plan folder; naming a folder's `roadmap.yaml` or a section file means the folder.

    Raises Unreachable where there is nothing to read.
    """
    return load_files(read_files(path))


def load_text(data: bytes, name: str) -> Document:
    """The document of a text in hand, such as standard input."""
    return load_files([(name, data)])


def load_files(files: Sequence[tuple[str, bytes]]) -> Document:
    """The document of a plan's files, by name and content, the main one first.

    Their mappings are joined, section by section and id by id; the same id twice is a fault.
    """
    name = files[0][0]
    sources = [decode(data, file) for file, data in files]
    texts = tuple(source for source in sources if isinstance(source, Source))
    value = plain_value(texts) if len(texts) == len(sources) else None
    if value is None:
        return _joined(name, sources)
    return Document(name, value, texts, _places(value, texts))


def _places(value: dict[str, Any], texts: tuple[Source, ...]) -> Callable[[Path], Layout]:
    """The places in texts that have been read without them: of one member of a section, as long as few are asked for; of one
    section; or of all, where these do not stand apart."""
    members = 0

    @cache
    def layout(path: Path) -> Layout:
        nonlocal members
        members += len(path) == 2
        if not path:
            return _joined(texts[0].name, texts).layout(())
        apart = len(texts) == 1 and (len(path) == 1 or members <= FEW)
        return (layout_of(texts[0], path, value) if apart else None) or layout(path[:-1])

    return layout


def _joined(name: str, sources: Sequence[Source | Diagnostic]) -> Document:
    from roadmapctl.load.builder import build  # PyYAML, which most plans do without

    atlas = Atlas()
    faults: list[Diagnostic] = []
    merged: dict[str, object] | None = None
    top, unread = Places(0), False
    for source in sources:
        if isinstance(source, Diagnostic):
            faults.append(source)
            unread = True
            continue
        value, places, found = build(source, atlas)
        faults += found
        if any(d.severity is Severity.ERROR and d.code not in READ_ALL_THE_SAME for d in found):
            unread = True
            continue
        fault = _not_a_plan(source, value, atlas, places)
        if fault is not None:
            faults.append(fault)
            unread = True
        elif merged is None:
            merged, top = value, places
        else:
            faults += _join(merged, top, value, places, atlas, depth=0)
    return Document(name, None if unread else merged, tuple(atlas.sources), lambda _: Layout(top, atlas), tuple(faults))


def _join(into: dict, top: Places, value: dict, places: Places, atlas: Atlas, depth: int) -> Iterator[Diagnostic]:  # type: ignore[type-arg]
    """Sections (depth 0) and their members (depth 1) are joined; what both files give is a fault naming both places."""
    for key, part in value.items():
        if key not in into:
            into[key] = part
            top.entries[key] = places.entries[key]
            if key in places.inner:
                top.inner[key] = places.inner[key]
        elif depth < 1 and isinstance(part, dict) and isinstance(into[key], dict):
            yield from _join(into[key], top.inner[key], part, places.inner[key], atlas, depth + 1)
        else:
            yield Diagnostic(
                "RM003",
                Severity.ERROR,
                atlas.span(places.entries[key]),
                Message("“{key}” is given in two files", "“{key}”在两个文件中重复", {"key": key}),
                Message("keep one of the two", "请只保留一个"),
                related=(Related(atlas.span(top.entries[key]), Message("the other one is here", "另一个在这里")),),
            )


def _not_a_plan(source: Source, value: object, atlas: Atlas, places: Places) -> Diagnostic | None:
    if isinstance(value, dict):
        return None
    if value is None:
        return Diagnostic(
            "RM004",
            Severity.ERROR,
            Span(source.name, 1, 1, 1, 1),
            Message("the file is empty", "文件是空的"),
            Message("run “roadmapctl init” for a plan to start from", "请运行“roadmapctl init”生成一个起步计划"),
        )
    return Diagnostic(
        "RM004",
        Severity.ERROR,
        atlas.span(places.event),
        Message("a plan is a mapping of keys to values, and this is none", "计划应是“键: 值”的映射，而这不是"),
        Message(
            "begin with “roadmap: 1” and “name: …”; “roadmapctl init” writes a plan to start from",
            "请以“roadmap: 1”和“name: …”开头；“roadmapctl init”可生成起步计划",
        ),
    )
