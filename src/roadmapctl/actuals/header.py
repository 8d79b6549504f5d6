"""The columns of a table of records."""

from collections.abc import Iterator
from typing import NamedTuple

from roadmapctl.actuals.source import Fault
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.load.delimited import Delimited
from roadmapctl.model.nearest import only_near

NEEDED = ("date", "metric", "value")
PARTS = ("source", "segment", "tactic")
CHINESE = {
    "日期": "date",
    "指标": "metric",
    "数值": "value",
    "值": "value",
    "来源": "source",
    "细分": "segment",
    "细分市场": "segment",
    "打法": "tactic",
}
SHOWN = 8
TIDY = Message(
    "begin with the line date,metric,value (source,segment,tactic may follow), then one row for each figure",
    "首行请写 date,metric,value（之后可加 source,segment,tactic），其下每个数字写一行",
)


class Columns(NamedTuple):
    """Where each column stands; None for a part that the table does not tell. `width` is the number of heads."""

    date: int
    metric: int
    value: int
    source: int | None
    segment: int | None
    tactic: int | None
    width: int

    def faults(self, table: Delimited) -> Iterator[Fault]:
        """Columns that are read by no one but are called nearly like one that is."""
        free = [name for name in PARTS if getattr(self, name) is None]
        for at, head in enumerate(table.rows[0].cells):
            near = only_near(head.strip(), free) if _meant(head) not in (*NEEDED, *PARTS) else None
            if near is not None:
                en, zh = "the column “{head}” is not read", "“{head}”列没有被读取"
                help = Message("call it {near}", "请改名为 {near}", {"near": near.word})
                message = Message(en, zh, {"head": head.strip()})
                yield Fault("RM729", Severity.WARNING, message, help, table.span(table.rows[0], at))


def columns(table: Delimited) -> Columns | tuple[Fault, ...]:
    """The columns by their heads, upper and lower case alike; or why they cannot be told."""
    heads = [_meant(head) for head in table.rows[0].cells]
    faults = tuple(_faults(table, heads))
    if faults:
        return faults
    at = {head: heads.index(head) for head in (*NEEDED, *PARTS) if head in heads}
    source, segment, tactic = (at.get(name) for name in PARTS)
    return Columns(at["date"], at["metric"], at["value"], source, segment, tactic, len(heads))


def _meant(head: str) -> str:
    plain = head.strip().casefold()
    return CHINESE.get(plain, plain)


def _faults(table: Delimited, heads: list[str]) -> Iterator[Fault]:
    row = table.rows[0]
    there = ", ".join([head.strip() for head in row.cells][:SHOWN])
    missing = ", ".join(name for name in NEEDED if name not in heads)
    if missing:
        en, zh = "the first line lacks the columns {missing}; it has: {there}", "首行缺少列 {missing}；现有：{there}"
        message = Message(en, zh, {"missing": missing, "there": there})
        yield Fault("RM721", Severity.ERROR, message, TIDY, table.span_of_line(row.line))
    for name in (*NEEDED, *PARTS):
        if heads.count(name) > 1:
            again = len(heads) - 1 - heads[::-1].index(name)
            message = Message("there are two columns “{name}”", "有两个“{name}”列", {"name": name})
            help = Message("keep one of them", "请只保留一个")
            yield Fault("RM721", Severity.ERROR, message, help, table.span(row, again))
