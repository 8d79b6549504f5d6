"""Lists and mappings in brackets, as far as they are plainly written: `{metric: revenue, from: 5, tags: [new, "a, b"]}`."""

import re
from collections.abc import Iterator
from typing import Any

from roadmapctl.load.scalars import resolve

KEY = r"\w[\w.-]{0,99}+"
QUOTED = r""""[^"\n]*+"|'[^'\n]*+'"""
QUOTED_KEY = r""""[^"\n]{1,99}+"|'[^'\n]{1,99}+'"""
QUOTES = ("'", '"')

BRACKETS = r"(?!)"
for _ in range(4):  # so deep may brackets stand in each other
    BRACKETS = rf"""[\[{{](?:[^\[\]{{}}"'#]++|(?<=\w)'|{QUOTED}|{BRACKETS})*+[\]}}]"""
"""From an opening to its closing bracket, over several lines if need be."""

# What begins a text, what goes on with it, and what does so in some places only, as in `https://…` and `buyer's`.
TEXT = (
    r"""(?:[^-\s\[\]{},:?&*!|>%@`"'#.]|[-.](?=\d))[^\[\]{},:?"'#\n]*+(?:(?::(?=[\w/])|(?<=\w)')[^\[\]{},:?"'#\n]*+)*+"""
)

ITEM = re.compile(rf"(?s)\s*+(?:({KEY}|{QUOTED_KEY}):\s++)?(?:({TEXT})|({QUOTED}))?\s*+(?:([\[\]{{}},])|.)")
"""Key, text, text in quotes, and the mark that follows: all empty where a character stands that should not."""

OPENING = ("[", "{")
Items = Iterator[tuple[str, str, str, str]]


class Unusual(Exception):
    """The text holds something that is out of the ordinary."""


def collection(brackets: str) -> dict[str, Any] | list[Any]:
    """The value of what BRACKETS finds in a text. Raises Unusual."""
    items = iter(ITEM.findall(brackets))
    return _inside(items, next(items)[-1])


def _inside(items: Items, opening: str) -> dict[str, Any] | list[Any]:
    """The rest of a list or a mapping whose opening bracket was met."""
    return _list(items) if opening == "[" else _mapping(items)


def bare(key: str) -> str:
    """What stands in the quotes of a key. Raises Unusual for `<<`, which is a merge in quotes too."""
    if key[1:-1] == "<<":
        raise Unusual
    return key[1:-1]


def _list(items: Items) -> list[Any]:
    box: list[Any] = []
    for key, text, quoted, mark in items:
        if key:
            raise Unusual
        if text:
            box.append(resolve(text.rstrip(" ")))
        elif quoted:
            box.append(quoted[1:-1])
        elif mark in OPENING:
            box.append(_inside(items, mark))
            mark = _after(items)
        elif box or mark != "]":
            raise Unusual
        if mark == "]":
            return box
        if mark != ",":
            raise Unusual
    raise Unusual


def _mapping(items: Items) -> dict[str, Any]:
    box: dict[str, Any] = {}
    for key, text, quoted, mark in items:
        if not key and mark == "}" and not (box or text or quoted):
            return box
        if not key:
            raise Unusual
        if key[0] in QUOTES:
            key = bare(key)
        if key in box:
            raise Unusual
        if text:
            box[key] = resolve(text.rstrip(" "))
        elif quoted:
            box[key] = quoted[1:-1]
        elif mark in OPENING:
            box[key] = _inside(items, mark)
            mark = _after(items)
        else:
            raise Unusual
        if mark == "}":
            return box
        if mark != ",":
            raise Unusual
    raise Unusual


def _after(items: Items) -> str:
    """The mark after a closed bracket, where nothing else stands before it."""
    key, text, quoted, mark = next(items, ("", "", "", ""))
    if key or text or quoted:
        raise Unusual
    return mark
