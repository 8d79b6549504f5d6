"""From rows to records."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TypeVar

from roadmapctl.actuals.cells import EMPTY, day, number
from roadmapctl.actuals.header import Columns
from roadmapctl.actuals.known import Known
from roadmapctl.actuals.source import Fault
from roadmapctl.diagnostics import Message, Severity, Span
from roadmapctl.load.delimited import Delimited, Row
from roadmapctl.model.actuals import Record
from roadmapctl.model.unreadable import Unreadable

T = TypeVar("T")
MAX_FAULTS = 10
"""Rows that are told one by one; the rest is counted."""


def records_of(table: Delimited, columns: Columns, known: Known) -> tuple[list[Record], list[Fault]]:
    """The records of the rows that can be read, as they stand, and what is wrong with the others.

    A row without a value is no record: nothing was measured.
    """
    reader = _Rows(table, columns, known)
    records: list[Record] = []
    faults: list[Fault] = []
    broken = 0
    for row in table.rows[1:]:
        try:
            record = reader.record(row)
        except _Unreadable as error:
            broken += 1
            if broken <= MAX_FAULTS:
                faults.append(error.fault(table))
            continue
        if record is not None:
            records.append(record)
    if broken > MAX_FAULTS:
        faults.append(_more(broken - MAX_FAULTS, faults[-1]))
    return records, faults


class _Unreadable(Exception):
    """A row's cell cannot be read."""

    def __init__(self, row: Row, at: int, message: Message, help: Message | None) -> None:
        super().__init__(message.en)
        self.row, self.at, self.message, self.help = row, at, message, help

    def fault(self, table: Delimited) -> Fault:
        span = table.span(self.row, self.at)
        return Fault("RM722", Severity.ERROR, self.message, self.help or Message(*EMPTY), span)


class _Rows:
    """Reads rows; days and names that have been read once are known the next time."""

    def __init__(self, table: Delimited, columns: Columns, known: Known) -> None:
        self._columns = columns
        self._known = known
        self._decimal_comma = table.delimiter in (";", "\t")
        self._days: dict[str, date] = {}

    def record(self, row: Row) -> Record | None:
        """The record of a row; None where it has no value or is of no metric of the plan. Raises _Unreadable."""
        columns = self._columns
        if len(row.cells) > columns.width and any(map(str.strip, row.cells[columns.width :])):
            raise _Unreadable(row, columns.width, *TOO_MANY)
        value = row.cell(columns.value)
        if not value:
            return None
        name = row.cell(columns.metric)
        if not name:
            raise _Unreadable(row, columns.metric, *NO_METRIC)
        day = self._day(row)
        metric = self._known.metric(name, day, row)
        if metric is None:
            return None
        source = self._part("source", columns.source, day, row)
        segment = self._part("segment", columns.segment, day, row)
        tactic = self._part("tactic", columns.tactic, day, row)
        return Record(day, metric, self._value(row, value, metric), source, segment, tactic, row.line)

    def _day(self, row: Row) -> date:
        text = row.cell(self._columns.date)
        found = self._days.get(text)
        if found is None:
            found = self._days[text] = _read(day, text, row, self._columns.date)
        return found

    def _value(self, row: Row, text: str, metric: str) -> Decimal:
        read = partial(number, decimal_comma=self._decimal_comma, is_rate=metric in self._known.rates)
        return _read(read, text, row, self._columns.value)

    def _part(self, kind: str, at: int | None, day: date, row: Row) -> str | None:
        text = "" if at is None else row.cell(at)
        return self._known.part(kind, text, day, row) if text else None


def _read(read: Callable[[str], T], text: str, row: Row, at: int) -> T:
    try:
        return read(text)
    except Unreadable as error:
        raise _Unreadable(row, at, error.message, error.help) from error


TOO_MANY = (
    Message("this row has more cells than the first line", "此行的单元格多于首行"),
    Message(
        'put a number with a comma into quotes ("1,200"), or write it without',
        '带逗号的数字请加引号（"1,200"），或去掉逗号',
    ),
)
NO_METRIC = (
    Message("this row has a value and no metric", "此行有数值但没有指标"),
    Message("name the metric, or delete the value", "请写明指标，或删除数值"),
)


def _more(number: int, last: Fault) -> Fault:
    """That there are more rows like those."""
    span = last.span or Span("", 1, 1, 1, 2)
    message = Message("more rows below cannot be read: {number}", "其下还有无法读取的行：{number}", {"number": number})
    help = Message("mend the first ones; the others may be alike", "请先改正前面几行；其余可能相同")
    return Fault("RM722", Severity.ERROR, message, help, span._replace(column=1, end_column=2))
