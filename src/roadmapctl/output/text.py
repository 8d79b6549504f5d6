"""Findings as text: where, what, the line itself with a mark under it, and what to write instead."""

from collections.abc import Iterator

from roadmapctl.diagnostics import Diagnostic, Span
from roadmapctl.i18n.text import visible
from roadmapctl.output import MAX_SHOWN, Findings, sentence
from roadmapctl.output.place import file_name
from roadmapctl.output.wording import HELP, MENDS, SEVERITY, closing, more

WINDOW = 100
COLOURS = {"error": "31", "warning": "33", "info": "36", "bold": "1", "dim": "2"}


def as_text(findings: Findings, *, colour: bool = False) -> str:
    """The findings for a person, with a closing line that counts them."""
    shown = findings.diagnostics[:MAX_SHOWN]
    blocks = ["\n".join(_block(d, findings, colour)) for d in shown]
    rest = len(findings.diagnostics) - len(shown)
    if rest:
        blocks.append(more(rest, findings.language))
    blocks.append(closing(findings))
    return "\n\n".join(blocks) + "\n"


def _block(diagnostic: Diagnostic, findings: Findings, colour: bool) -> Iterator[str]:
    language, span = findings.language, diagnostic.span
    severity = _paint(SEVERITY[language][diagnostic.severity], diagnostic.severity.value, colour)
    place = _paint(_place(span), "bold", colour)
    yield f"{place}: {severity} {diagnostic.code} {sentence(diagnostic.message, language)}"
    yield from _excerpt(diagnostic, findings.lines.get(diagnostic.span), colour)
    if diagnostic.help is not None:
        mends = "" if diagnostic.fix is None else MENDS[language][diagnostic.fix.safe]
        yield f"  {HELP[language]}{sentence(diagnostic.help, language)}{mends}"
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
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def _paint(text: str, colour: str, on: bool) -> str:
    return f"\x1b[{COLOURS[colour]}m{text}\x1b[0m" if on else text
