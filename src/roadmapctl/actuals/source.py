"""What every source of actual figures does, and what it gives: records, and what is wrong with them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from roadmapctl.diagnostics import Message, Severity, Span
from roadmapctl.diagnostics import Path as PlanPath
from roadmapctl.load.source import Source as Text
from roadmapctl.model import Plan
from roadmapctl.model.actuals import Recorded

Reader = Callable[[Path], Sequence[tuple[str, bytes]]]
"""From a path to the names and contents of the files there; raises Unreachable."""


class Fault(NamedTuple):
    """Something wrong: in the source at `span`, or, without one, in the plan at `measurement.actuals` and the keys below it."""

    code: str
    severity: Severity
    message: Message
    help: Message
    span: Span | None = None
    keys: PlanPath = ()


class Reading(NamedTuple):
    """What a source gave: None where it could not be read at all. `text` is what the faults' spans are in."""

    recorded: Recorded | None
    faults: tuple[Fault, ...] = ()
    text: Text | None = None


class ActualsSource(Protocol):
    """A file, and later a database or a query: whatever has figures with a date, a metric and a value."""

    @property
    def name(self) -> str:
        """What to call it in words; never with a password in it."""

    def records(self, plan: Plan, folder: Path, read: Reader) -> Reading:
        """Its records. `folder` is the plan's; whatever lies in files is asked of `read`, so that a cache knows of it."""
