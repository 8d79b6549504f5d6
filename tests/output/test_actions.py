"""`roadmapctl validate` in CI: the formats as typed, and what a step of GitHub Actions shows without being asked."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.run import Done, roadmapctl
from tests.plans import edited


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A repository with a plan in a folder, whose one error is on line 32."""
    folder = tmp_path / "repository" / "plans"
    folder.mkdir(parents=True)
    (folder / "roadmap.yaml").write_text(edited("after: [page]", "after: [pgae]"))
    return folder


def in_step(plans: Path, *arguments: object, **more: str) -> Done:
    """A run in the plan's folder, as a step of a workflow."""
    workflow = {"GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(plans.parent), **more}
    return roadmapctl("validate", *arguments, cwd=plans, env={**os.environ, **workflow})


ANNOTATION = (
    "::error file=plans/roadmap.yaml,line=32,col=13,endLine=32,endColumn=17,title=RM030::"
    "“pgae” is not in tactics%0Ahelp: did you mean “page”?"
)


def test_a_step_shows_text_annotations_and_a_summary(plans: Path) -> None:
    summary = plans / "summary.md"
    summary.write_text("# Before\n")
    done = in_step(plans, GITHUB_STEP_SUMMARY=str(summary))
    assert done.code == 1 and done.err == ""
    plain = roadmapctl("validate", cwd=plans).out
    first, _, rest = done.out.partition("\n")
    token = first.removeprefix("::stop-commands::")
    assert rest == f"{plain}::{token}::\n{ANNOTATION}\n"
    assert summary.read_text().startswith("# Before\n### roadmapctl · 1 plan: 1 error, 0 warnings, 0 infos\n\n| ")
    assert (
        "| ❌ error | `plans/roadmap.yaml:32:13` | RM030 | “pgae” is not in tactics | did you mean “page”? |"
        in summary.read_text()
    )


def test_a_format_asked_for_is_all_there_is(plans: Path) -> None:
    for name in ("text", "json", "sarif", "junit", "gitlab", "markdown", "md"):
        done = in_step(plans, "--format", name, GITHUB_STEP_SUMMARY=str(plans / "summary.md"))
        assert done.code == 1 and not (plans / "summary.md").exists()
        assert "::error" not in done.out and "::stop-commands::" not in done.out


def test_annotations_alone(plans: Path) -> None:
    done = in_step(plans, "--format", "github", GITHUB_STEP_SUMMARY=str(plans / "summary.md"))
    assert done.out == f"{ANNOTATION}\n1 plan: 1 error, 0 warnings, 0 infos.\n"
    assert (plans / "summary.md").read_text().startswith("### roadmapctl")


def test_a_summary_that_cannot_be_written_is_told_and_changes_nothing(plans: Path) -> None:
    done = in_step(plans, GITHUB_STEP_SUMMARY=str(plans))
    assert done.code == 1 and ANNOTATION in done.out
    assert "the summary of the step could not be written: is a directory" in done.err


def test_a_file_called_like_a_command_is_no_command(plans: Path) -> None:
    (plans / "roadmap.yaml").rename(plans / "::warning::x.yaml")
    lines = in_step(plans, "::warning::x.yaml").out.splitlines()
    assert lines[1].startswith("::warning::x.yaml:32:13: error RM030")
    assert lines[0].startswith("::stop-commands::") and len(lines[0]) > 60


def test_outside_of_a_workflow_nothing_is_added(plans: Path) -> None:
    assert "::" not in roadmapctl("validate", cwd=plans, env={**os.environ, "GITHUB_ACTIONS": "false"}).out


def test_places_of_a_gitlab_job_start_at_its_project(plans: Path) -> None:
    job = {**os.environ, "CI_PROJECT_DIR": str(plans.parent)}
    done = roadmapctl("validate", "--format", "gitlab", cwd=plans, env=job)
    assert [i["location"]["path"] for i in json.loads(done.out)] == ["plans/roadmap.yaml"]


def test_the_language_of_the_plan(plans: Path) -> None:
    assert "%0A建议：" in in_step(plans, "--language", "zh").out


def test_a_file_whose_name_is_no_text(tmp_path: Path) -> None:
    name = b"pl\xff\n\x1b.yaml"
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("roadmap: 1\n")
    for format in ("text", "json", "github", "sarif", "junit", "gitlab", "markdown"):
        done = roadmapctl("validate", "--format", format, ".", cwd=tmp_path)
        assert done.code == 1 and "\x1b" not in done.out
        assert ("pl%FF%0A%1B.yaml" if format == "sarif" else "pl") in done.out
