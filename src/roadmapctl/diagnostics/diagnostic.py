"""A finding, as data."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from roadmapctl.diagnostics.message import Message
from roadmapctl.diagnostics.span import Path, Span


class Severity(StrEnum):
    """How much it matters. ERROR: the plan contradicts itself or cannot be computed; WARNING: weak; INFO: worth a look."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """3 for an error, 1 for an info: the higher, the worse."""
        return {"error": 3, "warning": 2, "info": 1}[self.value]


class Related(NamedTuple):
    """A second place that explains the first."""

    span: Span
    message: Message


class Diagnostic(NamedTuple):
    """What is wrong (`message`), where (`span` in the file, `path` in the plan), what to write instead (`help`)."""

    code: str
    severity: Severity
    span: Span
    message: Message
    help: Message | None = None
    path: Path = ()
    related: tuple[Related, ...] = ()


def worst(diagnostics: Iterable[Diagnostic]) -> Severity | None:
    """The highest severity among them; None when there are none."""
    return max((d.severity for d in diagnostics), key=lambda s: s.rank, default=None)
