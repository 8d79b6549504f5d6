"""The names that a plan knows, as records may write them: an id, or the name where only one has it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
        segments = plan.market.segments if plan.market is not None else {}
        sources = plan.funnel.sources if plan.funnel is not None else {}
        self.metrics = _ids(plan.metrics) | {SPEND: SPEND}
        self.parts: dict[str, dict[str, str]] = {
            "source": _ids(sources) | _channels(plan),
            "segment": _ids(segments),
            "tactic": _ids(plan.tactics),
        }
        self.rates = {id for id, metric in plan.metrics.items() if metric.is_rate}
        self._wanted = _wanted(plan)
        self._unknown: dict[tuple[str, str], _Unknown] = {}

    def metric(self, text: str, row: Row) -> str | None:
        """The id of a metric; None for one that the plan does not have."""
        found = self.metrics.get(text)
        if found is None and text not in self._wanted["metric"]:
            self._note("metric", text, row)
        return found

    def part(self, kind: str, text: str, row: Row) -> str:
        """The id of a source, segment or tactic; the text itself where the plan does not have it: a part it is all the same.

        A plan without any source or channel takes sources as they come.
        """
        found = self.parts[kind].get(text)
        if found is None and self.parts[kind].keys() != {OTHER} and text not in self._wanted[kind]:
            self._note(kind, text, row)
        return found or text

    def _note(self, kind: str, text: str, row: Row) -> None:
        before = self._unknown.get((kind, text))
        self._unknown[kind, text] = _Unknown(row, 1) if before is None else before._replace(rows=before.rows + 1)

    def faults(self, table: Delimited, columns: Columns) -> Iterator[Fault]:
        """A finding for each unknown name that has a near one; one for all others of a kind."""
        strange: dict[str, list[tuple[str, _Unknown]]] = {}
        told = 0
        for (kind, text), unknown in self._unknown.items():
            known = self.metrics if kind == "metric" else self.parts[kind]
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
            help = _help(kind, self.parts.get(kind, {}))
            span = table.span(names[0][1].row, getattr(columns, kind))
            yield _fault(kind, [text for text, _ in names], rows, help)._replace(span=span)


def _wanted(plan: Plan) -> dict[str, frozenset[str | None]]:
    """The ids that the plan itself refers to, by what they name: where it lacks one, that is the fault, and told already."""
    goals, tactics = plan.goals.values(), plan.tactics.values()
    reviews = plan.measurement.reviews.values() if plan.measurement is not None else ()
    return {
        "metric": frozenset((*(g.metric for g in goals), *(m.metric for m in plan.milestones.values()))),
        "segment": frozenset((*(g.segment for g in goals), *(t.segment for t in tactics))),
        "tactic": frozenset((*(id for t in tactics for id in t.after), *(id for r in reviews for id in r.decisions))),
        "source": frozenset(),
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
