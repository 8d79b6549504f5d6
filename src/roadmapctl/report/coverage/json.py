"""Coverage as JSON: stable and versioned."""

import json
from collections.abc import Callable
from typing import Any

from roadmapctl.diagnostics import Path, Span
from roadmapctl.frameworks.coverage import Coverage, Judged
from roadmapctl.i18n import Language
from roadmapctl.report.coverage.view import CoverageView, nowhere, where

SpanOf = Callable[[Path], Span | None]


def coverage_json(found: tuple[Coverage, ...], language: Language, span_of: SpanOf) -> str:
    """One JSON object; `next` is the id of the element to answer next. Line and column are null where nothing is written yet."""
    data = {"version": 1, "methods": [_method(CoverageView(one, language, nowhere), span_of) for one in found]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _method(view: CoverageView, span_of: SpanOf) -> dict[str, Any]:
    coverage = view.coverage
    states = [one.state for one in coverage.counted]
    return {
        "id": coverage.method.id,
        "title": view.said(coverage.method.title),
        "share": round(float(coverage.share), 6),
        "present": states.count("present"),
        "thin": states.count("thin"),
        "missing": states.count("missing"),
        "later": len(coverage.judged) - len(states),
        "next": None if coverage.next is None else coverage.next.element.id,
        "elements": [_element(one, view, span_of) for one in coverage.judged],
    }


def _element(one: Judged, view: CoverageView, span_of: SpanOf) -> dict[str, Any]:
    span = None if one.state == "missing" else span_of(one.path)
    return {
        "id": one.element.id,
        "title": view.said(one.element.title),
        "step": view.said(one.step.title),
        "state": one.state,
        "later": one.element.later,
        "path": where(one),
        "file": None if span is None else span.file,
        "line": None if span is None else span.line,
        "column": None if span is None else span.column,
        "places": one.places,
        "reason": view.reason(one) or None,
        "question": view.said(one.element.question),
    }
