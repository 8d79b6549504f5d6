"""A CSV file as other programs write it: comma, semicolon or tab, a decimal point or comma, a header in its first line."""

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from roadmapctl.diagnostics import Diagnostic
from roadmapctl.load.source import decode
from roadmapctl.tables.unusable import COLUMN, EXPORT, Key, Unusable

MAX_BYTES = 8 * 1024 * 1024
MAX_ROWS = 100_000
BEYOND = Decimal(10) ** 18
DELIMITERS = (",", ";", "\t")
NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
SHOWN = 8


class Row(NamedTuple):
    """The cells of a row and the line it ends on."""

    line: int
    cells: list[str]

    def cell(self, at: int) -> str:
        """The text of a cell; none where the row is too short."""
        return self.cells[at].strip() if at < len(self.cells) else ""


class Table(NamedTuple):
    """A header and the rows below it; `decimal_comma`: numbers are written 1234,5."""

    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    decimal_comma: bool

    def column(self, name: str, key: Key) -> int:
        """Where a column stands; upper and lower case are the same where that leaves no doubt. Raises Unusable."""
        exact = [at for at, head in enumerate(self.header) if head == name]
        found = exact or [at for at, head in enumerate(self.header) if head.casefold() == name.casefold()]
        if len(found) == 1:
            return found[0]
        en, zh = "{file} has no column “{column}”; it has: {columns}", "{file} 没有“{column}”列；现有：{columns}"
        if found:
            en, zh = "{file} has several columns “{column}”: {columns}", "{file} 有多个“{column}”列：{columns}"
        raise Unusable(key, en, zh, COLUMN, file=self.name, column=name, columns=", ".join(self.header[:SHOWN]))

    def number(self, row: Row, at: int) -> Decimal:
        """The number in a cell, also one written 1e+05; 0 or more. Raises Unusable."""
        text = row.cell(at)
        plain = text.replace(",", ".") if self.decimal_comma else text
        if NUMBER.fullmatch(plain) and 0 <= (number := Decimal(plain)) < BEYOND:
            return number
        en, zh = "is not a number, 0 or more", "不是大于等于 0 的数字"
        raise Unusable(
            "table",
            "{file}:{line}: “{text}” in the column {column} " + en,
            "{file}:{line}：{column} 列中的“{text}”" + zh,
            EXPORT,
            file=self.name,
            line=str(row.line),
            text=text,
            column=self.header[at],
        )


def parse_table(data: bytes, name: str) -> Table:
    """The table that a file's bytes hold. Raises Unusable."""
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1024 // 1024
        raise Unusable(
            "table", "{file} is larger than {limit} MB", "{file} 超过 {limit} MB", EXPORT, file=name, limit=limit
        )
    source = decode(data, name)
    if isinstance(source, Diagnostic):
        en, zh = "{file}:{line}: this is not UTF-8 text", "{file}:{line}：不是 UTF-8 文本"
        raise Unusable("table", en, zh, EXPORT, file=name, line=str(source.span.line))
    delimiter = max(DELIMITERS, key=source.line(1).count)
    rows = tuple(_rows(source.text, delimiter, name))
    if len(rows) < 2:
        raise Unusable("table", "{file} has no rows below a header", "{file} 的表头下没有数据行", EXPORT, file=name)
    header = tuple(cell.strip() for cell in rows[0].cells)
    return Table(name, header, rows[1:], decimal_comma=delimiter != ",")


def _rows(text: str, delimiter: str, name: str) -> Iterator[Row]:
    """All rows that are not blank."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found = 0
    try:
        for cells in reader:
            if not any(map(str.strip, cells)):
                continue
            found += 1
            if found > MAX_ROWS + 1:
                en, zh = "{file} has more than {limit} rows", "{file} 超过 {limit} 行"
                raise Unusable("table", en, zh, EXPORT, file=name, limit=MAX_ROWS)
            yield Row(reader.line_num, cells)
    except csv.Error as error:
        en, zh = "{file}:{line}: this is no CSV; check the quotes", "{file}:{line}：不是有效的 CSV，请检查引号"
        raise Unusable("table", en, zh, EXPORT, file=name, line=str(reader.line_num)) from error
