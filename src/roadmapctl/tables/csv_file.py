"""A CSV file as other programs write it: comma, semicolon or tab, a decimal point or comma, a header in its first line."""

import re
from decimal import Decimal
from typing import NamedTuple

from roadmapctl.load.delimited import NoTable, Row, delimited
from roadmapctl.tables.unusable import COLUMN, EXPORT, Key, Unusable

MAX_BYTES = 8 * 1024 * 1024
MAX_ROWS = 100_000
BEYOND = Decimal(10) ** 18
NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
SHOWN = 8


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
    try:
        found = delimited(data, name, max_bytes=MAX_BYTES, max_rows=MAX_ROWS)
    except NoTable as error:
        raise _unusable(error, name) from error
    if len(found.rows) < 2:
        raise Unusable("table", "{file} has no rows below a header", "{file} 的表头下没有数据行", EXPORT, file=name)
    header = tuple(cell.strip() for cell in found.rows[0].cells)
    return Table(name, header, tuple(found.rows[1:]), decimal_comma=found.delimiter not in (",", "，"))


def _unusable(error: NoTable, name: str) -> Unusable:
    """With the file and the line in its sentence, for it stands at the plan's key."""
    en, zh, fields = error.message
    place = {"file": name, "line": str(error.span.line)}
    return Unusable("table", f"{{file}}:{{line}}: {en}", f"{{file}}:{{line}}：{zh}", EXPORT, **{**fields, **place})
