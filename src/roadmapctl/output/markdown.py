"""Findings as Markdown, for the comment of a pull request or the summary of a job."""

from collections.abc import Iterator

from roadmapctl.diagnostics import Diagnostic, Severity, Span
from roadmapctl.i18n.markdown import inline
from roadmapctl.output import MAX_SHOWN, Findings, sentence
from roadmapctl.output.place import file_name, repository_path
from roadmapctl.output.wording import SEVERITY, closing, more

MAX_CHARACTERS = 60_000
"""GitHub refuses a comment of more than 65,536 characters."""

ICONS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "ℹ️"}
COLUMNS = {
    "en": ("Severity", "Place", "Rule", "Finding", "What to write"),
    "zh": ("级别", "位置", "规则", "问题", "建议"),
}


def as_markdown(findings: Findings) -> str:
    """A heading that counts the findings, and a table of as many as fit a comment."""
    heading = f"### roadmapctl · {closing(findings).rstrip('.。')}\n"
    if not findings.diagnostics:
        return heading
    columns = COLUMNS[findings.language]
    rows = list(_fitting(findings))
    rest = len(findings.diagnostics) - len(rows)
    beyond = f"\n{more(rest, findings.language)}\n" if rest else ""
    return f"{heading}\n{_row(*columns)}{_row(*('---' for _ in columns))}{''.join(rows)}{beyond}"


def _fitting(findings: Findings) -> Iterator[str]:
    room = MAX_CHARACTERS
    for diagnostic in findings.diagnostics[:MAX_SHOWN]:
        row = _cells(diagnostic, findings)
        room -= len(row)
        if room < 0:
            return
        yield row


def _cells(diagnostic: Diagnostic, findings: Findings) -> str:
    language, help = findings.language, diagnostic.help
    return _row(
        f"{ICONS[diagnostic.severity]} {SEVERITY[language][diagnostic.severity]}",
        _place(diagnostic.span, findings.base),
        diagnostic.code,
        inline(sentence(diagnostic.message, language)),
        "" if help is None else inline(sentence(help, language)),
    )


def _place(span: Span, base: str) -> str:
    """As code, unless it holds what ends a cell or a stretch of code and cannot be escaped there."""
    place = f"{file_name(repository_path(span.file, base))}:{span.line}:{span.column}"
    return inline(place) if any(c in place for c in "`|\\") else f"`{place}`"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"
