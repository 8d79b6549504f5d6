"""An unplanned request as flags describe it: `--goal newsletter --budget 8k --contributes subscribers=300`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from roadmapctl.analysis.triage.request import Request, of_idea
from roadmapctl.cli.values import named, scalar
from roadmapctl.i18n.text import visible
from roadmapctl.model import Plan, numbers, text, time
from roadmapctl.model.nearest import nearest
from roadmapctl.model.unreadable import Unreadable, unreadable


def _seen(reader: Callable[[str], str]) -> Callable[[str], str]:
    """The same, for a text of which all can be seen, as `validate` asks of a plan's (RM007)."""

    def read(typed: str) -> str:
        lines = typed.splitlines()
        if [visible(line) for line in lines] != lines:
            raise unreadable(
                "RM007",
                "“{value}” holds characters that cannot be seen",
                "“{value}”含有看不见的字符",
                ("type it again without them", "请去掉这些字符重新输入"),
                value=typed,
            )
        return reader(typed)

    return read


READERS: Mapping[str, Callable[[str], Any]] = {
    "name": _seen(text.name),
    "what": _seen(text.prose),
    "goal": text.reference,
    "segment": text.reference,
    "channel": text.word,
    "lever": text.reference,
    "owner": text.reference,
    "budget": scalar(numbers.amount),
    "start": scalar(time.iso_date),
    "end": scalar(time.iso_date),
}
SCORE_READERS: Mapping[str, Callable[[str], Any]] = {
    "reach": scalar(numbers.positive),
    "impact": scalar(numbers.positive),
    "confidence": scalar(numbers.share),
    "effort": scalar(numbers.positive),
    "ease": scalar(numbers.positive),
}


def described(plan: Plan, idea: str | None, flags: Mapping[str, str | None], contributes: Sequence[str]) -> Request:
    """The request: an idea of the plan, with what the flags say in place of or beside it. Raises Unreadable."""
    begun = Request() if idea is None else of_idea(_known("--idea", idea, plan.ideas), plan.ideas[idea])
    values = _read(READERS, flags)
    _in_plan(plan, values)
    score = begun.score.model_copy(update=_read(SCORE_READERS, flags))
    found = replace(begun, **values, score=score)
    found = replace(found, contributes={**found.contributes, **dict(_contributions(plan, contributes))})
    if found.start is not None and found.end is not None and found.end < found.start:
        raise _ends_early(found)
    return found


def _read(readers: Mapping[str, Callable[[str], Any]], flags: Mapping[str, str | None]) -> dict[str, Any]:
    """The values of the flags that are given, as the model reads them."""
    given = {key: typed for key in readers if (typed := flags[key]) is not None}
    return {key: named(f"--{key}", readers[key], typed) for key, typed in given.items()}


def _contributions(plan: Plan, texts: Sequence[str]) -> Iterator[tuple[str, Any]]:
    for typed in texts:
        metric, equals, value = typed.replace("＝", "=").partition("=")
        if not equals:
            raise _no_pair(typed)
        id_ = _known("--contributes", metric.strip(), plan.metrics)
        yield id_, named("--contributes", scalar(numbers.contribution), value)


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
    raise unreadable(
        "RM030",
        "{flag}: “{value}” is not in the plan",
        "{flag}：计划中没有“{value}”",
        help if likely else only if members else none,
        flag=flag,
        value=id_,
        likely=likely,
        known=", ".join(members),
    )


def _no_pair(typed: str) -> Unreadable:
    return unreadable(
        "RM012",
        "--contributes: “{value}” is no contribution",
        "--contributes：“{value}”不是贡献",
        ("write METRIC=VALUE, such as subscribers=300", "请写成 指标=数值，例如 subscribers=300"),
        value=typed,
    )


def _ends_early(request: Request) -> Unreadable:
    return unreadable(
        "RM608",
        "--end: it ends on {end}, before it starts on {start}",
        "--end：结束日 {end} 早于开始日 {start}",
        ("write a day from {start} on", "请写 {start} 当天或之后的日期"),
        start=request.start,
        end=request.end,
    )
