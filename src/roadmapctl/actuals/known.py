"""The names that a plan knows, as records may write them: an id, or the name where only one has it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from roadmapctl.actuals.header import Columns
from roadmapctl.actuals.source import Fault
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.load.delimited import Delimited, Row
from roadmapctl.model import Plan
from roadmapctl.model.actuals import SPEND
from roadmapctl.model.nearest import nearest

OTHER = "other"
"""A source of its own for what no source of the plan has brought."""
SHOWN = 8
MAX_FAULTS = 10

WORDS = {"source": ("source", "来源"), "segment": ("segment", "细分市场"), "tactic": ("tactic", "打法")}


class _Unknown(NamedTuple):
    row: Row
    rows: int


class Known:
    """Looks up what records name, and remembers what it did not find."""

    def __init__(self, plan: Plan) -> None:
        """For the records of a plan."""
        self.names = names_of(plan)
        self.rates = {id for id, metric in plan.metrics.items() if metric.is_rate}
        self._period = plan.period
        self._above = {} if plan.above is None else names_of(plan.above)
        self._referred = _referred(plan)
        self._unknown: dict[tuple[str, str], _Unknown] = {}

    def metric(self, text: str, day: date, row: Row) -> str | None:
        """The id of a metric; None for one that the plan does not have."""
        found = self.names["metric"].get(text)
        if found is None:
            self._note("metric", text, day, row)
        return found

    def part(self, kind: str, text: str, day: date, row: Row) -> str:
        """The id of a source, segment or tactic; the text itself where the plan does not have it: a part it is all the same."""
        found = self.names[kind].get(text)
        if found is None:
            self._note(kind, text, day, row)
        return found or text

    def _note(self, kind: str, text: str, day: date, row: Row) -> None:
        """Remember it, unless it is no slip: what the wider plan has (figures of a year serve its quarters), what is of days that
        are not the plan's, any source of a plan without sources and channels; or unless the plan itself refers to it and lacks
        it, which is told there (RM030)."""
        if self._period is not None and not self._period.covers(day):
            return
        if text in self._above.get(kind, ()) or text in self._referred.get(kind, ()):
            return
        if kind == "source" and self.names[kind].keys() == {OTHER}:
            return
        before = self._unknown.get((kind, text))
        self._unknown[kind, text] = _Unknown(row, 1) if before is None else before._replace(rows=before.rows + 1)

    def faults(self, table: Delimited, columns: Columns) -> Iterator[Fault]:
        """A finding for each unknown name that has a near one; one for all others of a kind."""
        strange: dict[str, list[tuple[str, _Unknown]]] = {}
        told = 0
        for (kind, text), unknown in self._unknown.items():
            known = self.names[kind]
            near = nearest(text, known) if told < MAX_FAULTS else None
            if near is None:
                strange.setdefault(kind, []).append((text, unknown))
                continue
            told += 1
            help = Message("did you mean {near}?", "是否想写 {near}？", {"near": known[near]})
            span = table.span(unknown.row, getattr(columns, kind))
            yield _fault(kind, [text], unknown.rows, help)._replace(span=span)
        for kind, names in strange.items():
            rows = sum(unknown.rows for _, unknown in names)
            help = _help(kind, self.names[kind])
            span = table.span(names[0][1].row, getattr(columns, kind))
            yield _fault(kind, [text for text, _ in names], rows, help)._replace(span=span)


def names_of(plan: Plan) -> dict[str, dict[str, str]]:
    """By kind, from the names and ids that records may write to the ids of the plan."""
    segments = plan.market.segments if plan.market is not None else {}
    sources = plan.funnel.sources if plan.funnel is not None else {}
    return {
        "metric": _ids(plan.metrics) | {SPEND: SPEND},
        "source": _ids(sources) | _channels(plan),
        "segment": _ids(segments),
        "tactic": _ids(plan.tactics),
    }


def _referred(plan: Plan) -> dict[str, set[str | None]]:
    """By kind, the ids that the plan itself refers to."""
    goals, tactics = plan.goals.values(), plan.tactics.values()
    reviews = plan.measurement.reviews.values() if plan.measurement is not None else ()
    return {
        "metric": {goal.metric for goal in goals} | {milestone.metric for milestone in plan.milestones.values()},
        "segment": {goal.segment for goal in goals} | {tactic.segment for tactic in tactics},
        "tactic": {*(id for tactic in tactics for id in tactic.after), *(id for r in reviews for id in r.decisions)},
    }


def _ids(members: Mapping[str, Any]) -> dict[str, str]:
    """From ids, and from names that only one member has, to ids."""
    names = Counter(member.name for member in members.values())
    called = {m.name: id for id, m in members.items() if m.name is not None and names[m.name] == 1}
    return called | {id: id for id in members}


def _channels(plan: Plan) -> dict[str, str]:
    """Channels serve as sources too."""
    segments = plan.market.segments.values() if plan.market is not None else ()
    used = {tactic.channel for tactic in plan.tactics.values() if tactic.channel is not None}
    used.update(channel for segment in segments for channel in segment.channels)
    return {channel: channel for channel in (*sorted(used), OTHER)}


def _fault(kind: str, names: Sequence[str], rows: int, help: Message) -> Fault:
    words = ", ".join(names[:SHOWN]) + (", …" if len(names) > SHOWN else "")
    fields = {"words": words, "rows": rows}
    if kind == "metric":
        en = "no metric of the plan: {words}; rows left aside: {rows}"
        zh = "不是计划中的指标：{words}；未计入的行数：{rows}"
        return Fault("RM723", Severity.WARNING, Message(en, zh, fields), help)
    what, what_zh = WORDS[kind]
    en, zh = "no {what} of the plan: {words}; rows: {rows}", "不是计划中的{what_zh}：{words}；行数：{rows}"
    message = Message(en, zh, {**fields, "what": what, "what_zh": what_zh})
    return Fault("RM724", Severity.WARNING, message, help)


def _help(kind: str, known: Iterable[str]) -> Message:
    there = ", ".join(list(dict.fromkeys(known))[:SHOWN])
    if kind == "metric":
        en, zh = (
            "define it under metrics, or leave its rows out of the file",
            "请在 metrics 中定义，或从文件中删去这些行",
        )
    elif kind == "source":
        en, zh = "name a source of the funnel or a channel: {there}", "请填写漏斗的来源或渠道：{there}"
    elif there:
        en, zh = "the plan has: {there}", "计划中有：{there}"
    else:
        en, zh = "define it in the plan, or leave the cell empty", "请在计划中定义，或将单元格留空"
    return Message(en, zh, {"there": there})
