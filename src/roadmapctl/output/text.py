"""Findings as text: where, what, the line itself with a mark under it, and what to write instead."""

import unicodedata
from collections.abc import Iterator

from roadmapctl.diagnostics import Diagnostic, Severity, Span
from roadmapctl.i18n.text import visible
from roadmapctl.output import MAX_SHOWN, Findings, sentence
from roadmapctl.output.counts import count
from roadmapctl.output.json import file_name

WINDOW = 100
COLOURS = {"error": "31", "warning": "33", "info": "36", "bold": "1", "dim": "2"}
SEVERITY = {
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"},
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"},
}


def as_text(findings: Findings, *, colour: bool = False) -> str:
    """The findings for a person, with a closing line that counts them."""
    shown = findings.diagnostics[:MAX_SHOWN]
    blocks = ["\n".join(_block(d, findings, colour)) for d in shown]
    rest = len(findings.diagnostics) - len(shown)
    if rest:
        blocks.append(f"… and {rest:,} more" if findings.language == "en" else f"……另有 {rest:,} 项")
    blocks.append(_closing(findings))
    return "\n\n".join(blocks) + "\n"


def _block(diagnostic: Diagnostic, findings: Findings, colour: bool) -> Iterator[str]:
    language, span = findings.language, diagnostic.span
    severity = _paint(SEVERITY[language][diagnostic.severity], diagnostic.severity.value, colour)
    place = _paint(_place(span), "bold", colour)
    yield f"{place}: {severity} {diagnostic.code} {sentence(diagnostic.message, language)}"
    yield from _excerpt(diagnostic, findings.lines.get(diagnostic.span), colour)
    if diagnostic.help is not None:
        yield f"  {'help' if language == 'en' else '建议'}: {sentence(diagnostic.help, language)}"
    for related in diagnostic.related[:5]:
        yield f"  {_place(related.span)}: {sentence(related.message, language)}"


def _place(span: Span) -> str:
    return f"{file_name(span.file)}:{span.line}:{span.column}"


def _excerpt(diagnostic: Diagnostic, line: str | None, colour: bool) -> Iterator[str]:
    """The source line and carets under the stretch meant; a long line is cut to a window around it."""
    if line is None or not line.strip():
        return
    span = diagnostic.span
    start, end = span.column - 1, max(span.end_column - 1, span.column)
    left = max(0, start - WINDOW // 2) if len(line) > WINDOW else 0
    before, marked = visible(line[left:start]), visible(line[start:end])[:WINDOW]
    after = visible(line[end : left + WINDOW])
    gutter, dots, rest = str(span.line), "…" if left else "", "…" if len(line) > left + WINDOW else ""
    carets = "^" * max(1, min(width(marked), WINDOW - width(before)))
    indent = " " * (len(dots) + width(before))
    yield f"  {_paint(gutter + ' |', 'dim', colour)} {dots}{before}{marked}{after}{rest}"
    yield f"  {_paint(' ' * len(gutter) + ' |', 'dim', colour)} {indent}{_paint(carets, diagnostic.severity.value, colour)}"


def width(text: str) -> int:
    """Terminal cells a text takes: 2 for wide and full-width characters, 0 for combining ones."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _closing(findings: Findings) -> str:
    counts = count(findings.diagnostics)
    files = findings.files
    if findings.language == "zh":
        if not findings.diagnostics:
            return f"{files} 个计划，没有发现问题。"
        return f"{files} 个计划：{counts.errors} 个错误，{counts.warnings} 个警告，{counts.infos} 个提示。"
    plans = f"{files:,} plan{'' if files == 1 else 's'}"
    if not findings.diagnostics:
        return f"{plans}, no findings."
    return f"{plans}: {_plural(counts.errors, 'error')}, {_plural(counts.warnings, 'warning')}, {_plural(counts.infos, 'info')}."


def _plural(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _paint(text: str, colour: str, on: bool) -> str:
    return f"\x1b[{COLOURS[colour]}m{text}\x1b[0m" if on else text
