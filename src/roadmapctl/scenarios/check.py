"""What is wrong with a plan's scenarios: values that cannot be read, places that are not there, funnels that cannot be computed."""

from collections.abc import Iterator
from typing import Any

from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.funnel.reverse import plan_funnel
from roadmapctl.diagnostics import Diagnostic, Message, Path, Severity, dotted
from roadmapctl.i18n.funnel_words import REASONS
from roadmapctl.load import Document
from roadmapctl.load.override import NoSuchItem
from roadmapctl.model import Plan
from roadmapctl.scenarios.overlay import Refused, Values, plan_under

CODE = "RM039"
MOST = 20
"""Each scenario is a plan of its own to be read and computed; more than these nobody compares."""
AT_KEY = "RM010"
COLLECTIONS = ("goals", "metrics", "milestones", "tactics", "funnel.sources", "funnel.segments", "funnel.teams")


def scenario_findings(document: Document, plan: Plan) -> Iterator[Diagnostic]:
    """The findings of all scenarios of a plan that has none itself, each at the value of the scenario that is to blame."""
    computed = not isinstance(plan_funnel(plan), Infeasible)
    for number, (name, values) in enumerate(plan.scenarios.items()):
        place = ("scenarios", name)
        if number == MOST:
            yield _finding(document, place, _too_many(len(plan.scenarios)), key=True)
            return
        try:
            for path in values:
                _look_for_members(document, path)
            under = plan_under(document, values)
        except NoSuchItem as error:
            path = next(path for path in values if error.step in path.split("."))
            yield _finding(document, (*place, path), _no_item(error), key=True)
            continue
        if isinstance(under, Refused):
            yield from (_moved(document, place, values, found) for found in under.diagnostics)
        elif computed and isinstance(reason := plan_funnel(under), Infeasible):
            yield _finding(document, place, _cannot(name, reason), key=True)


def _look_for_members(document: Document, path: str) -> None:
    """Raises NoSuchItem for a member of a collection that the plan does not have: a scenario changes members and adds none."""
    for collection in COLLECTIONS:
        if not path.startswith(f"{collection}."):
            continue
        members: Any = document.value
        for step in collection.split("."):
            members = members.get(step) if isinstance(members, dict) else None
        step = path.removeprefix(f"{collection}.").partition(".")[0]
        if isinstance(members, dict) and step not in members:
            raise NoSuchItem(step, ", ".join(map(str, members)))


def _moved(document: Document, place: Path, values: Values, found: Diagnostic) -> Diagnostic:
    """A finding of the plan under a scenario, at the scenario's own value."""
    at = dotted(found.path)
    blamed = next((path for path in values if at == path or at.startswith(f"{path}.") or path.startswith(f"{at}.")), "")
    path = (*place, blamed) if blamed else place
    span = document.span_of(path, key=found.code == AT_KEY or not blamed)
    return found._replace(span=span, path=path, related=())


def _finding(document: Document, path: Path, message: Message, *, key: bool) -> Diagnostic:
    return Diagnostic(CODE, Severity.ERROR, document.span_of(path, key=key), message, None, path)


def _too_many(number: int) -> Message:
    return Message(
        "{number} scenarios are more than a plan may hold; keep the {most} that are compared",
        "{number} 个情景超出计划上限，请只保留用于比较的 {most} 个",
        {"number": number, "most": MOST},
    )


def _no_item(error: NoSuchItem) -> Message:
    return Message(
        "there is no “{step}” in the plan; there are: {known}",
        "计划中没有“{step}”；现有：{known}",
        {"step": error.step, "known": error.known},
    )


def _cannot(name: str, reason: Infeasible) -> Message:
    en, zh = REASONS[reason.reason]
    fields = {key: "" if value is None else value for key, value in reason.fields.items()}
    return Message(
        f"under the scenario {{scenario_name}} the funnel cannot be computed: {en} ({{at}})",
        f"在情景 {{scenario_name}} 下无法计算漏斗：{zh}（{{at}}）",
        {**fields, "scenario_name": name, "at": dotted(reason.path)},
    )
