"""The elements of a method that are missing (RM016) or thin (RM017), as far as no rule of their own has found that already."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from roadmapctl.diagnostics import Diagnostic, Message, Path, Severity
from roadmapctl.frameworks import Framework
from roadmapctl.frameworks.element import Words
from roadmapctl.load import Document
from roadmapctl.model import Plan

if TYPE_CHECKING:
    from roadmapctl.frameworks.coverage import Judged

CODES = {"missing": "RM016", "thin": "RM017"}


def element_findings(
    plan: Plan,
    document: Document,
    unread: frozenset[Path],
    methods: tuple[Framework, ...],
    found: Sequence[Diagnostic],
) -> Iterator[Diagnostic]:
    """What the methods' elements lack; `found` is what the rules have said about the plan already.

    Nothing is said of a section that could not be read in full, nor of what is written while the plan runs.
    """
    if not methods:
        return
    from roadmapctl.frameworks.coverage import judge, said_in

    dark = {path[:1] for path in unread}
    codes, told = {finding.code for finding in found}, {finding.path for finding in found}
    there = said_in(plan)
    for method in methods:
        for step in method.steps:
            for element in step.elements:
                sections = {(path.partition(".")[0],) for path in (element.where, *element.beside)}
                hidden = dark and dark & {(), *sections}
                if element.later or hidden or not codes.isdisjoint(element.asks):
                    continue
                judged = judge(there, element, step, {})
                if judged.reason is not None and not (judged.state == "thin" and judged.path in told):
                    yield _finding(judged, judged.reason, document)


def _finding(judged: "Judged", reason: Message, document: Document) -> Diagnostic:
    en, zh = _literal(judged.element.title)
    message = Message(f"{en}: {reason.en}", f"{zh}：{reason.zh}", reason.fields)
    question = Message(*_literal(judged.element.question))
    span = document.span_of(judged.path, key=True)
    return Diagnostic(CODES[judged.state], Severity.WARNING, span, message, question, judged.path)


def _literal(words: Words) -> Words:
    """The words for a template: a brace in them is a brace."""
    en, zh = (text.replace("{", "{{").replace("}", "}}") for text in words)
    return en, zh
