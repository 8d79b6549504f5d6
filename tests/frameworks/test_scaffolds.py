"""What `init` writes for each method: clean, reported at once in the method's order, never over anything."""

import os
from pathlib import Path

import pytest

from roadmapctl.frameworks import framework
from roadmapctl.project import check
from roadmapctl.scaffold import Header, scaffold, scaffold_parent
from tests.cli.run import roadmapctl
from tests.frameworks.plans import LANGUAGES, METHODS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("method", METHODS)
def test_it_is_clean_and_reports_in_the_order_of_the_method(method: str, language: str, tmp_path: Path) -> None:
    assert roadmapctl("init", tmp_path, "--framework", method, "--language", language, "--year", 2031).code == 0
    checked = roadmapctl("validate", "--fail-on", "info", tmp_path)
    assert checked.code == 0, checked.out
    report = roadmapctl("report", tmp_path)
    assert (report.code, report.err) == (0, "")
    found = framework(method)
    assert found is not None
    headings = [line.removeprefix("## ") for line in report.out.split("\n") if line.startswith("## ")]
    titles = [step.title[language == "zh"] for step in found.steps]
    told = [heading for heading in headings if heading in titles]
    assert told == [title for title in titles if title in headings]
    left_out = set(titles) - set(told)
    assert left_out <= {
        "Requests beyond the plan",
        "计划外的需求",
        "The funnel, from the target back",
        "漏斗：从目标倒推",
    }


@pytest.mark.parametrize("currency", ["JPY", "CNY"])
@pytest.mark.parametrize("year", [2024, 2032])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("method", METHODS)
def test_it_is_clean_in_any_currency_and_year(
    method: str, language: str, year: int, currency: str, tmp_path: Path
) -> None:
    header = Header("x", currency, year)
    (tmp_path / "roadmap.yaml").write_text(scaffold(method, language, header), "utf-8")
    wider = scaffold_parent(method, language, header)
    if wider is not None:
        (tmp_path / "year.yaml").write_text(wider, "utf-8")
        assert check(tmp_path / "year.yaml").diagnostics == ()
    assert [(d.code, d.path) for d in check(tmp_path).diagnostics] == []


def test_only_a_quarter_belongs_to_a_wider_plan(tmp_path: Path) -> None:
    assert [method for method in METHODS if scaffold_parent(method, "en", Header("x", "EUR", 2027))] == ["quarterly"]
    roadmapctl("init", tmp_path, "--framework", "quarterly")
    assert sorted(os.listdir(tmp_path)) == ["roadmap-1.schema.json", "roadmap.yaml", "year.yaml"]


def test_a_wider_plan_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "year.yaml").write_text("mine")
    done = roadmapctl("init", tmp_path, "--framework", "quarterly")
    assert done.code == 2 and "year.yaml exists already" in done.err
    assert os.listdir(tmp_path) == ["year.yaml"] and (tmp_path / "year.yaml").read_text() == "mine"


@pytest.mark.parametrize("view", METHODS)
@pytest.mark.parametrize("method", METHODS)
def test_every_plan_can_be_told_by_every_method(method: str, view: str, tmp_path: Path) -> None:
    roadmapctl("init", tmp_path, "--framework", method, "--year", 2027)
    done = roadmapctl("report", tmp_path, "--view", view)
    assert done.code == 0 and "\n\n\n" not in done.out


def test_an_unknown_view_names_those_there_are(tmp_path: Path) -> None:
    roadmapctl("init", tmp_path)
    done = roadmapctl("report", tmp_path, "--view", "nine-step")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "roadmapctl: --view nine-step: there is no such method; "
        "there are: annual, events, pyramid, quarterly, seven-step, or a .yaml file of your own\n"
    )
    misspelt = roadmapctl("report", tmp_path, "--view", "pyramyd")
    assert (misspelt.code, misspelt.out) == (2, "")
    assert "--view pyramyd: there is no such method (did you mean pyramid?); there are: annual, " in misspelt.err
