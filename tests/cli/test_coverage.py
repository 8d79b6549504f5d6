"""`roadmapctl coverage`: the table in both languages, JSON, the share that fails a run."""

import json
from pathlib import Path

import pytest

from tests.cli.run import roadmapctl

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).parents[2]
EXAMPLE = "examples/aurora-crm"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("format", "ending"), [("text", "txt"), ("markdown", "md")])
def test_golden(language: str, format: str, ending: str) -> None:
    done = roadmapctl(
        "coverage", EXAMPLE, "--framework", "quarterly", "--language", language, "--format", format, cwd=ROOT
    )
    assert (done.code, done.err) == (0, "")
    assert done.out == (GOLDEN / f"coverage.quarterly.{language}.{ending}").read_text("utf-8")


def test_json_is_stable() -> None:
    done = roadmapctl("coverage", EXAMPLE, "--framework", "quarterly", "--format", "json", cwd=ROOT)
    data = json.loads(done.out)
    assert list(data) == ["version", "methods"] and data["version"] == 1
    (method,) = data["methods"]
    assert list(method) == ["id", "title", "share", "present", "thin", "missing", "later", "next", "elements"]
    assert (method["id"], method["present"], method["thin"], method["missing"], method["later"]) == (
        "quarterly",
        12,
        1,
        5,
        3,
    )
    assert method["share"] == round((12 + 0.5) / 18, 6) and method["next"] == "annual-plan"
    by_id = {element["id"]: element for element in method["elements"]}
    assert by_id["annual-kpis"] == {
        "id": "annual-kpis",
        "title": "An annual KPI that each goal moves",
        "step": "Quantifiable goals",
        "state": "thin",
        "later": False,
        "path": "goals.annual-revenue.supports",
        "file": "examples/aurora-crm/roadmap.yaml",
        "line": 97,
        "column": 19,
        "places": 6,
        "reason": "1 of 6 without supports: annual-revenue",
        "question": "Which annual goal does each goal of the quarter support?",
    }
    assert (by_id["focus-areas"]["path"], by_id["focus-areas"]["line"]) == ("focus.<id>", None)


def test_the_methods_the_plan_names_are_shown_unless_said() -> None:
    done = roadmapctl("coverage", EXAMPLE, "--format", "json", cwd=ROOT)
    (method,) = json.loads(done.out)["methods"]
    assert (method["id"], method["share"], method["next"]) == ("seven-step", 1, None)
    both = roadmapctl(
        "coverage", EXAMPLE, "--framework", "annual", "--framework", "events", "--format", "json", cwd=ROOT
    )
    assert [one["id"] for one in json.loads(both.out)["methods"]] == ["annual", "events"]


@pytest.mark.parametrize(("least", "code"), [("0%", 0), ("69%", 0), ("0.69", 0), ("70%", 1), ("100%", 1)])
def test_fail_under(least: str, code: int) -> None:
    done = roadmapctl("coverage", EXAMPLE, "--framework", "quarterly", "--fail-under", least, cwd=ROOT)
    assert done.code == code and done.out


def test_a_plan_with_contradictions_is_covered_and_one_that_cannot_be_read_is_not(tmp_path: Path) -> None:
    plan = tmp_path / "roadmap.yaml"
    plan.write_text("roadmap: 1\nname: X\nperiod: 2027\nframework: [annual]\nbudget: 1\ntactics: {t: {budget: 2}}\n")
    done = roadmapctl("coverage", plan)
    assert done.code == 0 and "RM601" not in done.err
    plan.write_text("roadmap: 1\nname: X\nbugdet: 1\nframework: [annual]\n")
    done = roadmapctl("coverage", plan)
    assert (done.code, done.out) == (1, "") and "RM010" in done.err


def test_what_cannot_be_done(tmp_path: Path) -> None:
    plan = tmp_path / "roadmap.yaml"
    plan.write_text("roadmap: 1\nname: X\n")
    known = "annual, events, pyramid, quarterly, seven-step"
    for arguments, said in (
        ((plan,), f"the plan names no method; choose one with --framework: {known}"),
        ((plan, "--framework", "nine"), f"--framework nine: there is no such method; there are: {known}"),
        ((plan, "--framework", "annual", "--fail-under", "80"), "80"),
        ((tmp_path / "none.yaml", "--framework", "annual"), "no such file"),
    ):
        done = roadmapctl("coverage", *arguments)
        assert (done.code, done.out) == (2, "") and said in done.err
