"""Findings as SARIF 2.1.0, for code scanning and every viewer that reads it."""

import json
import re
from collections.abc import Sequence
from typing import Any

from roadmapctl import __version__
from roadmapctl.diagnostics import Diagnostic, Fix, Related, Severity, Span, dotted
from roadmapctl.i18n.text import visible
from roadmapctl.output import MAX_LISTED, Described, Findings, sentence
from roadmapctl.output.counts import count
from roadmapctl.output.fingerprint import fingerprints
from roadmapctl.output.place import repository_path, uri
from roadmapctl.output.wording import HELP

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
LANGUAGES = {"en": "en-US", "zh": "zh-CN"}


def as_sarif(findings: Findings) -> str:
    """The findings as one run with the rules that found something. The run's properties count all findings, listed or not."""
    listed = findings.diagnostics[:MAX_LISTED]
    codes = sorted({d.code for d in listed})
    places = {code: index for index, code in enumerate(codes)}
    prints = fingerprints(listed, findings.base)
    driver = {
        "name": "roadmapctl",
        "version": __version__,
        "semanticVersion": __version__,
        "language": LANGUAGES[findings.language],
        "rules": [_rule(code, findings) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": LANGUAGES[findings.language],
        "columnKind": "unicodeCodePoints",
        "results": [_result(d, places[d.code], mark, findings) for d, mark in zip(listed, prints, strict=True)],
        "properties": _counts(findings, listed),
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _counts(findings: Findings, listed: Sequence[Diagnostic]) -> dict[str, int]:
    counts = {**count(findings.diagnostics)._asdict(), "files": findings.files}
    rest = len(findings.diagnostics) - len(listed)
    return {**counts, "truncated": rest} if rest else counts


def _rule(code: str, findings: Findings) -> dict[str, Any]:
    described = findings.rules.get(code)
    return {"id": code} if described is None else {"id": code, **_description(described, findings)}


def _description(rule: Described, findings: Findings) -> dict[str, Any]:
    """A rule from its page: its first line is the title, the text down to the examples says why it matters and how to mend it."""
    page = rule.page.strip()
    text = page.partition("\n")[2]
    why = " ".join(text.partition("\nBad:\n")[0].split())
    return {
        "name": "".join(word[0].upper() + word[1:] for word in re.findall("[A-Za-z0-9]+", rule.title_en)),
        "shortDescription": {"text": rule.title_zh if findings.language == "zh" else rule.title_en},
        "fullDescription": {"text": why or rule.title_en},
        "help": {"text": page, "markdown": f"## {rule.title_en}\n{text}"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"problem.severity": PROBLEMS[rule.severity], "tags": ["marketing-plan"]},
    }


def _result(diagnostic: Diagnostic, rule: int, fingerprint: str, findings: Findings) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": _physical(diagnostic.span, findings.base)}
    if diagnostic.path:
        location["logicalLocations"] = [{"fullyQualifiedName": visible(dotted(diagnostic.path))[:500]}]
    result = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": LEVELS[diagnostic.severity],
        "message": {"text": _message(diagnostic, findings)},
        "locations": [location],
        "partialFingerprints": {"planPlace/v1": fingerprint},
    }
    if diagnostic.related:
        result["relatedLocations"] = [_related(i, r, findings) for i, r in enumerate(diagnostic.related)]
    if diagnostic.fix is not None and diagnostic.fix.safe:
        result["fixes"] = [_fix(diagnostic.fix, findings.base)]
    return result


def _fix(fix: Fix, base: str) -> dict[str, Any]:
    """The edits file by file, which a viewer can make."""
    changes: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        place = _physical(edit.span, base)
        replacement = {"deletedRegion": place["region"], "insertedContent": {"text": edit.text}}
        changes.setdefault(edit.span.file, []).append(replacement)
    return {
        "artifactChanges": [
            {"artifactLocation": _artifact(repository_path(file, base)), "replacements": replacements}
            for file, replacements in changes.items()
        ]
    }


def _message(diagnostic: Diagnostic, findings: Findings) -> str:
    language, help = findings.language, diagnostic.help
    said = sentence(diagnostic.message, language)
    return _plain(said if help is None else f"{said}\n{HELP[language]}{sentence(help, language)}")


def _plain(text: str) -> str:
    """A message in which a plan's text makes no link: viewers draw `[text](address)` as one."""
    return re.sub(r"([\[\]\\])", r"\\\1", text) if "](" in text else text


def _related(number: int, related: Related, findings: Findings) -> dict[str, Any]:
    return {
        "id": number,
        "message": {"text": _plain(sentence(related.message, findings.language))},
        "physicalLocation": _physical(related.span, findings.base),
    }


def _physical(span: Span, base: str) -> dict[str, Any]:
    return {
        "artifactLocation": _artifact(repository_path(span.file, base)),
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }


def _artifact(path: str) -> dict[str, str]:
    """Relative paths start at the root of the sources, wherever whoever reads this has them."""
    address = uri(path)
    return {"uri": address} if address.startswith("file:") else {"uri": address, "uriBaseId": "%SRCROOT%"}
