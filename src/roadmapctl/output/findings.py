"""The findings of one or many plans, with the lines they are on."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from roadmapctl.diagnostics import Diagnostic, Severity, Span
from roadmapctl.i18n import Language
from roadmapctl.output import MAX_SHOWN, Findings


class HasFindings(Protocol):
    """A plan that has been checked."""

    @property
    def name(self) -> str:
        """Its main file."""

    @property
    def language(self) -> Language | None:
        """The language it asks for."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found in it."""

    def source_line(self, span: Span) -> str | None:
        """The line of text a span begins in."""


class Told(NamedTuple):
    """What is left to tell about a plan: small enough to come from another process, and to be kept for another run.

    `lines` holds the source lines of its findings, by file and number.
    """

    name: str
    language: Language | None
    diagnostics: tuple[Diagnostic, ...]
    lines: Mapping[tuple[str, int], str]

    def source_line(self, span: Span) -> str | None:
        """The line of text a span begins in."""
        return self.lines.get((span.file, span.line))


def told(plan: HasFindings) -> Told:
    """What is left to tell about a plan."""
    lines = ((d.span.file, d.span.line, plan.source_line(d.span)) for d in plan.diagnostics)
    found = {(file, number): line for file, number, line in lines if line is not None}
    return Told(plan.name, plan.language, plan.diagnostics, found)


def collect(plans: Iterable[HasFindings], language: Language | None = None, *, least: str = "info") -> Findings:
    """Gather the findings of plans, at or above a severity. Of each plan only what will be shown is kept."""
    diagnostics: list[Diagnostic] = []
    lines: dict[Span, str] = {}
    clean: list[str] = []
    files = 0
    rank = Severity(least).rank
    for plan in plans:
        files += 1
        language = language or plan.language
        found = [d for d in plan.diagnostics if d.severity.rank >= rank]
        if not found:
            clean.append(plan.name)
        for diagnostic in found:
            if len(diagnostics) < MAX_SHOWN and (line := plan.source_line(diagnostic.span)) is not None:
                lines[diagnostic.span] = line
            diagnostics.append(diagnostic)
    return Findings(tuple(diagnostics), files, language or "en", lines, tuple(clean))
