"""Findings as JSON: stable and versioned."""

import json
from collections.abc import Iterable
from typing import Any

from roadmapctl.diagnostics import Diagnostic, Related, Span, dotted
from roadmapctl.i18n import Language
from roadmapctl.i18n.text import visible
from roadmapctl.output import MAX_SHOWN, Findings, sentence
from roadmapctl.output.counts import count
from roadmapctl.output.place import file_name


def as_json(findings: Findings) -> str:
    """The findings as one JSON object. `truncated` says how many were left out; the summary counts them all.

    `hidden` says how many more a baseline holds back, which nothing else counts.
    """
    shown = findings.diagnostics[:MAX_SHOWN]
    counts = count(findings.diagnostics)
    summary = {"errors": counts.errors, "warnings": counts.warnings, "infos": counts.infos, "files": findings.files}
    result: dict[str, Any] = {
        "version": 1,
        "summary": summary,
        "diagnostics": entries(shown, findings.language),
    }
    if len(shown) < len(findings.diagnostics):
        result["truncated"] = len(findings.diagnostics) - len(shown)
    if findings.hidden:
        result["hidden"] = findings.hidden
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def entries(diagnostics: Iterable[Diagnostic], language: Language) -> list[dict[str, Any]]:
    """Findings as JSON data."""
    return [_entry(diagnostic, language) for diagnostic in diagnostics]


def _entry(diagnostic: Diagnostic, language: Language) -> dict[str, Any]:
    """One finding as JSON data. `fix` is null where nothing mends it mechanically, or nobody has asked."""
    help, fix = diagnostic.help, diagnostic.fix
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        **_place(diagnostic.span),
        "path": visible(dotted(diagnostic.path))[:500],
        "message": sentence(diagnostic.message, language),
        "help": None if help is None else sentence(help, language),
        "fix": None if fix is None else {"safe": fix.safe},
        "related": [_related(r, language) for r in diagnostic.related],
    }


def _place(span: Span) -> dict[str, Any]:
    return {
        "file": file_name(span.file),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _related(related: Related, language: Language) -> dict[str, Any]:
    return {**_place(related.span), "message": sentence(related.message, language)}
