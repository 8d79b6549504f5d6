"""Findings as a GitLab code quality report."""

import json
from typing import Any

from roadmapctl.diagnostics import Diagnostic, Severity
from roadmapctl.output import MAX_LISTED, Findings, sentence
from roadmapctl.output.fingerprint import fingerprints
from roadmapctl.output.place import file_name, repository_path
from roadmapctl.output.wording import HELP, more

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def as_gitlab(findings: Findings) -> str:
    """The findings as one JSON list. It has no place for counts: where findings are left out, a last entry says how many."""
    listed = findings.diagnostics[:MAX_LISTED]
    prints = fingerprints(listed, findings.base)
    issues = [_issue(d, mark, findings) for d, mark in zip(listed, prints, strict=True)]
    rest = len(findings.diagnostics) - len(listed)
    if rest:
        description = {"description": more(rest, findings.language), "check_name": "roadmapctl", "severity": "info"}
        issues.append({**issues[-1], **description, "fingerprint": "0" * 32})
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(diagnostic: Diagnostic, fingerprint: str, findings: Findings) -> dict[str, Any]:
    span, language = diagnostic.span, findings.language
    description = sentence(diagnostic.message, language)
    if diagnostic.help is not None:
        description += f" ({HELP[language]}{sentence(diagnostic.help, language)})"
    return {
        "description": description,
        "check_name": diagnostic.code,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[diagnostic.severity],
        "location": {
            "path": file_name(repository_path(span.file, findings.base)),
            "lines": {"begin": span.line, "end": span.end_line},
        },
    }
