"""The example plans: nothing is found in them, each says all of its method, and the parts of a year add up to it."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from roadmapctl.analysis.status.status import status
from roadmapctl.cli.commands import COMMANDS
from roadmapctl.frameworks import Framework, framework, names
from roadmapctl.frameworks.coverage import coverage
from roadmapctl.model import Plan
from roadmapctl.project import check
from roadmapctl.report.markdown import as_markdown
from tests.report.rendered import view_of

EXAMPLES = Path(__file__).parents[1] / "examples"
PLANS = sorted(EXAMPLES.rglob("*.yaml"))
METHODS = {
    "seven-step": "aurora-crm/roadmap.yaml",
    "quarterly": "larkwheel/q2.yaml",
    "events": "tuoli-vision/roadmap.yaml",
    "annual": "larkwheel/year.yaml",
    "pyramid": "muchi-dental/roadmap.yaml",
}
PERIODS = [f"larkwheel/q{number}.yaml" for number in range(1, 5)]
UNITS = ["larkwheel/families.yaml", "larkwheel/fleets.yaml"]


@cache
def plan_of(name: str) -> Plan:
    checked = check(EXAMPLES / name)
    assert checked.plan is not None
    return checked.plan


@pytest.mark.parametrize("path", PLANS, ids=lambda path: str(path.relative_to(EXAMPLES)))
def test_nothing_is_found(path: Path) -> None:
    assert [(d.code, d.path) for d in check(path).diagnostics] == []


def method_of(name: str) -> Framework:
    method = framework(name)
    assert method is not None
    return method


def test_every_method_has_an_example_and_two_are_chinese() -> None:
    assert METHODS.keys() == set(names())
    assert all(method in plan_of(name).framework for method, name in METHODS.items())
    assert [plan_of(name).language for name in METHODS.values()].count("zh") >= 2


@pytest.mark.parametrize(("method", "name"), METHODS.items())
def test_every_element_of_the_method_is_in_its_example(method: str, name: str) -> None:
    judged = coverage(plan_of(name), method_of(method), check(EXAMPLES / name).diagnostics).judged
    # what is written while the plan runs is there too
    assert [one.element.id for one in judged if one.state != "present"] == []


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", [name for name in METHODS.values() if not name.startswith("aurora")])
def test_the_report_tells_each_step_of_the_method(name: str, language: str) -> None:
    report = as_markdown(view_of(check(EXAMPLES / name), "zh" if language == "zh" else "en"))
    method = method_of(plan_of(name).framework[0])
    titles = [step.title[language == "zh"] for step in method.steps if step.elements]
    headings = [line.removeprefix("## ") for line in report.splitlines() if line.startswith("## ")]
    assert [title for title in titles if title not in headings] == []


def sums(plans: Iterable[Plan]) -> dict[str, Decimal]:
    """By goal of the year: what the plans' own goals on it add up to, or, of a stock, where the last of them ends."""
    found: dict[str, Decimal] = {}
    for plan in plans:
        for goal in plan.goals.values():
            assert goal.supports is not None and goal.target is not None and goal.metric is not None
            adds = plan.metrics[goal.metric].kind == "flow"
            found[goal.supports] = goal.target + (found.get(goal.supports, Decimal(0)) if adds else 0)
    return found


@pytest.mark.parametrize("parts", [PERIODS, UNITS], ids=["quarters", "units"])
def test_the_parts_of_the_year_add_up_to_it(parts: list[str]) -> None:
    year, plans = plan_of("larkwheel/year.yaml"), [plan_of(name) for name in parts]
    assert all(plan.parent == "year.yaml" for plan in plans)
    assert sum(plan.budget or 0 for plan in plans) == year.budget
    assert sums(plans) == {id: goal.target for id, goal in year.goals.items()}
    tactics = sum((tactic.budget or Decimal(0) for plan in plans for tactic in plan.tactics.values()), Decimal(0))
    assert tactics == sum(tactic.budget or 0 for tactic in year.tactics.values())


def test_quarters_follow_each_other() -> None:
    plans = [plan_of(name) for name in PERIODS]
    for before, after in pairwise(plans):
        for goal in after.goals.values():
            assert goal.metric is not None
            if after.metrics[goal.metric].kind == "stock":
                [earlier] = [other for other in before.goals.values() if other.metric == goal.metric]
                assert goal.baseline == earlier.target
        assert before.period is not None and after.period is not None
        assert (after.period.start - before.period.end).days == 1


def test_the_quarters_of_a_tactic_are_its_year() -> None:
    year, plans = plan_of("larkwheel/year.yaml"), [plan_of(name) for name in PERIODS]
    for id, tactic in year.tactics.items():
        parts = [plan.tactics[id] for plan in plans if id in plan.tactics]
        assert sum(part.budget or 0 for part in parts) == tactic.budget, id
        for metric, given in tactic.contributes.items():
            assert sum(part.contributes[metric] for part in parts) == given, (id, metric)


@pytest.mark.parametrize(
    ("name", "verdicts"),
    [
        (
            "larkwheel/q2.yaml",
            {"revenue": "on_track", "test-rides": "behind", "no-show": "on_track", "fleet-trials": "on_track", "readers": "ahead"},
        ),
        (
            "larkwheel/year.yaml",
            {"revenue": "on_track", "test-rides": "behind", "no-show": "reached", "fleet-trials": "on_track", "readers": "ahead"},
        ),
    ],
)  # fmt: skip
def test_what_was_recorded_tells_a_story_with_one_late_tactic(name: str, verdicts: dict[str, str]) -> None:
    plan = plan_of(name)
    assert plan.recorded is not None and 100 <= len(plan.recorded.records) <= 300
    found = status(plan, plan.recorded.records[-1].date)
    assert {goal.id.removeprefix("q2-"): goal.verdict for goal in found.goals} == verdicts
    behind = next(goal for goal in found.goals if goal.verdict == "behind")
    assert (behind.causes[0].kind, behind.causes[0].id) == ("tactic", "ride-van")


def test_the_event_programme_is_behind_in_leads_alone() -> None:
    plan = plan_of("tuoli-vision/roadmap.yaml")
    assert plan.recorded is not None
    found = status(plan, plan.recorded.records[-1].date)
    [behind] = [goal for goal in found.goals if goal.verdict == "behind"]
    assert behind.id == "event-sqls"
    assert (behind.causes[0].id, behind.causes[0].silent) == ("separator-wrinkles", True)


def test_what_the_readme_names_is_there() -> None:
    text = (EXAMPLES / "README.md").read_text("utf-8")
    for link in re.findall(r"\]\(([^)#]+)\)", text):
        assert (EXAMPLES / link).exists(), link
    for line in re.findall(r"^roadmapctl (.+?)(?:\s+#.*)?$", text, re.MULTILINE):
        command, *arguments = line.split()
        assert command in COMMANDS, line
        assert all((EXAMPLES.parent / path).exists() for path in arguments if path.startswith("examples/")), line
    assert {path.parent.name for path in PLANS} == set(re.findall(r"\]\(([a-z-]+)/", text))
