"""The points of a source's response curve, from a table of spend and response.

Marketing-mix tools write one: Robyn its response curves (`channel`, `spend`, `response`), Meridian its `response_curves`
(`channel`, `metric`, `spend`, `incremental_outcome`) and its scenario planner's (`Channel`, `Spend`, `Incremental Outcome`),
PyMC-Marketing its saturation curves (`channel`, `x`, `mean`). Their rows may stand in any order.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from roadmapctl.load.delimited import Row
from roadmapctl.model.funnel import Response
from roadmapctl.model.plan import TablePoint
from roadmapctl.tables.csv_file import Table, parse_table
from roadmapctl.tables.unusable import EXPORT, ROWS, Unusable

SPEND = "spend"
NOISE = Decimal("1e-9")
SHOWN = 5


class _Known(NamedTuple):
    spend: Decimal
    response: Decimal
    line: int


def table_points(data: bytes, name: str, response: Response) -> tuple[TablePoint, ...]:
    """Spend and what it brought, in order of spend, each spend once. Raises Unusable."""
    table = parse_table(data, name)
    at_spend = table.column(response.spend or SPEND, "spend" if response.spend else "table")
    brought = response.units or response.revenue or ""
    at_response = table.column(brought, "units" if response.units else "revenue")
    rows = _chosen(table, response)
    known = sorted(_Known(table.number(row, at_spend), table.number(row, at_response), row.line) for row in rows)
    points = tuple(TablePoint(known.spend, known.response) for known in _rising(known, table.name))
    if not points[-1].spend:
        en, zh = "{file} has no row with a spend above 0", "{file} 中没有投入大于 0 的行"
        raise Unusable("table", en, zh, EXPORT, file=name)
    return points


def _chosen(table: Table, response: Response) -> Sequence[Row]:
    """The rows that are this source's."""
    rows: Sequence[Row] = table.rows
    for column, wanted in response.rows.items():
        at = table.column(column, "rows")
        kept = [row for row in rows if row.cell(at) == wanted]
        if not kept:
            there = ", ".join(list(dict.fromkeys(filter(None, (row.cell(at) for row in rows))))[:SHOWN])
            en = "{file} has no row with “{value}” in the column {column}; there are: {there}"
            zh = "{file} 的 {column} 列中没有“{value}”；现有：{there}"
            raise Unusable("rows", en, zh, ROWS, file=table.name, value=wanted, column=column, there=there)
        rows = kept
    return rows


def _rising(known: Sequence[_Known], name: str) -> Iterator[_Known]:
    """Points of one curve: the same spend brings the same, more spend no less, but for the noise of written floats."""
    noise = NOISE * max(point.response for point in known)
    top = known[0]
    yield top
    for before, point in pairwise(known):
        same = point.spend == before.spend
        if point.response < top.response - noise or (same and point.response > before.response + noise):
            en = "{file}: more spend brings less, or the same spend something else (lines {first} and {second})"
            zh = "{file}：投入增加而产出减少，或同一投入对应不同产出（第 {first} 行和第 {second} 行）"
            lines = {"first": str(before.line), "second": str(point.line)}
            raise Unusable("table", en, zh, ROWS, file=name, **lines)
        if not same:
            top = point._replace(response=max(point.response, top.response))
            yield top
