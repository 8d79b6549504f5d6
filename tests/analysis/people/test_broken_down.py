"""Goals broken down to people: parts that sum to the whole, held against a plain reading of the plan."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.people.broken_down import Breakdown, broken_down, way
from roadmapctl.analysis.people.channels import channel_hands
from roadmapctl.analysis.people.functions import functions
from roadmapctl.analysis.people.loads import loads
from roadmapctl.analysis.people.structures import structure_gaps
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.model.metrics import Metric
from roadmapctl.model.organization import Organization


def plan(**parts: Any) -> Plan:
    return Plan.model_validate({"roadmap": 1, "name": "X", "period": 2027, **parts})


METRICS = {"leads": {"kind": "flow"}, "list": {"kind": "stock"}, "cost": {"kind": "stock", "better": "down"}}
PEOPLE = {"organization": {"people": {"lin": {"goals": ["leads"]}, "ana": {}}}}
MILESTONES = {
    "m": {"goal": "leads", "metric": "leads", "target": 300},
    "n": {"goal": "reach", "metric": "list", "target": 60},
}
GOALS = {
    "leads": {"metric": "leads", "baseline": 250, "target": 400},
    "reach": {"metric": "list", "baseline": 10, "target": 60, "supports": "leads"},
    "more": {"metric": "leads", "target": 10},
}
TACTICS = {
    "a": {"owner": "lin", "milestone": "m", "contributes": {"leads": 150}},
    "b": {"owner": "ana", "milestone": "m", "contributes": {"leads": 100}},
    "c": {"milestone": "m", "contributes": {"leads": 20}},
    "d": {"owner": "ana", "milestone": "n", "contributes": {"list": 50, "leads": 30}},
    "e": {"owner": "lin", "contributes": {"leads": 7}},
}


def found(**parts: Any) -> dict[tuple[str, str | None], Breakdown]:
    parts = {"metrics": METRICS, "goals": GOALS, "milestones": MILESTONES, "tactics": TACTICS, **PEOPLE, **parts}
    return {(one.goal, one.metric): one for one in broken_down(plan(**parts))}


def test_what_each_person_brings_what_nobody_owns_and_what_nobody_carries() -> None:
    leads = found()["leads", "leads"]
    assert [(part.person, part.tactics, part.brings) for part in leads.parts] == [
        ("lin", ("a",), 150),
        ("ana", ("b", "d"), 130),
        (None, ("c",), 20),
    ]
    assert (leads.asked, leads.brings, leads.not_carried, leads.elsewhere) == (400, 300, 100, 7)
    assert leads.answer == ("lin",)
    reach = found()["reach", "list"]
    assert (reach.asked, reach.brings, reach.not_carried, reach.answer) == (50, 50, None, ())


def test_a_goal_measured_on_the_way_by_something_else_has_that_measure_too() -> None:
    milestones = {"m": {"goal": "reach", "metric": "leads", "target": 300}}
    subject = found(milestones=milestones)
    assert list(subject) == [("leads", "leads"), ("reach", "list"), ("reach", "leads"), ("more", "leads")]
    other = subject["reach", "leads"]
    assert (other.is_own, other.asked, other.brings, other.not_carried) == (False, 300, 270, 30)


def test_a_metric_of_one_goal_is_that_goals_wherever_the_milestone_leads() -> None:
    alone = {id_: goal for id_, goal in GOALS.items() if id_ != "more"}
    leads = found(goals=alone)["leads", "leads"]
    assert [(part.person, part.tactics) for part in leads.parts] == [
        ("lin", ("a", "e")),
        ("ana", ("b", "d")),
        (None, ("c",)),
    ]
    assert (leads.brings, leads.elsewhere) == (307, 0)


def test_goals_in_a_ring_come_to_an_end() -> None:
    ring = {**GOALS, "leads": {**GOALS["leads"], "supports": "reach"}}
    assert found(goals=ring)["leads", "leads"].brings == 300


@pytest.mark.parametrize(
    ("goal", "metric", "wanted"),
    [
        ({"baseline": 250, "target": 400}, {"kind": "flow"}, 400),
        ({"baseline": 250, "target": 400}, {"kind": "stock"}, 150),
        ({"target": 400}, {"kind": "stock"}, 400),
        ({"baseline": 250, "target": 100}, {"kind": "stock", "better": "down"}, 150),
        ({"baseline": "45%", "target": "90%"}, {"kind": "flow", "unit": "rate"}, Fraction(9, 20)),
        ({"baseline": "45%", "change": "10pp"}, {"kind": "stock", "unit": "rate"}, Fraction(1, 10)),
        ({"target": 100}, {"kind": "flow", "better": "down"}, None),
        ({"baseline": 250}, {"kind": "stock"}, None),
    ],
)
def test_the_way_to_a_goal(goal: dict[str, Any], metric: dict[str, Any], wanted: Fraction | None) -> None:
    assert way(Goal.model_validate(goal), Metric.model_validate(metric)) == wanted


OWNERS = st.sampled_from(["lin", "ana", "zoe", None])
AMOUNTS = st.decimals(0, 10**6, places=3)


@given(
    st.dictionaries(
        st.sampled_from("abcdefgh"),
        st.tuples(OWNERS, st.sampled_from(["m", "n", None]), AMOUNTS, AMOUNTS),
        min_size=1,
    )
)
def test_parts_sum_to_all_that_leads_to_the_goal(
    rows: dict[str, tuple[str | None, str | None, Decimal, Decimal]],
) -> None:
    tactics = {
        id_: {
            **({"owner": owner} if owner else {}),
            **({"milestone": milestone} if milestone else {}),
            "contributes": {"leads": str(leads), "list": str(reach)},
        }
        for id_, (owner, milestone, leads, reach) in rows.items()
    }
    subject = found(tactics=tactics)
    leads = subject["leads", "leads"]
    assert leads.brings == sum(Fraction(row[2]) for row in rows.values() if row[1] in ("m", "n"))
    assert leads.brings + leads.elsewhere == sum(Fraction(row[2]) for row in rows.values())
    for person in ("lin", "ana", "zoe", None):
        parts = [part.brings for part in leads.parts if part.person == person]
        assert sum(parts) == sum(Fraction(r[2]) for r in rows.values() if r[0] == person and r[1] in ("m", "n"))
    together = loads(plan(metrics=METRICS, goals=GOALS, milestones=MILESTONES, tactics=tactics, **PEOPLE))
    assert sum(load.brings.get("leads", Fraction(0)) for load in together) == sum(Fraction(r[2]) for r in rows.values())
    assert subject["more", "leads"].brings == 0
    assert subject["reach", "list"].brings == sum(Fraction(row[3]) for row in rows.values())


def test_load_is_what_runs_on_the_busiest_day() -> None:
    days = [("2027-01-01", "2027-01-31"), ("2027-01-20", "2027-02-10"), ("2027-02-11", "2027-03-01")]
    tactics: dict[str, Any] = {
        f"t{n}": {"owner": "lin", "start": start, "end": end, "budget": 10 * (n + 1)}
        for n, (start, end) in enumerate(days)
    }
    tactics["fair"] = {"owner": "zoe", "event": {"hours": 8, "events": 3}}
    tactics["lost"] = {"budget": 5}
    people = {"people": {"ana": {}, "lin": {"capacity": "50%"}}}
    subject = loads(plan(tactics=tactics, organization=people))
    assert [(load.person, len(load.tactics), load.budget, load.at_once, load.limit) for load in subject] == [
        ("ana", 0, 0, 0, 6),
        ("lin", 3, 60, 2, 3),
        ("zoe", 1, 0, 0, None),
        (None, 1, 5, 0, None),
    ]
    assert str(subject[1].busiest) == "2027-01-20" and subject[2].hours == 24


def organization(**parts: Any) -> Organization:
    return Organization.model_validate(parts)


def test_functions_are_the_same_however_they_are_spelt() -> None:
    people = {"lin": {"functions": ["trade-shows", "Data"]}, "ana": {"functions": ["data", "content"]}}
    subject = functions(organization(functions=["Trade Shows", "data", "strategy"], people=people))
    assert [(one.name, one.people, one.needed) for one in subject] == [
        ("Trade Shows", ("lin",), True),
        ("data", ("lin", "ana"), True),
        ("strategy", (), True),
        ("content", ("ana",), False),
    ]


@pytest.mark.parametrize(
    ("structure", "people", "head", "gaps"),
    [
        ("startup", {"a": {"role": "Head"}, "b": {"role": "Web"}}, None, ()),
        ("startup", {"a": {"role": "Head"}, "b": {"role": "Web"}, "c": {"role": "Events"}}, None, ("too_many_roles",)),
        ("centralized", {"a": {}}, None, ("no_head",)),
        ("centralized", {"a": {"unit": "Asia"}, "b": {}}, "b", ("people_in_units",)),
        ("by-unit", {"a": {"unit": "Asia"}, "b": {"unit": "Europe"}}, "b", ()),
        ("hybrid", {"a": {"unit": "Asia"}, "b": {"unit": "Europe"}}, "b", ("nobody_central",)),
        ("hybrid", {"a": {}, "b": {}}, "b", ("nobody_in_units",)),
        ("hybrid", {"a": {"unit": "Asia"}, "b": {}}, "b", ()),
        ("hybrid", {}, None, ()),
        (None, {"a": {}}, None, ()),
    ],
)
def test_people_against_the_structure(
    structure: str | None, people: dict[str, Any], head: str | None, gaps: tuple[str, ...]
) -> None:
    said = {key: value for key, value in {"structure": structure, "head": head}.items() if value is not None}
    assert structure_gaps(organization(people=people, **said)) == gaps


def test_channels_are_those_of_tactics_and_of_what_their_playbooks_send() -> None:
    playbooks = {
        "show": {"sequence": [{"at": "-7d", "channel": "email"}, {"at": "-1d", "channel": "email"}, {"at": "0d"}]}
    }
    tactics = {"a": {"channel": "fair", "playbook": "show", "owner": "lin"}, "b": {"channel": "web"}}
    subject = channel_hands(plan(playbooks=playbooks, tactics=tactics))
    assert [tuple(one) for one in subject] == [
        ("fair", ("a",), (), ("lin",)),
        ("web", ("b",), (), ()),
        ("email", (), ("a",), ("lin",)),
    ]
