"""`roadmapctl status`: text, Markdown and JSON in both languages, the share that fails a run, and what is missing."""

import json
from datetime import date
from pathlib import Path

import pytest

from roadmapctl.analysis.status.status import status
from roadmapctl.project import check
from roadmapctl.report.status.notes import notes_of
from roadmapctl.report.status.words import Words
from roadmapctl.report.wording import Wording
from tests.cli.run import roadmapctl

GOLDEN = Path(__file__).parent / "golden"
PLAN = """\
roadmap: 1
name: Spring
currency: USD
period: 2027
budget: 10_000
metrics:
  revenue: {name: Revenue, unit: USD, kind: flow, level: advocate}
  readers: {name: Readers, unit: people, kind: stock, level: engage}
goals:
  sales: {statement: "Sell for 100,000 USD by 31 December 2027", metric: revenue, baseline: 0, target: 100_000, due: 2027-12-31}
  list: {metric: readers, baseline: 4_000, target: 5_000, due: 2027-06-30, supports: sales}
milestones:
  launch: {name: Launch, date: 2027-03-31, goal: list, metric: readers, target: 4_400}
tactics:
  page: {name: Landing page, milestone: launch, start: 2027-01-04, end: 2027-01-14, budget: 3_000, contributes: {readers: 100}}
  webinars: {name: Webinars, milestone: launch, start: 2027-01-15, end: 2027-03-20, after: [page], budget: 5_000, contributes: {readers: 300}}
measurement: {actuals: actuals.csv}
"""
ACTUALS = """\
date,metric,value,source,tactic
2027-01-31,revenue,5000,,
2027-02-28,revenue,9000,,
2027-01-31,readers,4050,,
2027-02-28,readers,4120,,
2027-01-31,readers,60,,page
2027-02-28,readers,50,,webinars
2027-02-28,spend,2800,,page
2027-02-28,spend,3100,,webinars
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_text(PLAN, "utf-8")
    (tmp_path / "actuals.csv").write_text(ACTUALS, "utf-8")
    return tmp_path / "plan.yaml"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("format", "ending"), [("text", "txt"), ("md", "md")])
def test_golden(plan: Path, language: str, format: str, ending: str) -> None:
    done = roadmapctl("status", "plan.yaml", "--language", language, "--format", format, cwd=plan.parent)
    assert (done.code, done.err) == (0, "")
    assert done.out == (GOLDEN / f"status.{language}.{ending}").read_text("utf-8")


def test_json_is_stable(plan: Path) -> None:
    done = roadmapctl("status", plan, "--as-of", "2027-02-28", "--format", "json")
    data = json.loads(done.out)
    assert list(data) == [
        "version", "currency", "as_of", "as_of_from", "period", "thresholds", "goals", "milestones", "tactics", "kpis", "spend", "actuals", "findings",
    ]  # fmt: skip
    assert (data["version"], data["as_of"], data["as_of_from"]) == (1, "2027-02-28", "given")
    sales, readers = data["goals"]
    assert (sales["attainment"], sales["pacing"], sales["projection"], sales["verdict"]) == (
        0.14,
        0.84,
        84000,
        "behind",
    )
    assert (readers["due_share"], readers["plan_to_date"], readers["pacing"]) == (0.333333, 4333.333333, 0.36)
    assert readers["causes"][0] == {
        "kind": "tactic", "id": "webinars", "to": None, "metric": "readers", "planned": 207.692308, "actual": 50,
        "effect": -157.692308, "part": 0.739183, "nothing_recorded": False,
    }  # fmt: skip
    assert (data["milestones"][0]["state"], data["milestones"][0]["days_left"]) == ("due", 31)
    assert [tactic["verdict"] for tactic in data["tactics"]] == ["missed", "behind"]
    assert data["spend"]["by_tactic"] == {"page": 2800, "webinars": 3100}
    assert data["actuals"] == {"source": "actuals.csv", "records": 8, "after_as_of": 0, "before_start": 0}
    assert [kpi["level"] for kpi in data["kpis"]] == ["engage", "advocate"]


def test_an_earlier_day_leaves_later_figures_aside(plan: Path) -> None:
    done = roadmapctl("status", plan, "--as-of", "2027-01-31")
    assert "5 figures after this day are left aside." in done.out and "$5,000" in done.out


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2026-12-01", "The plan begins on 1 Jan 2027: nothing is due yet."),
        ("2028-01-15", "The plan ended on 31 Dec 2027: these are its final figures."),
        ("2027-03-31", "Figures end on 28 Feb 2027; the 31 days since then are due all the same."),
    ],
)
def test_days_before_and_after(plan: Path, day: str, says: str) -> None:
    found = check(plan).usable
    assert found is not None
    notes = notes_of(status(found, date.fromisoformat(day)), Words(Wording(found, "en")))
    assert says in [note.replace("\u00a0", " ") for note in notes]


def test_a_share_that_fails_the_run(plan: Path) -> None:
    done = roadmapctl("status", plan, "--fail-under", "80%", "--format", "json")
    assert (done.code, done.err) == (1, "List: 36%, below 80%\n")
    assert json.loads(done.out)["version"] == 1
    assert roadmapctl("status", plan, "--fail-under", "0.36").code == 0
    # its attainment, once it is due: 12 %
    assert roadmapctl("status", plan, "--fail-under", "13%", "--as-of", "2027-07-01").err == "List: 12%, below 13%\n"


def test_what_cannot_be_judged_is_said(plan: Path) -> None:
    (plan.parent / "actuals.csv").write_text("date,metric,value\n2027-02-28,revenue,90000\n")
    done = roadmapctl("status", plan, "--fail-under", "90%", "--language", "zh")
    assert (done.code, done.err) == (0, "Readers：? 无数据，未判断\n")


@pytest.mark.parametrize("actuals", [None, "date,metric,value\n"], ids=["no file", "no rows"])
def test_nothing_to_hold_the_plan_against(plan: Path, actuals: str | None) -> None:
    (plan.parent / "actuals.csv").unlink()
    if actuals is not None:
        (plan.parent / "actuals.csv").write_text(actuals)
    done = roadmapctl("status", "plan.yaml", "--as-of", "2027-02-01", cwd=plan.parent)
    assert (done.code, done.out) == (2, "")
    assert "no figure is recorded in actuals.csv yet; write the file with the header date,metric,value" in done.err


def test_figures_that_cannot_be_reached(plan: Path) -> None:
    plan.write_text(PLAN.replace("actuals.csv", "actuals.xlsx"))
    done = roadmapctl("status", plan)
    assert (done.code, done.out) == (2, "") and "“actuals.xlsx” is no CSV file" in done.err


def test_a_plan_that_names_no_figures(plan: Path) -> None:
    plan.write_text(PLAN.replace("measurement: {actuals: actuals.csv}\n", ""))
    done = roadmapctl("status", plan, "--language", "zh")
    assert (done.code, done.out) == (2, "")
    assert "计划没有写明实际数据" in done.err and "measurement: {actuals: actuals.csv}" in done.err


def test_a_figure_that_cannot_be_read_is_shown(plan: Path) -> None:
    with (plan.parent / "actuals.csv").open("a") as file:
        file.write("2027-03-31,readers,n/a,,\n")
    done = roadmapctl("status", "plan.yaml", cwd=plan.parent)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(
        "actuals.csv:10:20: error RM722 “n/a” is not a number\n  10 | 2027-03-31,readers,n/a,,\n"
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--as-of", "2027-02-30"], "2027-02-30 does not exist"),
        (["--fail-under", "90"], "write 90% or 0.9"),
    ],
)
def test_flags_that_say_nothing(plan: Path, arguments: list[str], says: str) -> None:
    done = roadmapctl("status", plan, *arguments)
    assert (done.code, done.out) == (2, "") and says in done.err


def test_a_plan_from_standard_input_has_its_figures_in_the_working_folder(plan: Path) -> None:
    done = roadmapctl("status", "-", "--format", "json", stdin=PLAN, cwd=plan.parent)
    assert done.code == 0 and json.loads(done.out)["as_of"] == "2027-02-28"


def test_names_are_safe_to_show(plan: Path) -> None:
    plan.write_text(PLAN.replace("name: Launch,", 'name: "La\\e[31munch | x",'))
    done = roadmapctl("status", plan)
    assert "\x1b" not in done.out


def test_the_report_says_where_the_plan_stands(plan: Path) -> None:
    report = roadmapctl("report", plan).out
    assert "28 Feb 2027, the latest day recorded" in report.replace("\xa0", " ")
    assert "Webinars brought 50 of the 208 planned by now: 158 of the 213 that are missing." in report
    earlier = roadmapctl("report", plan, "--as-of", "2027-01-31").out
    assert "31 Jan 2027" in earlier.replace("\xa0", " ") and "Goals against plan" in earlier
