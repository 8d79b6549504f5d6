"""Whether records agree with each other and with the plan's time."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice

from roadmapctl.actuals.source import Fault
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.load.delimited import Delimited
from roadmapctl.model import Plan
from roadmapctl.model.actuals import SPEND, Record

MAX_FAULTS = 10
BEYOND = timedelta(days=366)
PARTS = {"source": ("source", "来源"), "segment": ("segment", "细分市场"), "tactic": ("tactic", "打法")}

ADD_UP = Message(
    "keep one of the rows; add up what came on one day, or name a source, segment or tactic in each",
    "请只保留一行；同一天的多笔请相加，或分别写明来源、细分市场或打法",
)
KEEP_ONE = Message("it counts once; delete one of the two rows", "只计一次；请删去其中一行")
SLIP = Message("correct the year, or leave the row out", "请改正年份，或删去此行")
NAME_THE_REST = Message(
    "rows without source, segment and tactic are the whole of a month; give the rest a source too, such as other",
    "没有来源、细分市场和打法的行代表当月整体；其余部分也请写来源，例如 other",
)


def once_each(records: Sequence[Record], table: Delimited) -> tuple[list[Record], list[Fault]]:
    """The records without those that repeat another one, and what is wrong with these."""
    first: dict[tuple[object, ...], Record] = {}
    kept: list[Record] = []
    faults: list[Fault] = []
    for record in records:
        before = first.setdefault((record.date, record.metric, *record[3:6]), record)
        if before is record:
            kept.append(record)
        elif len(faults) < MAX_FAULTS:
            faults.append(_repeated(before, record, table))
    return kept, faults


def _repeated(before: Record, record: Record, table: Delimited) -> Fault:
    fields = {"metric": record.metric, "date": record.date, "line": str(before.line)}
    span = table.span_of_line(record.line)
    if before.value == record.value:
        en, zh = "this row says the same as line {line}", "此行与第 {line} 行相同"
        return Fault("RM726", Severity.WARNING, Message(en, zh, fields), KEEP_ONE, span)
    en = "{metric} has two values on {date}: {first} (line {line}) and {second}"
    zh = "{metric} 在 {date} 有两个值：{first}（第 {line} 行）和 {second}"
    message = Message(en, zh, {**fields, "first": before.value, "second": record.value})
    return Fault("RM725", Severity.ERROR, message, ADD_UP, span)


def disagreements(records: Sequence[Record], table: Delimited, plan: Plan) -> Iterator[Fault]:
    """Records that lie years after the plan, and parts that are more than their whole."""
    yield from _beyond(records, table, plan)
    yield from islice(_parts_above_the_whole(records, table, plan), MAX_FAULTS)


def _beyond(records: Sequence[Record], table: Delimited, plan: Plan) -> Iterator[Fault]:
    """One finding, at the first of them."""
    if plan.period is None:
        return
    late = [record for record in records if record.date - plan.period.end > BEYOND]
    if late:
        fields = {"date": late[0].date, "end": plan.period.end, "rows": len(late)}
        en = "{date} lies more than a year after the plan's end on {end}; rows: {rows}"
        zh = "{date} 在计划结束（{end}）一年多以后；行数：{rows}"
        yield Fault("RM727", Severity.WARNING, Message(en, zh, fields), SLIP, table.span_of_line(late[0].line))


class _Month:
    """The rows of a metric that adds up in one month: the whole of it, and its parts by what they are parts of."""

    def __init__(self) -> None:
        self.line = 0
        self.whole = Decimal(0)
        self.parts: dict[str, Decimal] = defaultdict(Decimal)

    def add(self, record: Record) -> None:
        """Count a record in."""
        if record.is_whole:
            self.line = self.line or record.line
            self.whole += record.value
        for kind, name in zip(PARTS, record[3:6], strict=True):
            if name is not None:
                self.parts[kind] += record.value


def _parts_above_the_whole(records: Sequence[Record], table: Delimited, plan: Plan) -> Iterator[Fault]:
    months: dict[tuple[str, int, int], _Month] = defaultdict(_Month)
    adding = {id for id, metric in plan.metrics.items() if metric.kind == "flow" and not metric.is_rate} | {SPEND}
    for record in records:
        if record.metric in adding:
            months[record.metric, record.date.year, record.date.month].add(record)
    for (metric, year, month), sums in months.items():
        for kind, parts in sums.parts.items():
            if sums.line and parts > sums.whole:
                yield _too_many(metric, date(year, month, 1), kind, sums, table)


def _too_many(metric: str, month: date, kind: str, sums: _Month, table: Delimited) -> Fault:
    by, by_zh = PARTS[kind]
    fields = {"metric": metric, "month": f"{month:%Y-%m}", "by": by, "by_zh": by_zh}
    en = "{metric} in {month}: the parts by {by} add up to {parts}, and the whole is {whole}"
    zh = "{metric} 在 {month}：按{by_zh}的各部分合计 {parts}，而整体为 {whole}"
    message = Message(en, zh, {**fields, "parts": sums.parts[kind], "whole": sums.whole})
    return Fault("RM728", Severity.WARNING, message, NAME_THE_REST, table.span_of_line(sums.line))
