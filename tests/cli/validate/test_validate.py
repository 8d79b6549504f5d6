"""`roadmapctl validate`: exit codes, formats, and what it is given."""

import json
from pathlib import Path

import pytest

from tests.cli.run import ROOT, roadmapctl
from tests.plans import SMALL, edited

WARNING = edited("contributes: {readers: 300}", "contributes: {readers: 200}")
ERROR = edited("rate: 10%", "rate: 18")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(SMALL)
    return path


def test_a_clean_plan(plan: Path) -> None:
    assert roadmapctl("validate", "--fail-on", "info", plan) == (0, "1 plan, no findings.\n", "")


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [(WARNING, "error", 0), (WARNING, "warning", 1), (WARNING, "info", 1), (ERROR, "error", 1), (ERROR, "info", 1)],
)
def test_fail_on(plan: Path, text: str, fail_on: str, code: int) -> None:
    plan.write_text(text)
    assert roadmapctl("validate", "--fail-on", fail_on, plan).code == code


def test_the_text_shows_the_line_and_a_mark_under_it(plan: Path) -> None:
    plan.write_text(edited("after: [page]", "after: [pgae]"))
    done = roadmapctl("validate", "plan.yaml", cwd=plan.parent)
    assert done.out == (
        "plan.yaml:32:13: error RM030 “pgae” is not in tactics\n"
        "  32 |     after: [pgae]\n"
        "     |             ^^^^\n"
        "  help: did you mean “page”? (--fix mends this)\n"
        "\n"
        "1 plan: 1 error, 0 warnings, 0 infos.\n"
    )


def test_json_is_the_contract(plan: Path) -> None:
    plan.write_text(ERROR)
    done = roadmapctl("validate", "--format", "json", "plan.yaml", cwd=plan.parent)
    data = json.loads(done.out)
    assert data["version"] == 1
    assert data["summary"] == {"errors": 1, "warnings": 0, "infos": 0, "files": 1}
    (entry,) = data["diagnostics"]
    assert entry == {
        "code": "RM020", "severity": "error", "file": "plan.yaml", "line": 16, "column": 24, "end_line": 16, "end_column": 26,
        "path": "funnel.stages.lead.rate", "message": "a rate of 18 would be 18 times the whole", "help": "write 18% or 0.18", "fix": {"safe": False},
        "related": [],
    }  # fmt: skip


def test_messages_follow_the_plans_language_or_the_one_asked_for(plan: Path) -> None:
    plan.write_text(ERROR.replace("currency: USD", "currency: USD\nlanguage: zh"))
    assert "错误 RM020" in roadmapctl("validate", plan).out
    assert "error RM020" in roadmapctl("validate", "--language", "en", plan).out


def test_select_and_ignore(plan: Path) -> None:
    plan.write_text(edited("after: [page]", "after: [pgae]", ERROR))

    def codes(*arguments: str) -> list[str]:
        return [
            d["code"]
            for d in json.loads(roadmapctl("validate", "--format", "json", *arguments, plan).out)["diagnostics"]
        ]

    assert codes() == ["RM020", "RM030"]
    assert codes("--select", "RM03") == ["RM030"]
    assert codes("--ignore", "RM030", "--ignore", "RM9") == ["RM020"]


def test_a_method_asked_for_on_the_command_line(plan: Path) -> None:
    assert "RM401" in roadmapctl("validate", "--framework", "seven-step", plan).out
    done = roadmapctl("validate", "--framework", "eight-step", plan)
    assert done.code == 2 and "seven-step" in done.err


def test_an_ignore_holds_for_its_line_and_a_useless_one_is_told(plan: Path) -> None:
    text = edited("after: [page]", "after: [pgae]  # roadmapctl: ignore[RM030] coming soon")
    plan.write_text(text + "# roadmapctl: ignore[RM604]\n")
    done = roadmapctl("validate", plan)
    assert done.code == 0 and "RM030" not in done.out
    assert ":35:1: info RM098" in done.out


def test_standard_input(plan: Path) -> None:
    assert roadmapctl("validate", "-", stdin=SMALL).code == 0
    done = roadmapctl("validate", "-", stdin=ERROR)
    assert done.code == 1 and "<stdin>:16:24" in done.out
    assert roadmapctl("validate", "-", stdin="").code == 1


def test_several_plans_and_paths_that_are_not_there(plan: Path) -> None:
    done = roadmapctl("validate", plan, plan.parent, "nowhere.yaml", plan.parent / "empty")
    assert done.code == 2
    assert "1 plan, no findings." in done.out and "nowhere.yaml: no such file" in done.err


def test_section_files_of_one_plan_are_one_plan(plan: Path) -> None:
    plan.rename(plan.with_name("roadmap.yaml"))
    for name in ("ideas.yaml", "focus.yaml"):
        plan.with_name(name).write_text(f"{name[:-5]}: {{}}\n")
    assert roadmapctl("validate", "ideas.yaml", "focus.yaml", cwd=plan.parent).out == "1 plan, no findings.\n"


def test_a_folder_without_plans(tmp_path: Path) -> None:
    done = roadmapctl("validate", tmp_path)
    assert (done.code, done.out) == (2, "") and "no plan in this folder" in done.err


def test_the_current_folder_is_the_default(plan: Path) -> None:
    plan.rename(plan.with_name("roadmap.yaml"))
    assert roadmapctl("validate", cwd=plan.parent).out == "1 plan, no findings.\n"


def test_a_flood_is_cut_and_counted(plan: Path) -> None:
    plan.write_text(SMALL + "".join(f"key{i}: 1\n" for i in range(1000)))
    data = json.loads(roadmapctl("validate", "--format", "json", plan).out)
    assert data["summary"]["errors"] == 1000
    assert len(data["diagnostics"]) == 200 and data["truncated"] == 800
    assert "… and 800 more" in roadmapctl("validate", plan).out


def test_supports_may_name_a_goal_of_the_parent(tmp_path: Path) -> None:
    (tmp_path / "year.yaml").write_text(SMALL)
    quarter = tmp_path / "quarter.yaml"
    text = "roadmap: 1\nname: Q1\nperiod: 2027-Q1\nparent: year.yaml\ncurrency: USD\n"
    text += "metrics:\n  leads: {unit: people, kind: flow}\n"
    text += "goals:\n  leads: {metric: leads, baseline: 0, target: 50, due: 2027-03-31, supports: %s}\n"
    quarter.write_text(text % "sales")
    assert roadmapctl("validate", quarter).out == "1 plan, no findings.\n"
    quarter.write_text(text % "slaes")
    assert "did you mean “sales”" in roadmapctl("validate", quarter).out
    quarter.write_text((text % "sales").replace("year.yaml", "../no/year.yaml"))
    done = roadmapctl("validate", quarter)
    assert done.code == 1 and ":4:9: error RM031" in done.out and "RM030" not in done.out


@pytest.mark.parametrize(
    "example", sorted(p.parent for p in (ROOT / "examples").glob("*/roadmap.yaml")), ids=lambda p: p.name
)
def test_examples_are_clean(example: Path) -> None:
    assert roadmapctl("validate", "--fail-on", "info", "--language", "en", example).out == "1 plan, no findings.\n"
