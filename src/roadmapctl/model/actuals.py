"""What really happened, as a source of actual figures gives it: one record a figure."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

SPEND = "spend"
"""The metric of money spent, in the plan's currency. It needs no entry in `metrics`."""


class Record(NamedTuple):
    """A figure of a day: how much of a flow came since the record before it, or where a stock or a rate stood.

    A record without source, segment and tactic is the whole of its metric; with one of them it is that part of it. One that
    names a tactic says what the tactic added, of a stock too. `line` is where it stands in the file.
    """

    date: date
    metric: str
    value: Decimal
    source: str | None = None
    segment: str | None = None
    tactic: str | None = None
    line: int = 0

    @property
    def is_whole(self) -> bool:
        """Is it the whole of its metric?"""
        return self.source is None and self.segment is None and self.tactic is None


class Recorded(NamedTuple):
    """The records of a plan, in order of their dates; `name` is what the plan calls their source."""

    name: str
    records: tuple[Record, ...]
