"""The names that a plan knows, as records may write them: an id, or the name where only one has it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
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
        """A finding for each unknown name that has a near one; one for all unknown metrics that have none."""
        strange: list[tuple[str, _Unknown]] = []
        told = 0
        for (kind, text), unknown in self._unknown.items():
            known = self.metrics if kind == "metric" else self.parts[kind]
            near = nearest(text, known) if told < MAX_FAULTS else None
            if kind == "metric" and near is None:
                strange.append((text, unknown))
            elif told < MAX_FAULTS:
                told += 1
                at = getattr(columns, kind)
                yield _fault(kind, text, unknown, None if near is None else known[near], known)._replace(
                    span=table.span(unknown.row, at)
                )
        if strange:
            yield _strange(strange)._replace(span=table.span(strange[0][1].row, columns.metric))


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


def _fault(kind: str, text: str, unknown: _Unknown, near: str | None, known: Iterable[str]) -> Fault:
    fields = {"word": text, "rows": unknown.rows}
    if kind == "metric":
        en = "“{word}” is no metric of the plan; rows left aside: {rows}"
        zh = "计划中没有指标“{word}”；未计入的行数：{rows}"
    else:
        what, what_zh = WORDS[kind]
        en = "the plan has no {what} “{word}”; rows: {rows}"
        zh = "计划中没有{what_zh}“{word}”；行数：{rows}"
        fields |= {"what": what, "what_zh": what_zh}
    code = "RM723" if kind == "metric" else "RM724"
    return Fault(code, Severity.WARNING, Message(en, zh, fields), _help(kind, near, known))


def _help(kind: str, near: str | None, known: Iterable[str]) -> Message:
    if near is not None:
        return Message("did you mean {near}?", "是否想写 {near}？", {"near": near})
    there = ", ".join(list(dict.fromkeys(known))[:SHOWN])
    if kind == "source":
        en, zh = "name a source of the funnel or a channel: {there}", "请填写漏斗的来源或渠道：{there}"
    elif there:
        en, zh = "the plan has: {there}", "计划中有：{there}"
    else:
        en, zh = "define it in the plan, or leave the cell empty", "请在计划中定义，或将单元格留空"
    return Message(en, zh, {"there": there})


def _strange(strange: list[tuple[str, _Unknown]]) -> Fault:
    words = ", ".join([word for word, _ in strange[:SHOWN]]) + (", …" if len(strange) > SHOWN else "")
    fields = {"words": words, "rows": sum(unknown.rows for _, unknown in strange)}
    message = Message(
        "not metrics of the plan: {words}; rows left aside: {rows}",
        "不是计划中的指标：{words}；未计入的行数：{rows}",
        fields,
    )
    help = Message("define them under metrics, or leave them out of the file", "请在 metrics 中定义，或从文件中删去")
    return Fault("RM723", Severity.WARNING, message, help)
