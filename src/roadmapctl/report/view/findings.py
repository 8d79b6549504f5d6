"""What the checks still have to say about the plan."""

from collections.abc import Sequence
from typing import NamedTuple

from roadmapctl.diagnostics import Diagnostic, dotted
from roadmapctl.i18n.text import say
from roadmapctl.report.wording import Wording

MAX_SHOWN = 200


class FindingRow(NamedTuple):
    """A warning or an info, placed by its path in the plan."""

    severity: str
    code: str
    place: str
    message: str


class FindingsView(NamedTuple):
    """The section; `more` says how many are left out, if any are."""

    rows: tuple[FindingRow, ...]
    more: str


def findings_view(words: Wording, diagnostics: Sequence[Diagnostic]) -> FindingsView | None:
    """The section, or None where nothing is open. The worst come first."""
    if not diagnostics:
        return None
    worst_first = sorted(diagnostics, key=lambda d: -d.severity.rank)
    left_out = len(diagnostics) - MAX_SHOWN
    return FindingsView(
        rows=tuple(_row(diagnostic, words) for diagnostic in worst_first[:MAX_SHOWN]),
        more=words.label("more_findings", number=words.count(left_out)) if left_out > 0 else "",
    )


def _row(diagnostic: Diagnostic, words: Wording) -> FindingRow:
    message = diagnostic.message
    return FindingRow(
        severity=words.choice("severity", diagnostic.severity.value),
        code=diagnostic.code,
        place=dotted(diagnostic.path),
        message=say(message.en, message.zh, message.fields, words.language),
    )
