"""Inline ignores: `# roadmapctl: ignore[RM604] reason` at the end of the line a finding is on."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from roadmapctl.diagnostics.diagnostic import Diagnostic, Severity
from roadmapctl.diagnostics.message import Message
from roadmapctl.diagnostics.span import Span

WORD = "roadmapctl"
FAMILY = 2
"""Letters of the shortest family, RM: all findings of a line."""

MARK = r"#[^\S\r\n]*roadmapctl[^\S\r\n]*[:：][^\S\r\n]*ignore(?:\[([^][#\r\n]*)\])?"
CODE = r"[^\s,，;；、]+"
MAX_HINTS = 200
"""Wrong codes that are compared with the right ones; a flood of them stays cheap."""

HOW = Message(
    "write the code and the reason: # roadmapctl: ignore[RM604] agreed with sales",
    "请写明代码和理由：# roadmapctl: ignore[RM604] 已与销售确认",
)


class Ignore(NamedTuple):
    """A comment that ignores findings of its line, and its codes or families by what is written, each at its place."""

    span: Span
    codes: dict[str, Span]


def apply_ignores(
    diagnostics: Iterable[Diagnostic],
    texts: Sequence[tuple[str, str]],
    is_comment: Callable[[int, int], bool] = lambda _text, _offset: True,
    mend: Callable[[str], Message | None] = lambda _code: None,
    complete: bool = True,
) -> Iterator[Diagnostic]:
    """The findings that no comment on their line ignores, and one for each ignore that is no use or cannot be understood.

    `texts` are the names and contents of the plan's files; `is_comment` says of a `#`, by the number of its text and its
    offset, whether it begins a comment; `mend` says what to write in place of a code that does not exist, None for one that
    does. Where a plan could not be held to every rule (`complete` is False), nothing is said of ignores without a use.
    """
    ignores = [found for number, (name, text) in enumerate(texts) for found in _ignores(number, name, text, is_comment)]
    wanted: dict[tuple[str, int, str], tuple[int, str]] = {}
    for index, ignore in enumerate(ignores):
        for code in ignore.codes:
            wanted.setdefault((ignore.span.file, ignore.span.line, code), (index, code))
    used: set[tuple[int, str]] = set()
    for diagnostic in diagnostics:
        hits = [wanted[place] for place in _places(diagnostic) if place in wanted] if wanted else []
        used.update(hits)
        if not hits:
            yield diagnostic
    yield from _useless(ignores, used, mend, complete)


def _places(diagnostic: Diagnostic) -> Iterator[tuple[str, int, str]]:
    """Where a comment that ignores this finding may be, by the code or family it names."""
    for length in range(FAMILY, len(diagnostic.code) + 1):
        yield diagnostic.span.file, diagnostic.span.line, diagnostic.code[:length]


def _ignores(number: int, name: str, text: str, is_comment: Callable[[int, int], bool]) -> Iterator[Ignore]:
    """The ignores of one text, in order, in a time that grows with its length."""
    if WORD not in text:
        return
    ends = re.finditer("\r\n|\r|\n", text)
    line, begin = 1, 0
    end = next(ends, None)
    for mark in re.finditer(MARK, text):
        while end is not None and end.start() < mark.start():
            line, begin = line + 1, end.end()
            end = next(ends, None)
        if not is_comment(number, mark.start()):
            continue
        stop = len(text) if end is None else end.start()
        span = Span(name, line, mark.start() - begin + 1, line, stop - begin + 1)
        yield Ignore(span, _codes(mark, span, begin))


def _codes(mark: re.Match[str], span: Span, begin: int) -> dict[str, Span]:
    """The codes in the brackets, in capitals, and where each of them stands."""
    if mark.group(1) is None:
        return {}
    at = mark.start(1) - begin + 1
    return {
        code.group().upper(): span._replace(column=at + code.start(), end_column=at + code.end())
        for code in re.finditer(CODE, mark.group(1))
    }


def _useless(
    ignores: list[Ignore], used: set[tuple[int, str]], mend: Callable[[str], Message | None], complete: bool
) -> Iterator[Diagnostic]:
    hints = 0
    for index, ignore in enumerate(ignores):
        if not ignore.codes:
            message = Message("this ignore names no code in brackets", "此忽略标记没有在方括号中写明代码")
            yield Diagnostic("RM096", Severity.WARNING, ignore.span, message, HOW)
        unused = []
        for code in (c for c in ignore.codes if (index, c) not in used):
            help = mend(code) if hints < MAX_HINTS else HOW
            if help is None:
                unused.append(code)
            else:
                hints += 1
                message = Message("there is no code {code} to ignore", "没有 {code} 这个代码，无法忽略", {"code": code})
                yield Diagnostic("RM096", Severity.WARNING, ignore.codes[code], message, help)
        if unused and complete:
            yield _unused(ignore, unused)


def _unused(ignore: Ignore, codes: list[str]) -> Diagnostic:
    fields = {"code": ", ".join(codes)}
    message = Message("this ignore of {code} ignores nothing", "此处忽略 {code}，但没有可忽略的问题", fields)
    return Diagnostic("RM098", Severity.INFO, ignore.span, message, Message("delete it", "请删除"))
