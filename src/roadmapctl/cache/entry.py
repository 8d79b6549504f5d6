"""Findings as JSON and back: data only, so that a file can say something wrong but never do anything.

Sentences are kept as they are said in both languages, with the values they speak of as text, which fingerprints are made of.
Reading believes nothing: what is not exactly what is written here is no entry, and text is made safe to show once more.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from roadmapctl.diagnostics import Diagnostic, Edit, Fix, Message, Path, Related, Severity, Span
from roadmapctl.i18n import LANGUAGES
from roadmapctl.i18n.text import say, visible
from roadmapctl.output.findings import Told

Entry = tuple[Told, Mapping[str, str]]
"""What is known of a plan, and the digests of what was read beside it, by path."""


def as_bytes(told: Told, beside: Mapping[str, str], files: Sequence[str]) -> bytes:
    """An entry about a plan of these files, the main one first. Raises ValueError for what would not come back as it is."""
    value = [
        told.language,
        [_diagnostic(d, files) for d in told.diagnostics],
        [[files.index(file), number, line] for (file, number), line in told.lines.items()],
        dict(beside),
    ]
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def from_bytes(data: bytes, files: Sequence[str]) -> Entry | None:
    """The entry in these bytes, or None where they hold anything else."""
    try:
        language, diagnostics, lines, beside = json.loads(data.decode("utf-8", "surrogatepass"))
        if language is not None and language not in LANGUAGES:
            _refuse()
        found = {(files[_number(file)], _number(line)): _text(text) for file, line, text in lines}
        told = Told(files[0], language, tuple(_read(d, files) for d in diagnostics), found)
        return told, {_text(path): _text(digest) for path, digest in beside.items()}
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None


def _diagnostic(diagnostic: Diagnostic, files: Sequence[str]) -> list[Any]:
    code, severity, span, message, help, path, related, fix = diagnostic
    return [
        code,
        severity.value,
        _span(span, files),
        _message(message),
        None if help is None else _message(help),
        list(path),
        [[_span(r.span, files), _message(r.message)] for r in related],
        None if fix is None else [fix.safe, [[_span(e.span, files), _insertion(e.text)] for e in fix.edits]],
    ]


def _span(span: Span, files: Sequence[str]) -> list[int]:
    return [files.index(span.file), *span[1:]]


def _message(message: Message) -> list[Any]:
    said = [say(message.en, message.zh, message.fields, language) for language in ("en", "zh")]
    if any(visible(text) != text for text in said):
        _refuse()
    return [*said, {name: str(value) for name, value in message.fields.items()}]


def _read(value: Any, files: Sequence[str]) -> Diagnostic:
    code, severity, span, message, help, path, related, fix = value
    if not (_text(code).isascii() and code.isalnum()):
        _refuse()
    return Diagnostic(
        code,
        Severity(severity),
        _read_span(span, files),
        _read_message(message),
        None if help is None else _read_message(help),
        _read_path(path),
        tuple(Related(_read_span(span, files), _read_message(message)) for span, message in related),
        None if fix is None else _read_fix(fix, files),
    )


def _read_span(value: Any, files: Sequence[str]) -> Span:
    file, line, column, end_line, end_column = (_number(number) for number in value)
    return Span(files[file], line, column, end_line, end_column)


def _read_message(value: Any) -> Message:
    en, zh, fields = value
    return Message(_said(en), _said(zh), {_text(name): _text(field) for name, field in fields.items()})


def _said(text: Any) -> str:
    """A finished sentence as a template that says it."""
    return visible(_text(text)).replace("{", "{{").replace("}", "}}")


def _read_path(value: Any) -> Path:
    return tuple(step if type(step) is str else _number(step) for step in value)


def _read_fix(value: Any, files: Sequence[str]) -> Fix:
    safe, edits = value
    if type(safe) is not bool:
        _refuse()
    return Fix(tuple(Edit(_read_span(span, files), _insertion(text)) for span, text in edits), safe)


def _insertion(value: Any) -> str:
    """A text for a plan, which must be put in as it is, and so must be safe to show as it is."""
    text = _text(value)
    line = text.replace("\n", "")
    return text if visible(line) == line else _refuse()


def _text(value: Any) -> str:
    return value if type(value) is str else _refuse()


def _number(value: Any) -> int:
    return value if type(value) is int and 0 <= value < 1 << 31 else _refuse()


def _refuse() -> NoReturn:
    raise ValueError("no entry")
