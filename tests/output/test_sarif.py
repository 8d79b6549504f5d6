"""SARIF holds to its schema, and to what code scanning asks beyond it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

import jsonschema
import pytest

from roadmapctl.diagnostics import Diagnostic
from roadmapctl.i18n import LANGUAGES, Language
from roadmapctl.output import Findings
from roadmapctl.output.sarif import as_sarif
from roadmapctl.rules.engine import catalogue
from tests.output.nasty import DIAGNOSTICS, nasty
from tests.rules.test_pages import EXAMPLES

SCHEMA = json.loads((Path(__file__).parent / "sarif-schema-2.1.0.json").read_bytes())


def run_of(findings: Findings) -> dict[str, Any]:
    """The one run of a log that holds to the schema."""
    log = json.loads(as_sarif(findings))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    assert log["$schema"] == SCHEMA["id"]
    (run,) = log["runs"]
    return dict(run)


def of_every_page() -> Iterator[Diagnostic]:
    """What the rules find in the examples on their pages."""
    return (d for example in EXAMPLES if example.kind == "Bad" for d in example.findings())


@pytest.mark.parametrize("language", LANGUAGES)
def test_nasty_findings(language: Language) -> None:
    run = run_of(nasty(language))
    assert run["columnKind"] == "unicodeCodePoints"
    places = [r["locations"][0]["physicalLocation"] for r in run["results"]]
    for diagnostic, place in zip(DIAGNOSTICS, places, strict=True):
        address = place["artifactLocation"]["uri"]
        assert address.isascii() and urlsplit(address)[:2] == ("", "")
        assert unquote_to_bytes(address) == diagnostic.span.file.encode("utf-8", "surrogateescape")
    assert len({r["partialFingerprints"]["planPlace/v1"] for r in run["results"]}) == len(DIAGNOSTICS)
    assert "\\[x\\](http" in run["results"][0]["message"]["text"], "a plan's text became a link"


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_of_every_rule(language: Language) -> None:
    findings = Findings(tuple(of_every_page()), len(EXAMPLES), language, {}, rules=catalogue())
    run = run_of(findings)
    rules = run["tool"]["driver"]["rules"]
    assert [r["id"] for r in rules] == sorted({d.code for d in findings.diagnostics})
    for rule in rules:
        assert rule["name"].isalnum() and len(rule["name"]) <= 255
        assert rule["shortDescription"]["text"] and len(rule["fullDescription"]["text"]) <= 1024
        assert "Bad:" not in rule["fullDescription"]["text"] and "roadmap: 1" in rule["help"]["markdown"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"].strip()


def test_no_findings() -> None:
    run = run_of(Findings((), 3, "en", {}, rules=catalogue()))
    assert run["results"] == [] == run["tool"]["driver"]["rules"]
    assert run["properties"]["files"] == 3
