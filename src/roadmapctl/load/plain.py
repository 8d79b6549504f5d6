"""The values of a text that is plainly written, without their places and without a YAML parser.

Most plans have no findings, and then nobody asks where anything stands; and nearly all of a plan is `key: value`, lists and
brackets. So much of YAML is read here line by line, in half the time that a parser takes. Whatever else there is (block texts,
anchors, tags, escapes, tabs, several documents) and whatever may be a fault is left to `builder`, which reads all of YAML with
libyaml and alone knows what to say about it. What both read, they read the same: the tests hold them against each other.
"""

import re
from collections.abc import Sequence
from typing import Any

from roadmapctl.load.block import BLOCK, block_text
from roadmapctl.load.flow import BRACKETS, KEY, QUOTED, QUOTED_KEY, QUOTES, Unusual, bare, collection
from roadmapctl.load.scalars import resolve
from roadmapctl.load.source import Source

LONG = 300_000
"""Characters, as of a thousand tactics: in so long a text there is always something to find, and it would be read twice."""
DEEP = 40
"""Collections in each other, well below `builder.MAX_DEPTH`."""

LINE = re.compile(
    rf"(?m)^( *+)(- ++)?(?:({KEY}|{QUOTED_KEY}):(?= |$))? *+(?:(\w[^:#\n]*+)|({BRACKETS}|{QUOTED})(?: +#.*| *)|({BLOCK})|(.*))$"
)
"""Indent, dash, key; then one of: a text in which nothing needs a second look; what stands between brackets or quotes; a text in
the lines below; whatever else."""

NO_TEXT = frozenset("-,[]{}#&*!|>%@`?:'\"")
"""What no text without quotes begins with, but for a dash that no space follows."""


def plain_value(sources: Sequence[Source]) -> dict[str, Any] | None:
    """The mapping that `files` would make of a plan's texts, where it is certain that it would find no fault in them; else None."""
    try:
        first, *others = [_value(source) for source in sources]
        for other in others:
            _join(first, other, depth=0)
    except Unusual:
        return None
    return first


def _join(into: dict[str, Any], other: dict[str, Any], depth: int) -> None:
    """What `files` joins: sections (depth 0) and their members (depth 1)."""
    for key, part in other.items():
        if key not in into:
            into[key] = part
        elif depth < 1 and type(part) is dict and type(into[key]) is dict:
            _join(into[key], part, depth + 1)
        else:
            raise Unusual


def _value(source: Source) -> dict[str, Any]:
    text = source.text
    if len(text) > LONG or not source.is_visible or "\\" in text or "\r" in text:
        raise Unusual
    return _document(text.removeprefix("---\n").removesuffix("\n...\n"))


def _document(text: str) -> dict[str, Any]:
    """The mapping that a text holds. One loop on purpose: this is where the time goes.

    The members of `box` begin in `column`; `spot` is the key or index of the last one. Where nothing stood beside that key it is
    `waiting` for what may follow below; `prose` is a text that the next line may go on with.
    """
    outermost: dict[str, Any] = {"": None}
    box: Any = outermost
    column = -1
    spot: Any = ""
    waiting, prose = True, ""
    around: list[tuple[Any, int]] = []  # `box` and `column` of what is around, the innermost last
    for indent, dash, key, words, closed, block, rest in LINE.findall(text):
        at = len(indent)
        if key or dash:  # a member: of what is it one?
            if waiting or dash or at != column or type(box) is list:  # it is not just the next key of the same mapping
                if waiting and (at > column or (dash and at == column and type(box) is dict)):
                    inner: Any = [] if dash else {}
                    box[spot] = inner
                    around.append((box, column))
                    box, column = inner, at
                while at < column:
                    box, column = around.pop()
                if type(box) is list and not dash:  # a list may stand in the column of the key that it belongs to
                    box, column = around.pop()
                if at != column or (dash and type(box) is dict) or len(around) > DEEP:
                    raise Unusual
                if dash:
                    spot = len(box)
                    box.append(None)
                if dash and key:
                    inner = {}
                    box[spot] = inner
                    around.append((box, column))
                    box, column = inner, at + len(dash)
            if key:
                spot = bare(key) if key[0] in QUOTES else key
                if spot in box:
                    raise Unusual
        elif not (words or closed or block or rest) or rest[:1] == "#":
            prose = ""
            continue
        elif at <= column or not (waiting or prose) or column < 0:
            raise Unusual
        elif prose:  # the text above goes on
            if closed or block or " #" in rest:
                raise Unusual
            prose = f"{prose} {words.rstrip(' ') or _text(rest)}"
            box[spot] = resolve(prose)
            continue

        waiting, prose = False, ""  # now its value
        if words:
            prose = words.rstrip(" ")
            box[spot] = resolve(prose)
        elif closed:
            box[spot] = closed[1:-1] if closed[0] in QUOTES else collection(closed)
        elif block:
            if not text.endswith("\n"):  # then the last line of the text may have no end
                raise Unusual
            box[spot] = block_text(block, column)
        elif rest and rest[0] != "#":
            prose = _text(rest)
            box[spot] = resolve(prose)
            if " #" in rest:
                prose = ""
        elif key:
            box[spot], waiting = None, True
        else:
            raise Unusual
    value = outermost[""]
    if type(value) is not dict:
        raise Unusual
    return value


def _text(rest: str) -> str:
    """The text without quotes that is the rest of a line, but for a comment."""
    if rest[0] in NO_TEXT and (rest[0] != "-" or rest[1:2] in ("", " ")):
        raise Unusual
    text = rest.partition(" #")[0].rstrip(" ")
    if text[-1] == ":" or ": " in text:
        raise Unusual
    return text
