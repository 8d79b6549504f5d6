"""Lines indented with tabs, no-break or ideographic spaces, indented with spaces instead."""

import re
from itertools import pairwise

from roadmapctl.diagnostics import Edit, Fix
from roadmapctl.fixes.token import stretch
from roadmapctl.load.source import Source

ODD = re.compile("[ ]*[\u00a0\u3000\t]")
WHITE = re.compile("[ \u00a0\u3000\t]*")
OPENER = re.compile(r":\s*(?:#.*|[|>][-+0-9]*\s*)?$")
WIDTHS = (2, 4, 8)
CELLS = {"\u3000": 2, "\u00a0": 1}
MAX_LINES = 2_000


def indented_with_spaces(source: Source, number: int) -> Fix | None:
    """The run of such lines from this one on. Safe where every width of a tab would give the same structure."""
    if not ODD.match(source.line(number)):
        return None
    run = _run(source, number)
    before = [line for n in range(max(1, number - MAX_LINES), number) if (line := source.line(n)).strip()]
    unit = _unit(before)
    read = {width: _structure(before, [_spaced(line, width) for line in run]) for width in {unit, *WIDTHS}}
    fitting = {structure for structure in read.values() if structure is not None}
    width = unit if read[unit] is not None else next((w for w in WIDTHS if read[w] is not None), None)
    if width is None:
        return None
    edits = (
        Edit(stretch(source, number + i, 0, _depth(line)), _spaced(line, width)[: -len(line.lstrip()) or None])
        for i, line in enumerate(run)
        if line.strip()
    )
    return Fix(tuple(edits), safe=len(fitting) == 1)


def _run(source: Source, number: int) -> list[str]:
    lines: list[str] = []
    while number <= len(source.line_starts) and len(lines) < MAX_LINES:
        line = source.line(number)
        if line.strip() and not ODD.match(line):
            break
        lines.append(line)
        number += 1
    return lines


def _unit(lines: list[str]) -> int:
    """The step by which a text is indented: its smallest; 2 where nothing is."""
    depths = sorted({_depth(line) for line in lines})
    return min((b - a for a, b in pairwise(depths)), default=2)


def _depth(line: str) -> int:
    match = WHITE.match(line)
    return match.end() if match else 0


def _spaced(line: str, width: int) -> str:
    depth = _depth(line)
    spaces = sum(width if c == "\t" else CELLS.get(c, 1) for c in line[:depth])
    return " " * spaces + line[depth:]


def _structure(before: list[str], run: list[str]) -> tuple[int, ...] | None:
    """For each line the one it hangs on; None where one of the run belongs to nothing above, or leaves a key without value."""
    parents: list[int] = []
    levels: list[tuple[int, int]] = [(0, -1)]  # the open depths, and the line that opened each
    opener = False
    for index, line in enumerate([*before, *run]):
        text = line.lstrip(" ")
        if not text.strip() or text.startswith("#"):
            continue
        depth = len(line) - len(text)
        if opener and depth > levels[-1][0]:
            levels.append((depth, index - 1))
        elif opener and index >= len(before) and not text.startswith("- "):
            return None
        while levels and depth < levels[-1][0]:
            levels.pop()
        if not levels or depth != levels[-1][0]:
            return None
        parents.append(levels[-1][1])
        if inner := re.match("(?:- +)+", text):
            levels.append((depth + inner.end(), index))
        opener = OPENER.search(text) is not None
    return tuple(parents)
