"""A plan's values as YAML that a person goes on editing: short members on one line, comments above what they are about."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from textwrap import wrap
from typing import Any, NamedTuple

from roadmapctl.diagnostics import Path
from roadmapctl.i18n.text import visible
from roadmapctl.load.scalars import resolve

WIDTH = 140
COMMENT_WIDTH = 120
STEP = "  "
OWN_BLOCK = ("tactics",)
"""Sections whose members are always written key by key, for that is where most of the editing is done."""
PERIOD = ("period",)
SPECIAL = re.compile(r"^[,\[\]{}#&*!|>'\"%@`\s=~<]|^[-?:](?:\s|$)|:(?:\s|$)|\s#|\s$")
FLOW_SPECIAL = re.compile(r"[,\[\]{}]|:$|^[?:]")


Comments = Mapping[Path, tuple[str, ...]]
"""Lines of comment by the path of the value they stand above; those of the empty path open the file."""


class _Notes(NamedTuple):
    """The lines above each path, and all paths that have a comment somewhere inside."""

    above: Comments
    around: frozenset[Path]


class Written(str):
    """A scalar that is written as it is: `84_000`, `18%`, `42万`."""

    __slots__ = ()


def yaml_text(values: Mapping[str, Any], comments: Comments) -> str:
    """The text. It reads back as these values, comments aside."""
    notes = _Notes(comments, frozenset(path[:length] for path in comments for length in range(len(path))))
    lines = [*_comment("", comments.get((), ()))]
    return "\n".join([*lines, *_mapping(values, (), notes)]) + "\n"


def _comment(pad: str, lines: tuple[str, ...]) -> Iterator[str]:
    """Lines of comment. They may repeat names of the plan: what YAML takes for the end of a line is written out."""
    for line in lines:
        parts = wrap(line, COMMENT_WIDTH, break_long_words=False, break_on_hyphens=False)
        yield from (f"{pad}# {visible(part)}" for part in parts)


def _mapping(values: Mapping[str, Any], path: Path, notes: _Notes) -> Iterator[str]:
    """The members one below the other; those of a section are all of one form."""
    pad = STEP * len(path)
    long = len(path) == 1 and not all(_fits(v, (*path, k), notes, len(pad + _key(k)) + 1) for k, v in values.items())
    for key, value in values.items():
        here = (*path, key)
        if not path and isinstance(value, (dict, list, tuple)) and value and not _fits(value, here, notes):
            yield ""
        yield from _comment(pad, notes.above.get(here, ()))
        yield from _member(f"{pad}{_key(key)}:", value, here, notes, block=long)


def _member(head: str, value: Any, path: Path, notes: _Notes, *, block: bool) -> Iterator[str]:
    open_up = block and isinstance(value, dict) and len(value) > 1
    if not isinstance(value, (dict, list, tuple)) or (not open_up and _fits(value, path, notes, len(head))):
        yield f"{head} {_flow(value, path, inside=False)}"
    elif isinstance(value, dict):
        yield head
        yield from _mapping(value, path, notes)
    else:
        yield head
        for number, item in enumerate(value):
            yield from _item(item, (*path, number), notes)


def _item(item: Any, path: Path, notes: _Notes) -> Iterator[str]:
    pad = STEP * (len(path) - 1)
    if not isinstance(item, dict) or _fits(item, path, notes, len(pad) + 2):
        yield f"{pad}- {_flow(item, path, inside=False)}"
        return
    lines = list(_mapping(item, path, notes))
    yield f"{pad}- {lines[0].removeprefix(STEP * len(path))}"
    yield from lines[1:]


def _fits(value: Any, path: Path, notes: _Notes, indent: int = 0) -> bool:
    """May it stand on one line? A section that has members does not, nor anything with a comment inside."""
    if not value or not isinstance(value, (dict, list, tuple)):
        return True
    if len(path) == 1 and isinstance(value, dict):
        return path == PERIOD
    if len(path) == 2 and (path[0] in OWN_BLOCK or _has_mappings(value)):
        return False
    if path in notes.around:
        return False
    return indent + 1 + len(_flow(value, path, inside=False)) <= WIDTH


def _has_mappings(value: Any) -> bool:
    return any(isinstance(inner, dict) for inner in (value.values() if isinstance(value, dict) else value))


def _flow(value: Any, path: Path, *, inside: bool) -> str:
    if isinstance(value, dict):
        members = (f"{_key(key)}: {_flow(member, (*path, key), inside=True)}" for key, member in value.items())
        return f"{{{', '.join(members)}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_flow(item, path, inside=True) for item in value)}]"
    return scalar(value, grouped="traits" not in path, inside=inside)


def _key(key: Any) -> str:
    return scalar(key, grouped=False, inside=True)


def scalar(value: Any, *, grouped: bool = True, inside: bool = False) -> str:
    """A scalar that reads back as the same value. `inside`: within braces or brackets, where more has to be quoted."""
    if isinstance(value, Written):
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return f"{value:_}" if grouped and abs(value) >= 1000 else str(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if value is None:
        return "null"
    return _text(str(value), inside=inside)


def _text(text: str, *, inside: bool) -> str:
    plain = text != "" and text.isprintable() and resolve(text) == text and not SPECIAL.search(text)
    if plain and not (inside and FLOW_SPECIAL.search(text)) and text not in ("---", "..."):
        return text
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character == "\n":
        return "\\n"
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
