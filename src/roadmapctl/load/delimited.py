"""A CSV file as other programs write it: comma, semicolon or tab between cells, quotes or none, and the place of every cell."""

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from roadmapctl.diagnostics import Diagnostic, Message, Span
from roadmapctl.load.source import Source, decode

DELIMITERS = (",", ";", "\t", "，")
"""The last one is a comma of full width, as a Chinese keyboard types it."""


class Row(NamedTuple):
    """The cells of a row and the line it begins on."""

    line: int
    cells: list[str]

    def cell(self, at: int) -> str:
        """The text of a cell; none where the row is too short."""
        return self.cells[at].strip() if at < len(self.cells) else ""


class Delimited(NamedTuple):
    """The rows of a text that are not blank, a header first."""

    source: Source
    delimiter: str
    rows: list[Row]

    def span(self, row: Row, at: int) -> Span:
        """Where a cell stands, in its quotes; where its row has no such cell, the end of the row's line."""
        line = self.source.line(row.line)
        places = list(_cells(line, self.delimiter))
        start, end = places[at] if at < len(places) else (len(line), len(line) + 1)
        return Span(self.source.name, row.line, start + 1, row.line, max(end, start + 1) + 1)

    def span_of_line(self, line: int) -> Span:
        """A whole line."""
        return Span(self.source.name, line, 1, line, max(len(self.source.line(line)), 1) + 1)


class NoTable(Exception):
    """The text is no table of rows, or a larger one than may be. `message` says so without naming the file."""

    def __init__(self, span: Span, message: Message, help: Message | None = None) -> None:
        super().__init__(message.en)
        self.span = span
        self.message = message
        self.help = help


def delimited(data: bytes, name: str, *, max_bytes: int, max_rows: int) -> Delimited:
    """The rows that a file's bytes hold. Raises NoTable, also where there are none below a header."""
    top = Span(name, 1, 1, 1, 2)
    if len(data) > max_bytes:
        limit = {"limit": max_bytes // 1024 // 1024}
        raise NoTable(top, Message("larger than {limit} MB", "超过 {limit} MB", limit))
    source = decode(data, name)
    if isinstance(source, Diagnostic):
        raise NoTable(source.span, source.message, source.help)
    delimiter = max(DELIMITERS, key=source.line(1).count)
    rows = list(_rows(source, delimiter, max_rows))
    if not rows:
        raise NoTable(top, Message("the file is empty", "文件是空的"))
    return Delimited(source, delimiter, rows)


def _rows(source: Source, delimiter: str, max_rows: int) -> Iterator[Row]:
    """All rows that are not blank."""
    reader = csv.reader(io.StringIO(source.text, newline=""), delimiter=delimiter, strict=True)
    line, found = 1, 0
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                found += 1
                if found > max_rows + 1:
                    limit = Message("more than {limit} rows", "超过 {limit} 行", {"limit": max_rows})
                    raise NoTable(_line(source, line), limit)
                yield Row(line, cells)
            line = reader.line_num + 1
    except csv.Error as error:
        message = Message("this is no CSV; check the quotes", "不是有效的 CSV，请检查引号")
        raise NoTable(_line(source, line), message) from error


def _line(source: Source, line: int) -> Span:
    number = min(line, len(source.line_starts))
    return Span(source.name, number, 1, number, 2)


def _cells(line: str, delimiter: str) -> Iterator[tuple[int, int]]:
    """Where the cells of a line begin and end; within quotes a delimiter is text."""
    start, quoted = 0, False
    for at, letter in enumerate(line):
        if letter == '"':
            quoted = not quoted
        elif letter == delimiter and not quoted:
            yield start, at
            start = at + 1
    yield start, len(line)
