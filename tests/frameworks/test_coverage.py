"""Every element of every method: present in its scaffold, missing without its home, thin where a part of it is gone."""

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmapctl.frameworks import Element, framework
from roadmapctl.i18n.text import say
from roadmapctl.project import check_text
from tests.frameworks.plans import METHODS, scaffolded, states, written

ELEMENTS = [
    (name, element) for name in METHODS if (method := framework(name)) is not None for element in method.elements
]
HERE = [(name, element) for name, element in ELEMENTS if not element.later]
SECTIONS = sorted({element.where.partition(".")[0] for _, element in ELEMENTS})
NEEDED_BY_THE_FORMAT = {"event-source"}
ORDER = {"missing": 0, "thin": 1, "present": 2}


@pytest.mark.parametrize("method", METHODS)
def test_the_scaffold_has_every_element(method: str, tmp_path: Path) -> None:
    found = states(written(scaffolded(method), tmp_path, method), method)
    later = {element.id for name, element in ELEMENTS if name == method and element.later}
    assert {id_ for id_, state in found.items() if state != "present"} == later


@pytest.mark.parametrize(("method", "element"), HERE, ids=lambda x: getattr(x, "id", x))
def test_without_its_home_it_is_missing_and_nothing_is_better(method: str, element: Element, tmp_path: Path) -> None:
    value = scaffolded(method)
    (tmp_path / "whole").mkdir()
    before = states(written(value, tmp_path / "whole", method), method)
    cut(value, element.where.split("."))
    after = states(written(value, tmp_path, method), method)
    assert after[element.id] == "missing"
    assert [id_ for id_ in after if ORDER[after[id_]] > ORDER[before[id_]]] == []


@pytest.mark.parametrize(
    ("method", "element"),
    [(m, e) for m, e in HERE if e.each and e.id not in NEEDED_BY_THE_FORMAT],
    ids=lambda x: getattr(x, "id", x),
)
def test_where_one_place_lacks_a_key_it_is_thin_or_missing(method: str, element: Element, tmp_path: Path) -> None:
    value = scaffolded(method)
    places = [place for place in reached(value, element.where.split(".")) if about(place, element)]
    for key in element.each[0].split("|"):
        drop(places[0], key.split("."))
    state = states(written(value, tmp_path, method), method)[element.id]
    only_one = len(places) == 1 and len(element.each) == 1
    assert state == ("missing" if only_one else "thin")


@given(removed=st.sets(st.sampled_from(SECTIONS)), last=st.sampled_from(SECTIONS), method=st.sampled_from(METHODS))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_less_of_a_plan_never_covers_more(tmp_path: Path, removed: set[str], last: str, method: str) -> None:
    value = {key: part for key, part in scaffolded(method).items() if key not in removed}
    before = states(written(value, tmp_path, method), method)
    value.pop(last, None)
    after = states(written(value, tmp_path, method), method)
    present = {id_ for id_, state in after.items() if state == "present"}
    assert present <= {id_ for id_, state in before.items() if state == "present"}
    lost = {e.id for name, e in ELEMENTS if name == method and e.where.partition(".")[0] == last}
    assert {after[id_] for id_ in lost} <= {"missing"}


SMALL = "roadmap: 1\nname: Small\nperiod: 2027-Q3\n"
PEOPLE = "organization:\n  people:\n    a: {name: A, functions: [events]}\n"


@pytest.mark.parametrize(
    ("method", "id_", "plan", "state", "reason"),
    [
        ("quarterly", "focus-areas", "", "missing", "nothing is written at focus"),
        ("quarterly", "focus-areas", "focus:\n  x: {name: X}\n", "missing", "does not say goals"),
        (
            "quarterly", "focus-areas", "goals: {g: {statement: S}}\nfocus:\n  x: {goals: [g]}\n",
            "thin", "only 1; at least 2 are asked for",
        ),
        (
            "quarterly", "focus-areas",
            "goals: {g: {statement: S}}\nfocus:\n" + "".join(f"  x{n}: {{goals: [g]}}\n" for n in range(6)),
            "thin", "6 are too many; at most 5 are asked for",
        ),
        ("quarterly", "written-down", "measurement: {reviews: {final: {strengths: [x]}}}\n", "thin", "nothing says weaknesses, changes"),
        (
            "quarterly", "written-down",
            "measurement: {reviews: {midpoint: {strengths: [x], changes: [z]}, final: {weaknesses: [y]}}}\n", "present", None,
        ),
        (
            "quarterly", "verdicts",
            "tactics: {t: {what: x}}\nmeasurement: {reviews: {final: {decisions: {t: {verdict: stop}}}}}\n",
            "thin", "does not say because",
        ),
        ("quarterly", "requests", "ideas: {podcast: {name: P}}\n", "missing", "does not say goal"),
        ("quarterly", "reporting", PEOPLE, "missing", "does not say reports_to"),
        ("quarterly", "duties", PEOPLE, "present", None),
        ("seven-step", "reasons", "market: {segments: {s: {status: emerging}}}\n", "present", None),
        ("seven-step", "reasons", "market: {segments: {s: {status: current}}}\n", "missing", "does not say bought_because, not_bought_because"),
        ("events", "in-hand", "funnel: {stages: [{id: a, rate: 5%}, {id: b}]}\n", "missing", "none of 2 says in_hand / recycled"),
        ("events", "in-hand", "funnel: {stages: [{id: a, rate: 5%, in_hand: 0}, {id: b}]}\n", "present", None),
        ("events", "cta", "tactics: {t: {event: {cta: {action: buy}}}}\n", "thin", "does not say event.cta.leads_to"),
        ("events", "hours", "tactics: {t: {event: {hours: 3}}}\n", "thin", "nothing is written at playbooks.<id>.saves_hours"),
        ("annual", "priorities", "organization: {stakeholders: {x: {level: middle}}}\n", "missing",
         "nothing at organization.stakeholders has level: executive"),
        ("annual", "scores", "ideas: {x: {score: {impact: 2, confidence: 50%, ease: 5}}}\n", "present", None),
        ("annual", "scores", "ideas: {x: {score: {impact: 2, confidence: 50%}}}\n", "thin", "does not say score.effort / score.ease"),
        ("annual", "reasons", "measurement: {reviews: {final: {findings: x}}}\n", "thin", "nothing says decisions"),
        ("pyramid", "conflicts", "organization: {stakeholders: {x: {stance: agreed}}}\n", "present", None),
        ("pyramid", "conflicts", "organization: {stakeholders: {x: {stance: opposed, concern: c}}}\n", "thin", "does not say resolution"),
        (
            "pyramid", "conflicts",
            "organization: {stakeholders: {x: {stance: opposed, concern: c, resolution: r}, y: {stance: concerned, concern: c}}}\n",
            "thin", "1 of 2 without resolution: y",
        ),
    ],
)  # fmt: skip
def test_small_plans(method: str, id_: str, plan: str, state: str, reason: str | None) -> None:
    from roadmapctl.frameworks.coverage import coverage

    checked = check_text((SMALL + plan).encode(), "plan.yaml", methods=(method,))
    found = framework(method)
    assert found is not None and checked.plan is not None, checked.diagnostics
    judged = {one.element.id: one for one in coverage(checked.plan, found, ()).judged}[id_]
    said = None if judged.reason is None else say(*judged.reason, "en")
    assert (judged.state, said) == (state, reason)


def test_what_a_rule_finds_makes_an_element_thin() -> None:
    from roadmapctl.frameworks.coverage import coverage

    text = SMALL + "metrics: {m: {name: M}}\ngoals: {g: {statement: Generate more leads, metric: m}}\n"
    checked = check_text(text.encode(), "plan.yaml", methods=("quarterly",))
    found = framework("quarterly")
    assert found is not None and checked.plan is not None
    judged = {one.element.id: one for one in coverage(checked.plan, found, checked.diagnostics).judged}["goals"]
    vague = next(d for d in checked.diagnostics if d.code == "RM302")
    assert (judged.state, judged.path, judged.reason) == ("thin", vague.path, vague.message)


@pytest.mark.parametrize("method", METHODS)
def test_validate_says_something_about_every_element_that_is_not_there(method: str) -> None:
    checked = check_text(SMALL.encode(), "plan.yaml", methods=(method,))
    found = framework(method)
    assert found is not None
    told = "\n".join(d.message.en for d in checked.diagnostics)
    codes = {d.code for d in checked.diagnostics}
    answered = [e for e in found.elements if e.title[0] in told or not codes.isdisjoint(e.asks)]
    sections = {element.where.partition(".")[0] for element in answered}
    silent = [
        element.id
        for element in found.elements
        if not element.later and element.where.partition(".")[0] not in sections
    ]
    assert silent == []  # where a whole section is missing, that is said once


def cut(value: Any, steps: list[str]) -> None:
    """Take out what a path leads to, up to its first `*`."""
    home = steps[: steps.index("*")] if "*" in steps else steps
    for step in home[:-1]:
        value = value[step]
    del value[home[-1]]


def reached(value: Any, steps: list[str]) -> list[Any]:
    """What a path leads to in plain data."""
    if not steps:
        return [value]
    if steps[0] == "*":
        inner = value.values() if isinstance(value, dict) else value
        return [one for part in inner for one in reached(part, steps[1:])]
    return reached(value[steps[0]], steps[1:]) if steps[0] in value else []


def about(place: Any, element: Element) -> bool:
    """Is `each` asked of this place?"""
    for condition in (element.only, element.among):
        key, _, values = condition.partition("=")
        if key and (key not in place or (values and place[key] not in values.split("|"))):
            return False
    return True


def drop(place: Any, steps: list[str]) -> None:
    """Take a key out of a place, if it is there."""
    for step in steps[:-1]:
        place = place.get(step, {})
    place.pop(steps[-1], None)


def test_the_helpers_take_apart_what_they_say() -> None:
    value = {"a": {"x": {"k": 1}, "y": {"k": 2, "l": 3}}}
    assert reached(value, ["a", "*", "l"]) == [3]
    one = copy.deepcopy(value)
    cut(one, ["a", "*"])
    assert one == {}
