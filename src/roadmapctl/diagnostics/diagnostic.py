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


class Edit(NamedTuple):
    """Put `text` in the place of a stretch of a file."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A mechanical mend: its edits of the plan's text. `safe`: it keeps what the writer meant; else it is a guess."""

    edits: tuple[Edit, ...]
    safe: bool


class Diagnostic(NamedTuple):
    """What is wrong (`message`), where (`span` in the file, `path` in the plan), what to write instead (`help`).

    `fix` is worked out after the check, and only where somebody asks for it.
    """

    code: str
    severity: Severity
    span: Span
    message: Message
    help: Message | None = None
    path: Path = ()
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


def worst(diagnostics: Iterable[Diagnostic]) -> Severity | None:
    """The highest severity among them; None when there are none."""
    return max((d.severity for d in diagnostics), key=lambda s: s.rank, default=None)
