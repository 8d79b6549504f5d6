"""The records of a plan up to a day, as courses of values: what was counted, and nothing twice."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import groupby
from typing import Literal, NamedTuple

from roadmapctl.analysis.rounding import EXACT, exact_sum
from roadmapctl.analysis.status.result import Basis, Gap, Kind
from roadmapctl.model import Plan
from roadmapctl.model.actuals import SPEND, Record
from roadmapctl.model.metrics import Metric

Part = Literal["source", "segment", "tactic"]
PARTS: tuple[Part, ...] = ("source", "segment", "tactic")
DIVISIONS: tuple[tuple[Part, ...], ...] = (("segment",), ("source",), ("source", "segment"))
"""By what a stock may be divided, the first that is found."""


class Point(NamedTuple):
    """What a metric had come to by the end of a day."""

    day: date
    value: Decimal


class Track(NamedTuple):
    """The course of a metric, one point for each day with a record."""

    points: tuple[Point, ...]
    basis: Basis

    def until(self, day: date) -> Point | None:
        """The last point on or before a day."""
        return next((point for point in reversed(self.points) if point.day <= day), None)


def kind_of(metric: Metric | None, id: str | None = None) -> Kind | None:
    """How a metric's records make its value; None where the plan does not say. Money spent adds up."""
    if metric is None:
        return "flow" if id == SPEND else None
    return "rate" if metric.is_rate else metric.kind


def counted(records: Sequence[Record], parts: tuple[Part, ...] = PARTS) -> list[Record]:
    """Of the records of one metric and time those that make the whole.

    They are the rows without any part, if there are such; else the rows of each source by the same rule, of each segment,
    and of each tactic: every unit stands in one row.
    """
    whole = [record for record in records if all(getattr(record, part) is None for part in parts)]
    if whole or not parts:
        return whole
    groups: dict[str | None, list[Record]] = defaultdict(list)
    for record in records:
        groups[getattr(record, parts[0])].append(record)
    return [record for group in groups.values() for record in counted(group, parts[1:])]


class Ledger:
    """What is recorded of each metric until the end of a day."""

    def __init__(self, plan: Plan, as_of: date) -> None:
        """The records of a plan; those after the day are left aside."""
        self._plan = plan
        self._records: dict[str, list[Record]] = defaultdict(list)
        for record in plan.recorded.records if plan.recorded is not None else ():
            if record.date <= as_of:
                self._records[record.metric].append(record)
        self.track = cache(self._track)
        self.part = cache(self._part)

    def kind(self, metric: str | None) -> Kind | None:
        """How a metric's records make its value."""
        return kind_of(self._plan.metrics.get(metric or ""), metric)

    def _track(
        self, metric: str, start: date, segment: str | None = None, baseline: Decimal | None = None
    ) -> Track | Gap:
        """The course of a metric: of a flow, what has come since `start`; of a stock or a rate, where it stood.

        With a segment, of its own records where there are any. A stock of which only tactics' additions are recorded stands
        at `baseline` and what they added.
        """
        records, kind = self._records.get(metric, []), self.kind(metric)
        if kind is None:
            return "no_kind"
        own = [r for r in records if r.segment == segment and (kind == "flow" or r.tactic is None)]
        if segment is not None and own:
            found = self._course([record._replace(segment=None) for record in own], kind, start, baseline)
            return found._replace(basis="segment") if isinstance(found, Track) else found
        return self._course(records, kind, start, baseline)

    def _course(self, records: Sequence[Record], kind: Kind, start: date, baseline: Decimal | None) -> Track | Gap:
        if not records:
            return "no_records"
        if kind == "flow":
            return _flow(records, start)
        if kind == "rate":
            whole = [record for record in records if record.is_whole]
            return Track(_values(whole), "whole") if whole else "only_parts"
        return _stock([r for r in records if r.tactic is None]) or _by_tactics(records, start, baseline)

    def _part(self, metric: str, part: Part, since: date, until: date) -> Mapping[str, Fraction]:
        """What each source, segment or tactic brought of a metric in some days; of a stock, what tactics added."""
        groups: dict[str, list[Record]] = defaultdict(list)
        for record in self._records.get(metric, []):
            name = getattr(record, part)
            if name is not None and since <= record.date <= until:
                groups[name].append(record)
        others = tuple(other for other in PARTS if other != part)
        return {name: exact_sum(r.value for r in _by_month(rows, others)) for name, rows in groups.items()}

    def names(self, part: Part) -> frozenset[str]:
        """The sources, segments or tactics that any record names."""
        return frozenset(
            name for rows in self._records.values() for r in rows if (name := getattr(r, part)) is not None
        )


def _by_month(records: Iterable[Record], parts: tuple[Part, ...] = PARTS) -> list[Record]:
    """The records that count, month by month: a month's rows without parts are its whole, whenever its parts were recorded."""
    months = groupby(records, key=lambda record: (record.date.year, record.date.month))
    return [record for _, rows in months for record in counted(list(rows), parts)]


def _flow(records: Sequence[Record], start: date) -> Track:
    rows = sorted(_by_month(record for record in records if record.date >= start), key=lambda record: record.date)
    basis: Basis = "whole" if all(record.is_whole for record in rows) else "parts"
    return Track(_summed(rows), basis)


def _summed(rows: Iterable[Record], first: Decimal = Decimal(0)) -> tuple[Point, ...]:
    points, total = [], first
    for day, group in groupby(rows, key=lambda record: record.date):
        for record in group:
            total = EXACT.add(total, record.value)
        points.append(Point(day, total))
    return tuple(points)


def _values(rows: Iterable[Record]) -> tuple[Point, ...]:
    return tuple(Point(record.date, record.value) for record in rows)


def _stock(records: Sequence[Record]) -> Track | None:
    """Where a stock stood: by its whole; else the sum of its parts, each as it was recorded last."""
    whole = [record for record in records if record.is_whole]
    if whole:
        return Track(_values(whole), "whole")
    for division in DIVISIONS:
        rows = [r for r in records if all((getattr(r, part) is not None) == (part in division) for part in PARTS)]
        if rows:
            return Track(_together(rows), "parts")
    return None


def _together(rows: Iterable[Record]) -> tuple[Point, ...]:
    latest: dict[tuple[str | None, str | None], Decimal] = {}
    points = []
    for day, group in groupby(rows, key=lambda record: record.date):
        latest.update({(record.source, record.segment): record.value for record in group})
        total = Decimal(0)
        for value in latest.values():
            total = EXACT.add(total, value)
        points.append(Point(day, total))
    return tuple(points)


def _by_tactics(records: Sequence[Record], start: date, baseline: Decimal | None) -> Track | Gap:
    if baseline is None:
        return "only_parts"
    rows = _by_month(record for record in records if record.tactic is not None and record.date >= start)
    return Track(_summed(rows, baseline), "tactics")
