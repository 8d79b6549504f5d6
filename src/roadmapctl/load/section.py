"""Where things stand in one section of a plan, or in one member of it, without reading the others."""

import re
from typing import Any

from roadmapctl.diagnostics import Path
from roadmapctl.load.document import Atlas, Layout
from roadmapctl.load.source import Source

FIRST_MEMBER = re.compile(r" *(?:#.*)?\n(?: *(?:#.*)?\n)*( +)[^ #\n]")
"""What may stand between a section's colon and its first member in a line below, and the indent of that."""


def layout_of(source: Source, path: Path, value: dict[str, Any]) -> Layout | None:
    """The places in a section (a path of one step) or a member of one (of two) of a plainly written text, whose value is known.

    None where it cannot be told apart. Only its own lines are read, with blanks in place of all others, so that everything
    stands where it stood.
    """
    from roadmapctl.load.builder import build

    section, *member = path
    if section not in value or (member and not _is_member(member[0], value[section])):
        return None
    kept = _lines_of(source.text, path)
    if kept is None:
        return None
    atlas = Atlas()
    part, places, faults = build(Source(source.name, _blanked(source.text, kept)), atlas)
    expected = value[section] if not member else {member[0]: value[section][member[0]]}
    if faults or part != {section: expected}:
        return None
    atlas.sources = [source]
    return Layout(places, atlas)


def _is_member(step: str | int, section: Any) -> bool:
    return isinstance(section, dict) and step in section


def _lines_of(text: str, path: Path) -> list[tuple[int, int]] | None:
    """Start and end of the lines to read: a section, or its key and its member."""
    section, *member = path
    whole = _below(text, str(section), 0, 0, len(text))
    if whole is None or not member:
        return whole and [whole]
    key = whole[0] + len(str(section)) + 1
    first = FIRST_MEMBER.match(text, key, whole[1])
    own = first and _below(text, str(member[0]), len(first[1]), key, whole[1])
    return own and [(whole[0], key), own]


def _below(text: str, key: str, column: int, start: int, end: int) -> tuple[int, int] | None:
    """Start and end of the lines of a key in a column, if it stands just once between two places."""
    begins = [found.start() for found in re.compile(rf"(?m)^ {{{column}}}{re.escape(key)}:").finditer(text, start, end)]
    if len(begins) != 1:
        return None
    following = re.compile(rf"(?m)^ {{0,{column}}}[^ #\n-]").search(text, begins[0] + column + 1, end)
    return begins[0], following.start() if following else end


def _blanked(text: str, kept: list[tuple[int, int]]) -> str:
    """The text with blanks in place of all before and between the kept parts."""
    parts, at = [], 0
    for start, end in kept:
        blank = " " * (start - at - 1) + "\n" if start > at else ""
        parts += [blank, text[start:end]]
        at = end
    return "".join(parts)
