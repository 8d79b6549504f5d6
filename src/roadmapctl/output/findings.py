"""The findings of one or many plans, with the lines they are on."""

from collections.abc import Iterable
from typing import Any, Protocol

from roadmapctl.diagnostics import Diagnostic, Severity, Span
from roadmapctl.i18n import Language
from roadmapctl.output import MAX_SHOWN, Findings


class HasFindings(Protocol):
    """A plan that has been checked."""

    @property
    def document(self) -> Any:
        """The document: its value, and the source line of a span."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found in it."""


def collect(checked: Iterable[HasFindings], language: Language | None = None, *, least: str = "info") -> Findings:
    """Gather the findings of plans, at or above a severity. Of each plan only what will be shown is kept."""
    diagnostics: list[Diagnostic] = []
    lines: dict[Span, str] = {}
    clean: list[str] = []
    files = 0
    rank = Severity(least).rank
    for plan in checked:
        files += 1
        language = language or _language(plan.document.value)
        found = [d for d in plan.diagnostics if d.severity.rank >= rank]
        if not found:
            clean.append(plan.document.name)
        for diagnostic in found:
            if len(diagnostics) < MAX_SHOWN and (line := plan.document.source_line(diagnostic.span)) is not None:
                lines[diagnostic.span] = line
            diagnostics.append(diagnostic)
    return Findings(tuple(diagnostics), files, language or "en", lines, tuple(clean))


def _language(value: Any) -> Language | None:
    """The language a plan asks for, read from its raw header so that a broken plan is answered in it too."""
    wanted = value.get("language") if isinstance(value, dict) else None
    return "zh" if wanted == "zh" else "en" if wanted == "en" else None
