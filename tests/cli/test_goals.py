"""`roadmapctl goals`: growth, splits, step rates, chains and levels, in both languages; JSON; what cannot be done."""

import json
from pathlib import Path

import pytest

from tests.cli.run import roadmapctl

GOLDEN = Path(__file__).parent / "golden"
PLAN = """roadmap: 1
name: Spring
currency: EUR
period: 2027
discovery:
  review:
    revenue: {metric: revenue, previous: 620_000, current: 800_000}
    win: {metric: win-rate, previous: 24%, current: 20%}
metrics:
  revenue: {name: New revenue, unit: EUR, kind: flow, level: advocate}
  list: {name: Subscribers, unit: people, kind: stock, level: educate}
  contact: {name: Session-to-contact rate, unit: rate, kind: stock, level: engage}
  win-rate: {name: Win rate, unit: rate, kind: stock}
goals:
  new-revenue: {metric: revenue, baseline: 0, target: 1_200_000, due: 2027-12-31, split: quarter}
  readers: {metric: list, baseline: 2_000, target: 3_500, due: 2027-04-30, supports: new-revenue, split: month}
  contacts: {metric: contact, baseline: 0.75%, target: 1%, due: 2027-12-31, split: quarter}
  fans: {metric: list, target: 100, due: 2027-12-31}
milestones:
  list-full: {name: List full, date: 2027-04-28, goal: readers, metric: list, target: 3_500}
tactics:
  guide: {name: Guide, milestone: list-full, start: 2027-01-11, end: 2027-04-05, contributes: {list: 1_500}}
funnel:
  goal: new-revenue
  deal_size: 12_000
  other_teams: 40%
  seasonality: {Q1: 0.8, Q2: 1, Q3: 0.7, Q4: 1.5}
  stages:
    - {id: lead, rate: 25%}
    - {id: mql, rate: 70%}
    - {id: opportunity, rate: 20%}
    - {id: customer}
  sources:
    webinar: {feeds: mql, share: 60%, cost_per_unit: 100}
    search: {feeds: lead, share: 40%, cost_per_unit: 30}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "roadmap.yaml"
    path.write_text(PLAN, "utf-8")
    return path


@pytest.mark.parametrize(("language", "format", "ending"), [("en", "text", "txt"), ("zh", "markdown", "md")])
def test_golden(plan: Path, language: str, format: str, ending: str) -> None:
    done = roadmapctl("goals", plan, "--language", language, "--format", format)
    assert (done.code, done.err) == (0, "")
    assert done.out == (GOLDEN / f"goals.{language}.{ending}").read_text("utf-8")


def test_json_is_stable(plan: Path) -> None:
    data = json.loads(roadmapctl("goals", plan, "--by", "month", "--format", "json").out)
    assert list(data) == ["version", "currency", "goals", "chain", "kpis", "findings"]
    sales, readers, _, fans = data["goals"]
    assert (sales["last_year"], sales["last_year_from"], sales["growth"], sales["growth_relative"]) == (
        800_000,
        "review",
        400_000,
        0.5,
    )
    spans = sales["split"]["spans"]
    assert len(spans) == 12 and sum(span["part"] for span in spans) == spans[-1]["until"] == 1_200_000
    # a month of the first quarter: 1,200,000 / 12 · 0.8
    assert spans[0] == {"span": "2027-01", "start": "2027-01-01", "end": "2027-01-31", "part": 80_000, "until": 80_000}
    assert [span["until"] for span in readers["split"]["spans"]][-1] == 3_500
    assert fans["split"] == {"by": "month", "reason": "no_baseline", "spans": []}
    rates = sales["step_rates"]
    assert [(step["from"], step["rate"], step["rate_from"], step["alone"]) for step in rates["steps"]] == [
        ("lead", 0.25, "plan", 0.5625),  # 40% of the result pass it: 1 + 0.5 / 0.4 = 2.25 times as much
        ("mql", 0.7, "plan", None),
        ("opportunity", 0.2, "review", 0.3),
    ]
    assert rates["steps"][1]["most"] == round(800_000 / 0.7, 6)
    assert data["chain"][1] == {
        "goal": "readers",
        "supports": "new-revenue",
        "milestone": "list-full",
        "tactic": "guide",
        "brings": 1_500,
    }


def test_weeks_of_every_goal_sum_to_its_target(plan: Path) -> None:
    data = json.loads(roadmapctl("goals", plan, "--by", "week", "--format", "json").out)
    spans = data["goals"][0]["split"]["spans"]
    assert (spans[0]["span"], spans[-1]["span"], len(spans)) == ("2026-W53", "2027-W52", 53)
    assert sum(span["part"] for span in spans) == 1_200_000


def test_another_value_is_an_option(plan: Path) -> None:
    done = roadmapctl("goals", plan, "--set", "goals.new-revenue.target=1.6M", "--format", "json")
    assert json.loads(done.out)["goals"][0]["growth_relative"] == 1


def test_what_cannot_be_done(plan: Path, tmp_path: Path) -> None:
    done = roadmapctl("goals", plan, "--by", "year")
    assert (done.code, done.out) == (2, "") and "year" in done.err
    plan.write_text("roadmap: 1\nname: X\n", "utf-8")
    done = roadmapctl("goals", plan, "--language", "zh")
    assert (done.code, done.out) == (1, "") and "还没有目标" in done.err
    plan.write_text("roadmap: 1\nname: X\ngoals: {a: {metric: nothing}}\n", "utf-8")
    done = roadmapctl("goals", plan)
    assert (done.code, done.out) == (1, "") and "RM030" in done.err
    plan.write_text("roadmap: 1\nname: X\ngoals: {a: {target: 5}}\n", "utf-8")
    done = roadmapctl("goals", plan)
    assert done.code == 0 and "A is not split: the plan states no period." in done.out
    assert roadmapctl("goals", tmp_path / "gone.yaml").code == 2
