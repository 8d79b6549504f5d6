"""`roadmapctl people`: goals broken down to people, load and organisation, in both languages and as JSON."""

import json
from pathlib import Path

import pytest

from tests.cli.run import roadmapctl

PLAN = """\
roadmap: 1
name: Team
currency: EUR
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
  rate: {name: Reply rate, unit: rate, kind: stock}
goals:
  more-leads: {statement: Bring sales 400 leads by 30 November 2027, metric: leads, baseline: 0, target: 400, due: 2027-11-30}
  replies: {metric: rate, baseline: 45%, target: 90%, due: 2027-06-30}
milestones:
  autumn: {date: 2027-11-27, goal: more-leads, metric: leads, target: 400}
tactics:
  fair: {name: Fair, milestone: autumn, owner: ben, channel: trade-show, start: 2027-08-02, end: 2027-11-19, budget: 40_000,
    contributes: {leads: 250}, event: {date: 2027-10-06, hours: 30}}
  calculator: {name: Calculator, milestone: autumn, owner: ana, channel: website, start: 2027-01-11, end: 2027-11-12,
    contributes: {leads: 50}}
  letters: {name: Letters, milestone: autumn, channel: post, start: 2027-01-11, end: 2027-11-12, contributes: {leads: 25}}
organization:
  structure: centralized
  functions: [strategy, fairs, data]
  headcount: {now: 2, asked: 3}
  people:
    ana: {name: Ana Ruiz, role: Head of marketing, functions: [strategy], goals: [more-leads], incentive: a bonus}
    ben: {name: Ben Okafor, role: Events, functions: [Fairs], capacity: 50%}
  stakeholders:
    cfo: {level: executive, decides: budget, stance: unknown}
    sales: {name: Head of sales, level: middle, stance: opposed, concern: who owns the BDR team}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "roadmap.yaml"
    path.write_text(PLAN, "utf-8")
    return path


def rows(text: str) -> list[str]:
    return [" ".join(line.replace("\u00a0", " ").split()) for line in text.splitlines()]


def test_text_breaks_goals_down_and_names_what_nobody_carries(plan: Path) -> None:
    done = roadmapctl("people", plan)
    assert (done.code, done.err) == (0, "")
    found = rows(done.out)
    start = found.index("Who Answers for it Tactics Brings Of the way")
    assert found[start + 2 : start + 7] == [
        "Ana Ruiz yes Calculator 50 12.5%",
        "Ben Okafor no Fair 250 62.5%",
        "nobody Letters 25 6.2%",
        "Together 325 81.2%",
        "carried by no tactic 75 18.8%",
    ]
    for said in (
        "75 of 400 is carried by no tactic: nobody can bring it.",
        "25 lies with tactics that nobody owns: Letters.",
        "To go 45 points Reply rate (from 45% to 90%)",
        "No tactic leads to this goal: a milestone with goal: replies, and tactics that contribute rate, would.",
        "Nobody answers for this goal: name it in the goals of a person.",
        "No head is named (organization.head).",
        "Ben Okafor 50% 1 1 of 3 250 Leads €40,000 30",
        "Nobody carries: data.",
        "No owner stands behind: Post.",
        "Conflicts: 1, resolved: 0.",
        "Without a resolution: Head of sales.",
        "Not asked yet: Cfo.",
    ):
        assert said in found, said


def test_chinese_says_the_same(plan: Path) -> None:
    english = roadmapctl("people", plan, "--format", "md")
    chinese = roadmapctl("people", plan, "--format", "markdown", "--language", "zh")
    assert chinese.code == 0 and len(chinese.out.splitlines()) == len(english.out.splitlines())
    for words in ("# 人员：Team", "对其负责", "合计", "没有打法承担", "无人承担：data。", "45 个百分点"):
        assert words in chinese.out, words
    assert "400 中有 75 没有打法承担：无人能够带来。" in chinese.out


def test_json_is_stable_and_its_parts_sum(plan: Path) -> None:
    data = json.loads(roadmapctl("people", plan, "--format", "json").out)
    assert list(data) == ["version", "currency", "goals", "people", "organization", "channels", "findings"]
    goal = data["goals"][0]
    assert (goal["to_go"], goal["brings"], goal["carried_by_no_tactic"], goal["answered_by"]) == (400, 325, 75, ["ana"])
    assert goal["parts"] == [
        {"person": "ana", "tactics": ["calculator"], "brings": 50, "share": 0.125},
        {"person": "ben", "tactics": ["fair"], "brings": 250, "share": 0.625},
        {"person": None, "tactics": ["letters"], "brings": 25, "share": 0.0625},
    ]
    assert data["goals"][1]["to_go"] == 0.45
    ben = next(person for person in data["people"] if person["id"] == "ben")
    assert (ben["at_once"], ben["at_once_limit"], ben["budget"], ben["event_hours"]) == (1, 3, 40000, 30)
    assert ben["contributes"] == {"leads": 250}
    assert data["organization"]["functions"] == [
        {"name": "strategy", "people": ["ana"], "needed": True},
        {"name": "fairs", "people": ["ben"], "needed": True},
        {"name": "data", "people": [], "needed": True},
    ]
    assert data["organization"]["gaps"] == ["no_head"]
    assert "RM908" in {finding["code"] for finding in data["findings"]}


def test_a_plan_without_people(tmp_path: Path) -> None:
    plan = tmp_path / "roadmap.yaml"
    plan.write_text("roadmap: 1\nname: X\nlanguage: zh\n")
    done = roadmapctl("people", plan)
    assert (done.code, done.out) == (1, "") and "organization: {people: {lin:" in done.err and "没有人员" in done.err
    plan.write_text("roadmap: 1\nname: X\ntactics: {a: {owner: lin}}\n")
    done = roadmapctl("people", plan)
    assert done.code == 0 and "Lin" in done.out
