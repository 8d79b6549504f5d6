"""What the rules about milestones, measurement and people do beyond their pages."""

from typing import Any

import pytest

from roadmapctl.diagnostics import dotted
from tests.plans import checked, edited, found, sentence
from tests.rules.test_tactic_rules import findings, places, plan

STOCK = {"readers": {"kind": "stock", "unit": "people"}}


# --- milestones


def test_a_goal_is_served_through_any_number_of_supporting_goals() -> None:
    number = 10_000
    goals = {f"g{i}": {"supports": f"g{i + 1}"} for i in range(number - 1)} | {f"g{number - 1}": {}, "alone": {}}
    assert places("RM505", plan(goals=goals, milestones={"m": {"goal": "g0"}})) == ["goals.alone"]


def test_goals_that_support_each_other_in_a_ring_end_the_search() -> None:
    goals = {"a": {"supports": "b"}, "b": {"supports": "a"}}
    assert places("RM505", plan(goals=goals, milestones={"m": {"goal": "a"}})) == []


@pytest.mark.parametrize(("better", "expected"), [("up", ["milestones.late.target"]), ("down", [])])
def test_backwards_depends_on_what_is_better(better: str, expected: list[str]) -> None:
    milestones = {
        "late": {"date": "2027-06-30", "metric": "readers", "target": 100},
        "early": {"date": "2027-03-31", "metric": "readers", "target": 200},
    }
    metrics = {"readers": {**STOCK["readers"], "better": better}}
    assert places("RM510", plan(metrics=metrics, milestones=milestones)) == expected


def test_readings_of_one_day_and_flows_do_not_go_backwards() -> None:
    same = {"date": "2027-06-30", "metric": "readers"}
    milestones: dict[str, Any] = {"a": {**same, "target": 200}, "b": {**same, "target": 100}}
    assert places("RM510", plan(metrics=STOCK, milestones=milestones)) == []
    milestones["b"] = {**same, "date": "2027-07-31", "target": 100}
    assert places("RM510", plan(metrics={"readers": {"kind": "flow"}}, milestones=milestones)) == []
    assert places("RM510", plan(metrics=STOCK, milestones=milestones)) == ["milestones.b.target"]


def test_beyond_a_goal_that_goes_down_is_below_it() -> None:
    parts = {
        "metrics": {"cost": {"unit": "EUR", "kind": "stock", "better": "down"}},
        "goals": {"cheap": {"metric": "cost", "baseline": 90, "target": 60}},
    }
    for target, expected in ((70, []), (50, ["milestones.m.target"])):
        milestone = {"goal": "cheap", "metric": "cost", "target": target}
        assert places("RM509", plan(**parts, milestones={"m": milestone})) == expected


def test_a_goal_may_state_its_target_as_a_change() -> None:
    goal = {"metric": "readers", "baseline": 4_000, "change": "25%"}
    milestone = {"goal": "g", "metric": "readers", "target": 5_001}
    [finding] = findings("RM509", plan(metrics=STOCK, goals={"g": goal}, milestones={"m": milestone}))
    assert finding.fields["aim"] == 5_000


# --- measurement


@pytest.mark.parametrize(
    ("period", "reviews", "expected"),
    [
        ("2027-Q1", {"final": "2027-03-17"}, []),
        ("2027-Q1", {"final": "2027-03-18"}, ["final"]),
        ("2027-Q1", {"final": "2027-03-10", "party": "2027-03-31"}, []),
        ("2027-Q1", {"first": "2027-02-10", "last": "2027-03-31"}, ["last"]),
        ("2027-H1", {"final": "2027-06-30"}, []),
        ("2027-Q1", {"final": "2027-04-02"}, []),
    ],
)
def test_a_quarters_final_review_leaves_two_weeks(period: str, reviews: dict[str, str], expected: list[str]) -> None:
    measurement = {"reviews": {id: {"date": day} for id, day in reviews.items()}}
    assert [f.path[2] for f in findings("RM707", plan(period=period, measurement=measurement))] == expected


def test_a_review_without_a_date_is_not_planned() -> None:
    assert places("RM701", plan(measurement={"reviews": {"final": {}}})) == ["measurement"]
    assert places("RM701", plan()) == [""]


def test_a_rate_needs_no_kind() -> None:
    goals = {"g": {"metric": "win-rate"}}
    assert findings("RM706", plan(metrics={"win-rate": {"unit": "rate"}}, goals=goals)) == []
    [finding] = findings("RM706", plan(metrics={"win-rate": {}}, goals=goals))
    assert finding.fields["missing"] == "unit + kind"


def test_a_metric_may_be_used_by_a_handover_or_meant_by_a_broken_reference() -> None:
    metrics = {"lead-to-mql": {"unit": "rate"}}
    handovers = {"handovers": {"bdr": {"judged_by": ["lead-to-mql"]}}}
    assert findings("RM708", plan(metrics=metrics, organization=handovers)) == []
    assert findings("RM708", plan(metrics=metrics, milestones={"m": {"metric": "lead-to-mqls"}})) == []
    assert places("RM708", plan(metrics=metrics)) == ["metrics.lead-to-mql"]


def test_nothing_is_called_unused_while_a_part_cannot_be_read() -> None:
    text = edited("contributes: {readers: 100}", "contributes: [readers]").replace("metric: readers", "metric: revenue")
    assert "RM708" not in [code for code, _, _ in found(text)]


# --- people


def test_people_are_asked_about_once_there_are_tactics() -> None:
    people = {"people": {"lin": {"name": "Lin"}, "ana": {"name": "Ana", "goals": ["g"]}}}
    assert places("RM901", plan(organization=people)) == []
    assert places("RM901", plan(organization=people, tactics={"a": {}})) == ["organization.people.lin"]


def test_the_sentence_of_a_crowded_day() -> None:
    row = "  {}: {{owner: lin, start: 2027-02-0{}, end: 2027-02-20}}\n"
    tactics = "".join(row.format(f"t{i}", i) for i in range(1, 8))
    people = "organization:\n  people:\n    lin: {name: Lin, functions: [email]}\n    ana: {functions: [web]}\n"
    crowded, alone = checked(f"roadmap: 1\nname: S\nperiod: 2027\ntactics:\n{tactics}{people}").diagnostics
    assert sentence(crowded) == "lin has 7 tactics running at once on 2027-02-07"
    assert sentence(alone, "zh") == "lin 一人负责全部 7 项打法，而计划中列有 2 人"
    assert dotted(alone.path) == "organization.people.lin"


def test_a_dangling_reference_is_told_though_another_tactic_has_a_value_that_cannot_be_read() -> None:
    text = """\
roadmap: 1
name: Spring
period: 2027
tactics:
  page: {start: 2027-01-04, end: 2027-01-14, budget: a lot}
  ads: {start: 2027-01-15, end: 2027-02-14, after: [pgae]}
"""
    assert [d.code for d in checked(text).diagnostics] == ["RM021", "RM030"]
