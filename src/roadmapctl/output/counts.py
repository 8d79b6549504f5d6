"""How many findings of each severity."""

from collections.abc import Iterable
from typing import NamedTuple

from roadmapctl.diagnostics import Diagnostic, Severity


class Counts(NamedTuple):
    """Findings by severity."""

    errors: int
    warnings: int
    infos: int


def count(diagnostics: Iterable[Diagnostic]) -> Counts:
    """Count findings by severity."""
    found = [d.severity for d in diagnostics]
    return Counts(found.count(Severity.ERROR), found.count(Severity.WARNING), found.count(Severity.INFO))
