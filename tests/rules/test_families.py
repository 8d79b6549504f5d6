"""Rules that cannot have anything to say to a plan are not even loaded for it."""

import pytest

from roadmapctl.load import load_text
from roadmapctl.model import Plan
from roadmapctl.model.build import build
from roadmapctl.rules import ASKED_ALL, FAMILIES
from roadmapctl.rules.engine import checks, families_for

MARKET = "market: {segments: {a: {}, b: {}, c: {combines: [a, b]}}}\n"
FUNNEL = "funnel: {goal: g, stages: [{id: customer}]}\n"


def plan(text: str = "") -> Plan:
    """A small plan."""
    built = build(load_text(f"roadmap: 1\nname: X\n{text}".encode(), "x.yaml")).plan
    assert built is not None
    return built


@pytest.mark.parametrize(
    ("one", "asked", "without"),
    [
        (plan(), frozenset(), {"funnel", "parent", "segments", "journey", *ASKED_ALL}),
        (plan(), frozenset({"RM101"}), {"funnel", "parent", "segments", "journey"}),
        (plan(FUNNEL), frozenset({"RM101"}), {"parent", "segments", "journey"}),
        (plan(FUNNEL).below(plan()), frozenset({"RM101"}), {"segments", "journey"}),
        (plan(MARKET), frozenset(), {"funnel", "parent", "journey", *ASKED_ALL}),
        (plan("market: {dimensions: [region]}\n"), frozenset({"RM101"}), {"funnel", "parent", "journey"}),
        (plan("strategy: {journey: [{from: a, to: b}]}\n"), frozenset(), {"funnel", "parent", "segments", *ASKED_ALL}),
    ],
)
def test_families(one: Plan, asked: frozenset[str], without: set[str]) -> None:
    assert families_for(one, asked) == tuple(family for family in FAMILIES if family not in without)


def test_all_rules_of_these_families_ask_for_an_element() -> None:
    family = {rule.code: rule.check.__module__.split(".")[-2] for rule in checks() if rule.check is not None}
    spared = {rule.code for rule in checks() if family[rule.code] in ASKED_ALL}
    assert spared
    assert {rule.code for rule in checks() if rule.code in spared and not rule.asked} == set()


def test_without_a_funnel_or_a_parent_their_rules_say_nothing() -> None:
    for rule in checks():
        if rule.check is not None and rule.check.__module__.split(".")[-2] in (
            "funnel",
            "parent",
            "segments",
            "journey",
        ):
            assert list(rule.check(plan())) == []
