"""What a reader who stops after the first screen has been told, and that nothing further down says it otherwise."""

import json
import re

import pytest

from roadmapctl.report.layout import figures
from roadmapctl.report.view.funnel import FigureRow
from tests.cli.run import ROOT, roadmapctl

HEAD = "roadmap: 1\nname: X\nlanguage: en\ncurrency: EUR\nperiod: 2027\n"
PLAN = (
    HEAD
    + """metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow, better: up}
  readers: {name: Readers, unit: people, kind: stock, better: up}
  noshow: {name: No-shows, unit: rate, kind: stock, better: down}
goals:
  sales: {name: Sales, metric: revenue, baseline: 0, target: 120_000, due: 2027-12-31}
  letter: {name: Letter, metric: readers, baseline: 100, target: 500, due: 2027-12-31, supports: sales}
  shows: {name: Shows, metric: noshow, baseline: 24%, target: 15%, due: 2027-12-31, supports: sales}
milestones:
  spring: {name: Spring, date: 2027-03-31, goal: sales, metric: revenue, target: 30_000}
  guests: {name: Guests, date: 2027-11-30, goal: shows, metric: noshow, target: 15%}
tactics:
  reminders: {name: Reminders, milestone: guests, start: 2027-01-04, end: 2027-11-30, budget: 2_000, contributes: {noshow: -9%}}
measurement: {actuals: actuals.csv}
"""
)
RECORDS = "date,metric,value\n2027-03-31,revenue,36000\n2027-06-30,revenue,26000\n2027-06-30,readers,150\n"


@pytest.fixture
def plan(tmp_path):  # type: ignore[no-untyped-def]
    (tmp_path / "actuals.csv").write_text(RECORDS, "utf-8")
    path = tmp_path / "roadmap.yaml"
    path.write_text(PLAN, "utf-8")
    return path


def report(*arguments: object) -> str:
    done = roadmapctl("report", *map(str, arguments))
    assert done.code == 0, done.err
    return done.out.replace("\u00a0", " ")


def test_it_says_where_the_plan_stands(plan) -> None:  # type: ignore[no-untyped-def]
    # 62,000 of 120,000; due by 30 June: 120,000 × 6/12; projected 62,000 × 2. 150 readers are an eighth of the way, a half is due.
    assert (
        "**Where it stands** — By 30 Jun 2027: ● on track, 51% attained, 103% of plan to date, €124K projected. "
        "Short of plan: Letter (25% of plan to date).\n"
    ) in report(plan)
    assert (
        "**进展**：截至2027年6月30日：● 正常，达成率 51%，进度比 103%，预计 €12.4万。落后：Letter（进度比 25%）。\n"
    ) in report(plan, "--language", "zh")


def test_it_is_silent_where_nothing_is_recorded(plan) -> None:  # type: ignore[no-untyped-def]
    (plan.parent / "actuals.csv").write_text("date,metric,value\n", "utf-8")
    assert "Where it stands" not in report(plan)


def test_milestones_that_are_reached_are_not_the_next_ones(plan) -> None:  # type: ignore[no-untyped-def]
    first_screen = report(plan).partition("\n## ")[0]
    assert "Guests" in first_screen and "Spring" not in first_screen
    assert "Spring" in report(plan, "--as-of", "2027-03-30").partition("\n## ")[0]


@pytest.mark.parametrize("example", ["tuoli-vision", "larkwheel/q2.yaml", "larkwheel/year.yaml"])
def test_it_says_what_status_says(example: str) -> None:
    path = ROOT / "examples" / example
    found = json.loads(roadmapctl("status", str(path), "--format", "json").out)
    line = next(
        line for line in report(path, "--language", "en").splitlines() if line.startswith("**Where it stands**")
    )
    main = found["goals"][0]
    share, paced = (int(main[key] * 100 + 1e-9) for key in ("attainment", "pacing"))
    assert f" {share}% attained, {paced}% of plan to date" in line
    short = {goal["id"] for goal in found["goals"][1:] if goal["verdict"] in ("behind", "missed")}
    assert len(short) == line.count("% of plan to date)") + line.count("% attained)")


def test_what_moves_a_rate_is_said_in_points(plan) -> None:  # type: ignore[no-untyped-def]
    out = report(plan)
    assert "| 30 Nov 2027 | Guests | Shows | No-shows | 15% | 9 points | 9 points |" in out
    assert re.search(r"\| Reminders \|.*\| €2,000 \| -9 points \(No-shows\) \|", out) or "| −9 points |" in out
    assert "9 个百分点" in report(plan, "--language", "zh")


def test_a_single_figure_needs_no_table() -> None:
    first_screen = report(ROOT / "examples/muchi-dental").partition("\n## ")[0]
    assert "已计划预算" not in first_screen and "已计划 ¥455万" in first_screen


@pytest.mark.parametrize(("number", "tables"), [(1, 1), (5, 1), (6, 2), (9, 2), (11, 3)])
def test_figures_stand_in_tables_that_are_not_too_wide(number: int, tables: int) -> None:
    rows = [FigureRow(f"name{at}", f"value{at}") for at in range(number)]
    made = str(figures(rows)).split("\n\n")
    assert len(made) == tables
    assert all(table.splitlines()[1].count(":---:") <= 5 for table in made)
    assert re.findall(r"name\d+", " ".join(made)) == [row.name for row in rows]
