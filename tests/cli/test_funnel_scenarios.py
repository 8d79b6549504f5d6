"""`funnel --scenario`, `--vary` and `--solve`, as a user types them."""

import json
from pathlib import Path

import pytest

from tests.cli.run import ROOT, roadmapctl

AURORA = (ROOT / "examples" / "aurora-crm" / "roadmap.yaml").read_text("utf-8")
SCENARIOS = """
scenarios:
  cautious: {funnel.stages.mql.rate: 30%, funnel.deal_size: 20_000}
  bold: {funnel.stages.mql.rate: 50%}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "roadmap.yaml"
    path.write_text(AURORA + SCENARIOS, "utf-8")
    return path


def test_scenarios_stand_beside_the_plan(plan: Path) -> None:
    out = roadmapctl("funnel", plan, "--scenario", "cautious,bold").out
    rows = [line.split("  ") for line in out[out.index("Scenarios") :].splitlines()]
    cells = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    assert cells[1] == ["As planned", "Cautious", "Bold"]
    assert ["New units, MQL", "600", "1,070", "465"] in cells
    assert "Cautious: funnel.stages.mql.rate = 30%, funnel.deal_size = 20,000" in out


def test_scenarios_in_json_say_what_they_change_and_come_to(plan: Path) -> None:
    done = roadmapctl("funnel", plan, "--scenario", "cautious", "--scenario", "bold", "--format", "json")
    data = json.loads(done.out)
    cautious, bold = data["scenarios"]
    assert cautious["values"] == {"funnel.stages.mql.rate": "30%", "funnel.deal_size": 20000}
    assert (cautious["deals_whole"], bold["deals_whole"], data["deals_whole"]) == (66, 55, 55)
    assert [stage["new_whole"] for stage in bold["stages"]] == [1395, 465, 270, 180, 55]
    assert done.code == 0


def test_a_table_has_a_row_and_a_column_for_each_value(plan: Path) -> None:
    both = ("--vary", "funnel.stages.mql.rate=30%..50%/3", "--vary", "funnel.deal_size=20_000,24_000")
    out = roadmapctl("funnel", plan, *both).out
    assert "New units of Lead by funnel.stages.mql.rate (down) and funnel.deal_size (across)" in out
    grid = json.loads(roadmapctl("funnel", plan, *both, "--format", "json").out)["vary"]
    assert grid["down"] == {"path": "funnel.stages.mql.rate", "values": ["30%", "40%", "50%"]}
    assert grid["cells"][1][1]["stages"][0]["new_whole"] == 1800


def test_the_value_that_meets_the_goal_holds_the_written_plans_volumes_fast(plan: Path) -> None:
    done = roadmapctl(
        "funnel", plan, "--set", "funnel.stages.lead.rate=15%", "--solve", "funnel.stages.mql.rate", "--format", "json"
    )
    assert json.loads(done.out)["solve"] == {
        "path": "funnel.stages.mql.rate",
        "value": 0.461539,
        "direction": "at_least",
        "now": "40%",
        "deals_now": 49.6,
        "deals_wanted": 55,
    }


def test_the_same_from_standard_input() -> None:
    arguments = ("--set", "funnel.stages.lead.rate=15%", "--solve", "funnel.stages.mql.rate")
    out = roadmapctl("funnel", "-", *arguments, stdin=AURORA).out
    assert "funnel.stages.mql.rate must be at least 46.1539%; now it is 40%." in out


def test_a_goal_that_no_value_reaches_is_said_in_both_languages(plan: Path) -> None:
    arguments = ("--set", "funnel.stages.sql.rate=1%", "--solve", "funnel.stages.mql.rate")
    assert "No value of funnel.stages.mql.rate is enough" in roadmapctl("funnel", plan, *arguments).out
    assert "取任何值都不够" in roadmapctl("funnel", plan, *arguments, "--language", "zh").out


def test_scenarios_in_markdown_are_tables(plan: Path) -> None:
    out = roadmapctl("funnel", plan, "--scenario", "bold", "--format", "md").out
    assert "### Scenarios\n\n|  | As planned | Bold |\n| :--- | ---: | ---: |" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--scenario", "nope"), "the plan has no such scenario; there are: cautious, bold"),
        (
            ("--vary", "funnel.deal_size"),
            "write a path and at most 25 values, such as funnel.stages.mql.rate=10%..30%/5",
        ),
        (
            ("--vary", "funnel.stages.mql.rate=30%..130%/3"),
            "a rate of 130% is not between 0 and 100%; write 18% or 0.18",
        ),
        (("--vary", "funnel.stages.nope.rate=30%,40%"), "there is no “nope” here; there are: lead, mql, sql"),
        (("--vary", "funnel.marginn=50%,60%"), "“marginn” is not a key here"),
        (("--vary", "a=1", "--vary", "b=1", "--vary", "c=1"), "a table has two sides; give one or two of them"),
        (("--solve", "funnel.stages.nope.rate"), "there is no “nope” here; there are: lead, mql, sql"),
        (("--solve", "funnel.deal_size", "--scenario", "bold,cautious"), "works under one scenario; name one of them"),
    ],
)
def test_what_cannot_be_done_says_what_to_write(plan: Path, arguments: tuple[str, ...], said: str) -> None:
    done = roadmapctl("funnel", plan, *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_table_shows_a_dash_where_nothing_can_be_computed(plan: Path) -> None:
    out = roadmapctl("funnel", plan, "--vary", "funnel.stages.mql.rate=0%,40%").out
    rows = out[out.index("New units of") :].splitlines()
    assert [row.split()[-1] for row in rows[3:5]] == ["–", "1,800"]
