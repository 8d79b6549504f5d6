"""The next period's plan: it validates, says where its numbers are from, and asks what only a human can say."""

from datetime import date
from pathlib import Path

import pytest

from roadmapctl.carrying.dangling import without_dangling
from roadmapctl.carrying.ids import names, renamed
from roadmapctl.diagnostics import Severity
from roadmapctl.load import load_text
from roadmapctl.model import Plan
from roadmapctl.model.build import build
from roadmapctl.model.time import period
from roadmapctl.project import check
from tests.analysis.review.example import PLAN, written
from tests.cli.here import Here, here
from tests.cli.run import ROOT

TARGET = "next.yaml"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Here:
    return here(capsys)


def carried(run: Here, folder: Path, plan: Path, *arguments: object) -> Plan:
    """The plan that is carried over into a folder; it has no error and no warning."""
    done = run("review", plan, "--final", "--carry-over", folder / TARGET, "-o", folder / "review.md", *arguments)
    assert done.code == 0, done.err
    found = check(folder / TARGET)
    assert [d.code for d in found.diagnostics if d.severity is not Severity.INFO] == []
    assert found.plan is not None
    return found.plan


def test_the_small_quarter(run: Here, tmp_path: Path) -> None:
    plan = carried(run, tmp_path, written(tmp_path), "--as-of", "2027-05-15")
    assert (plan.name, str(plan.period), plan.budget) == ("Spring 2027-Q3", "2027-Q3", 11_500 - 1_000 + 1_000)
    assert list(plan.tactics) == ["letters", "calls", "fair", "van", "gifts"]
    assert (plan.goals["list"].baseline, plan.goals["list"].statement) == (
        1_540,
        "Bring Readers from 1,540 to 1,910 people by 30 Sep 2027",
    )
    assert plan.focus["list"].why == "Worked in Q2 2027: Letters" and plan.tactics["letters"].focus == "list"
    reviews = plan.measurement.reviews if plan.measurement is not None else {}
    assert {id_: review.date for id_, review in reviews.items()} == {
        "midpoint": date(2027, 8, 15),
        "final": date(2027, 9, 16),
    }
    learned = [one.learned or "" for one in plan.measurement.insights] if plan.measurement is not None else []
    assert learned[0] == "Letters are forwarded" and "went from 1% to 1.4%, short of 2%" in learned[1]
    assert [text.partition(" was stopped")[0] for text in learned[2:]] == ["Ads", "Shorter form"]
    text = (tmp_path / TARGET).read_text("utf-8")
    for said in (
        "# 90 of 364 came by 15 May 2027, 182 by the end at this pace; then missing: 182.",
        "# ? target: 182 is needed; at the pace they had, its tactics bring 119. What fills the gap?",
        "# Stopped, and not here: ads, form.",
        "# ? 182 were planned; this is what it brings at the pace it had. What is expected now?",
    ):
        assert said in text


@pytest.mark.parametrize(
    "plan",
    [
        "examples/fjordline",
        "examples/larkwheel/q2.yaml",
        "examples/larkwheel/q3.yaml",
        "tests/rules/clean/brightside/q3.yaml",
    ],
)
def test_believable_plans_go_on(run: Here, plan: str, tmp_path: Path) -> None:
    found = carried(run, tmp_path, ROOT / plan)
    assert found.period is not None and found.tactics


def test_a_plan_that_its_parent_does_not_cover_leaves_it(run: Here, tmp_path: Path) -> None:
    (tmp_path / "year.yaml").write_text(
        "roadmap: 1\nname: Year\nperiod: {start: 2027-01-01, end: 2027-06-30}\nmetrics: {leads: {name: Leads, kind: flow}}\n"
        "goals: {year-leads: {metric: leads, target: 900, due: 2027-06-30}}\ncurrency: USD\n"
    )
    text = PLAN.replace("budget: 20_000", "budget: 20_000\nparent: year.yaml").replace(
        "target: 364, due: 2027-06-30}\nmile", "target: 364, due: 2027-06-30, supports: year-leads}\nmile"
    )
    plan = carried(run, tmp_path, written(tmp_path, text), "--as-of", "2027-05-15")
    assert plan.parent is None and plan.goals["sales"].supports is None
    assert "# ? The wider plan year.yaml ends before this begins" in (tmp_path / TARGET).read_text("utf-8")


def test_the_wider_plan_says_what_it_asks_for(run: Here, tmp_path: Path) -> None:
    """The year wants 1,200 leads, 300 a quarter, and 3,000 readers by its end: 1,000 + 2,000 · 3/4 by September."""
    (tmp_path / "year.yaml").write_text(
        "roadmap: 1\nname: Year\nperiod: {start: 2027-01-01, end: 2027-12-31}\ncurrency: USD\n"
        "metrics: {leads: {name: Leads, unit: leads, kind: flow}, readers: {name: Readers, unit: people, kind: stock}}\n"
        "goals:\n  year-leads: {name: The year's leads, metric: leads, target: 1_200, due: 2027-12-31}\n"
        "  year-readers: {metric: readers, baseline: 1_000, target: 3_000, due: 2027-12-31}\n"
    )
    text = PLAN.replace("budget: 20_000", "budget: 20_000\nparent: year.yaml")
    for own, wider in (
        ("target: 364, due: 2027-06-30", "year-leads"),
        ("target: 1_910, due: 2027-06-30", "year-readers"),
    ):
        text = text.replace(f"{own}}}\n", f"{own}, supports: {wider}}}\n", 1)
    plan = carried(run, tmp_path, written(tmp_path, text), "--as-of", "2027-05-15")
    assert (plan.parent, plan.goals["sales"].target, plan.goals["list"].target) == ("year.yaml", 182 + 300, 2_500)
    said = "# The year's leads of the wider plan asks for 300 in Q3 2027; what is left comes on top of it."
    assert said in (tmp_path / TARGET).read_text("utf-8")


def test_stdout_and_what_cannot_be_done(run: Here, tmp_path: Path) -> None:
    plan = written(tmp_path)
    done = run("review", plan, "--final", "--as-of", "2027-05-15", "--carry-over", "-")
    assert done.code == 0 and done.out.startswith("# Carried over from “Spring 2027-Q2”")
    assert build(load_text(done.out.encode(), "x")).diagnostics == () and "questions are left for you" in done.err
    midpoint = run("review", plan, "--midpoint", "--carry-over", "-")
    assert (midpoint.code, midpoint.out) == (2, "") and "--carry-over goes with --final" in midpoint.err
    same = run("review", plan, "--final", "--carry-over", tmp_path / "x", "-o", tmp_path / "x")
    assert same.code == 2 and "name the same file" in same.err and not (tmp_path / "x").exists()
    there = run("review", plan, "--final", "--carry-over", plan)
    assert there.code == 2 and "exists already" in there.err and plan.read_text("utf-8") == PLAN
    forced = run("review", plan, "--final", "--force", "--carry-over", plan)
    assert forced.code == 2 and plan.read_text("utf-8") == PLAN


def test_references_to_what_is_gone_are_taken_out() -> None:
    values = {
        "roadmap": 1,
        "name": "X",
        "goals": {"a": {"supports": "wide"}, "b": {"supports": "gone"}},
        "focus": {"f": {"goals": ["a", "gone"]}, "g": {"goals": ["gone"], "why": "x"}},
        "tactics": {"t": {"after": ["u"], "contributes": {"m": 1}, "event": {"cta": {"leads_to": "sql"}}}},
    }
    assert without_dangling(values, {"wide"}) == {
        "roadmap": 1,
        "name": "X",
        "goals": {"a": {"supports": "wide"}, "b": {}},
        "focus": {"f": {"goals": ["a"]}, "g": {"why": "x"}},
        "tactics": {"t": {}},
    }


def test_ids_name_the_period_that_begins() -> None:
    values = {
        "roadmap": 1,
        "name": "X",
        "goals": {"q2-leads": {"supports": "arr-2027"}, "arr-2027": {}, "q2": {}, "q3": {}, "faq2": {}},
        "focus": {"q2-web": {"goals": ["q2-leads", "q2"]}},
        "tactics": {"t": {"focus": "q2-web"}},
    }
    quarter = names(values, period("2027-Q2"), period("2027-Q3"))
    assert quarter == {"goals": {"q2-leads": "q3-leads"}, "focus": {"q2-web": "q3-web"}}
    assert renamed(values, quarter) == {
        "roadmap": 1,
        "name": "X",
        "goals": {"q3-leads": {"supports": "arr-2027"}, "arr-2027": {}, "q2": {}, "q3": {}, "faq2": {}},
        "focus": {"q3-web": {"goals": ["q3-leads", "q2"]}},
        "tactics": {"t": {"focus": "q3-web"}},
    }
    assert names(values, period(2027), period(2028)) == {"goals": {"arr-2027": "arr-2028"}}


LAST = """\
roadmap: 1
name: The last
period: 2999
metrics: {leads: {unit: leads, kind: flow}}
goals: {leads: {metric: leads, baseline: 0, target: 10, due: 2999-12-31}}
measurement: {reviews: {final: {date: 2999-12-12}}}
"""


@pytest.mark.parametrize(
    ("language", "said"), [("en", "no plan can be of the period after 2999"), ("zh", "2999 之后没有可以规划的下一期")]
)
def test_after_the_last_year_there_is_no_plan(run: Here, tmp_path: Path, language: str, said: str) -> None:
    plan = tmp_path / "roadmap.yaml"
    plan.write_text(LAST, "utf-8")
    done = run("review", plan, "--final", "--carry-over", "-", "--language", language)
    assert (done.code, done.out) == (2, "") and said in done.err
