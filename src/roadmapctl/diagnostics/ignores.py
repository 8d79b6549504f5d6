"""Inline ignores: `# roadmapctl: ignore[RM604] reason` at the end of the line a finding is on."""

import re
from collections.abc import Iterable, Iterator, Sequence

from roadmapctl.diagnostics.diagnostic import Diagnostic, Severity
from roadmapctl.diagnostics.message import Message
from roadmapctl.diagnostics.span import Span

MARK = "roadmapctl: ignore"
COMMENT = r"#[^\S\n]*roadmapctl: ignore\[([A-Z0-9, ]*)\]"


def apply_ignores(diagnostics: Iterable[Diagnostic], texts: Sequence[tuple[str, str]]) -> Iterator[Diagnostic]:
    """The findings that no comment on their line ignores, and one for each ignore that had nothing to ignore.

    `texts` are the names and contents of the plan's files.
    """
    ignores = dict(_comments(texts))
    used: set[tuple[str, int, str]] = set()
    for diagnostic in diagnostics:
        place = (diagnostic.span.file, diagnostic.span.line, diagnostic.code)
        if place in ignores:
            used.add(place)
        else:
            yield diagnostic
    for place, span in ignores.items():
        if place not in used:
            message = Message(
                "this ignore of {code} ignores nothing", "此处忽略 {code}，但没有可忽略的问题", {"code": place[2]}
            )
            yield Diagnostic("RM098", Severity.INFO, span, message, Message("delete it", "请删除"))


def _comments(texts: Sequence[tuple[str, str]]) -> Iterator[tuple[tuple[str, int, str], Span]]:
    for name, text in texts:
        if MARK not in text:
            continue
        for number, line in enumerate(re.split("\r\n|\r|\n", text), 1):
            found = re.search(COMMENT, line) if MARK in line else None
            for code in re.findall("[A-Z0-9]+", found.group(1)) if found else ():
                start = found.start() + 1 if found else 1
                yield (name, number, code), Span(name, number, start, number, len(line) + 1)
