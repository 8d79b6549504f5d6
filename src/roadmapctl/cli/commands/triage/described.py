"""An unplanned request as flags describe it: `--goal newsletter --budget 8k --contributes subscribers=300`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from roadmapctl.analysis.triage.request import Request, of_idea
from roadmapctl.load.scalars import resolve
from roadmapctl.model import Plan, numbers, text, time
from roadmapctl.model.nearest import nearest
from roadmapctl.model.tactics import Score
from roadmapctl.model.unreadable import Unreadable, unreadable

READERS: Mapping[str, Callable[[Any], Any]] = {
    "name": text.name,
    "what": text.prose,
    "goal": text.reference,
    "segment": text.reference,
    "channel": text.slug,
    "lever": text.reference,
    "owner": text.reference,
    "budget": numbers.amount,
    "start": time.iso_date,
    "end": time.iso_date,
}
SCORE_READERS: Mapping[str, Callable[[Any], Any]] = {
    "reach": numbers.positive,
    "impact": numbers.positive,
    "confidence": numbers.share,
    "effort": numbers.positive,
    "ease": numbers.positive,
}
TEXTS = ("name", "what", "goal", "segment", "channel", "lever", "owner")


class WrongFlag(Exception):
    """A flag's value cannot be read, or names what there is not. Carries the flag and the fault."""

    def __init__(self, flag: str, fault: Unreadable) -> None:
        super().__init__(flag)
        self.flag = flag
        self.fault = fault


def described(plan: Plan, idea: str | None, flags: Mapping[str, str | None], contributes: Sequence[str]) -> Request:
    """The request: an idea of the plan, with what the flags say in place of or beside it. Raises WrongFlag."""
    begun = Request() if idea is None else of_idea(_known("--idea", idea, plan.ideas), plan.ideas[idea])
    values = {key: _read(f"--{key}", read, flags[key], key) for key, read in READERS.items() if flags[key] is not None}
    _in_plan(plan, values)
    found = replace(begun, **values, score=_score(begun.score, flags))
    found = replace(found, contributes={**found.contributes, **dict(_contributions(plan, contributes))})
    if found.start is not None and found.end is not None and found.end < found.start:
        raise WrongFlag("--end", _ends_early(found))
    return found


def _read(flag: str, read: Callable[[Any], Any], typed: str | None, key: str) -> Any:
    try:
        return read(typed if key in TEXTS else resolve((typed or "").strip()))
    except Unreadable as fault:
        raise WrongFlag(flag, fault) from fault


def _score(score: Score, flags: Mapping[str, str | None]) -> Score:
    said = {
        key: _read(f"--{key}", read, flags[key], key) for key, read in SCORE_READERS.items() if flags[key] is not None
    }
    return score.model_copy(update=said)


def _contributions(plan: Plan, texts: Sequence[str]) -> Iterator[tuple[str, Any]]:
    for typed in texts:
        metric, equals, value = typed.replace("＝", "=").partition("=")
        if not equals:
            raise WrongFlag("--contributes", _no_pair(typed))
        id_ = _known("--contributes", metric.strip(), plan.metrics)
        yield id_, _read("--contributes", numbers.contribution, value, "contributes")


def _in_plan(plan: Plan, values: Mapping[str, Any]) -> None:
    """Goals and people must be known. A segment need not: that it is not in the plan is one of the answers."""
    above = plan.above.goals if plan.above is not None else {}
    people = plan.organization.people if plan.organization is not None else {}
    for key, known in (("goal", {**plan.goals, **above}), ("owner", people)):
        if key in values:
            _known(f"--{key}", values[key], known)


def _known(flag: str, id_: str, members: Mapping[str, Any]) -> str:
    if id_ in members:
        return id_
    likely = nearest(id_, members)
    help = ("did you mean {likely}? There are: {known}", "是否想写 {likely}？现有：{known}")
    only = ("there are: {known}", "现有：{known}")
    none = ("the plan has none", "计划中还没有")
    fault = unreadable(
        "RM030",
        "“{value}” is not in the plan",
        "计划中没有“{value}”",
        help if likely else only if members else none,
        value=id_,
        likely=likely,
        known=", ".join(members),
    )
    raise WrongFlag(flag, fault)


def _no_pair(typed: str) -> Unreadable:
    return unreadable(
        "RM012",
        "“{value}” is no contribution",
        "“{value}”不是贡献",
        ("write METRIC=VALUE, such as subscribers=300", "请写成 指标=数值，例如 subscribers=300"),
        value=typed,
    )


def _ends_early(request: Request) -> Unreadable:
    return unreadable(
        "RM608",
        "it ends on {end}, before it starts on {start}",
        "结束日 {end} 早于开始日 {start}",
        ("write a day from {start} on", "请写 {start} 当天或之后的日期"),
        start=request.start,
        end=request.end,
    )
