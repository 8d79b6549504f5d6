"""The hook, the action and the CI files that the documents show: valid, and doing what they say."""

import json
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from tests.cli.run import ROOT
from tests.plans import SMALL, edited

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"] if "id" in step}
SCRIPTS = [step for step in ACTION["runs"]["steps"] if "run" in step]
PROGRAM = Path(sys.executable).parent / "roadmapctl"
BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CI = BLOCK.findall((ROOT / "docs" / "ci.md").read_text("utf-8"))


class Ran(NamedTuple):
    """What a step left behind."""

    code: int
    out: str
    outputs: dict[str, str]
    summary: str


def run(name: str, folder: Path, **env: str) -> Ran:
    """Run a step's script as a runner would, in this folder."""
    output, summary, runner = folder / "output", folder / "summary", folder / "temp"
    runner.mkdir(exist_ok=True)
    output.touch()
    summary.touch()
    given = {
        "PATH": os.environ["PATH"], "GITHUB_ACTIONS": "true", "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary),
        "GITHUB_WORKSPACE": str(folder), "RUNNER_TEMP": str(runner), "PROGRAM": str(PROGRAM), **env,
    }  # fmt: skip
    script = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[name]["run"]]
    done = subprocess.run(script, cwd=folder, env=given, capture_output=True, text=True, check=False)
    assert set(STEPS[name]["env"]) <= given.keys(), "a variable of the step that the test does not give"
    lines = dict(line.split("=", 1) for line in output.read_text().splitlines())
    return Ran(done.returncode, done.stdout + done.stderr, lines, summary.read_text())


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A good plan in `good/`, and one with an error in a folder whose name a shell would take for a command."""
    for name, text in {
        "good": SMALL,
        "$(touch pwned) `touch pwned` 'x": edited("after: [page]", "after: [pgae]"),
    }.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "roadmap.yaml").write_text(text)
    return tmp_path


BAD = "$(touch pwned) `touch pwned` 'x"


def test_findings_become_annotations_and_a_summary(repository: Path) -> None:
    done = run("validate", repository, PATHS=".\n", FAIL_ON="")
    assert done.code == 1
    assert "::error file=" in done.out and "title=RM030::" in done.out
    assert done.summary.startswith("### roadmapctl · 2 plans: 1 error")


@pytest.mark.parametrize("paths", ["good", "good\n", "\r\ngood\r\n\r\n", "good\n./good/roadmap.yaml"])
def test_paths_stand_one_a_line(repository: Path, paths: str) -> None:
    done = run("validate", repository, PATHS=paths, FAIL_ON="error")
    assert (done.code, "::error" in done.out) == (0, False)


def test_what_is_given_is_never_a_command(repository: Path) -> None:
    assert run("validate", repository, PATHS=f"{BAD}\ngood", FAIL_ON="").code == 1
    assert run("validate", repository, PATHS="good; touch pwned", FAIL_ON="").code == 2
    assert run("validate", repository, PATHS="good", FAIL_ON="error; touch pwned").code == 2
    assert run("validate", repository, PATHS="--help", FAIL_ON="").code == 2
    assert run("sarif", repository, PATHS=f"{BAD}\n$(touch pwned)").code == 2
    assert not list(repository.rglob("pwned"))


@pytest.mark.parametrize(("fail_on", "code"), [("", 0), ("error", 0), ("info", 1)])
def test_the_severity_that_fails(tmp_path: Path, fail_on: str, code: int) -> None:
    (tmp_path / "roadmap.yaml").write_text("roadmap: 1\nname: x\nframework: [seven-step]\n")
    assert run("validate", tmp_path, PATHS=".", FAIL_ON=fail_on).code == code


def test_sarif_is_written_whatever_is_found(repository: Path) -> None:
    done = run("sarif", repository, PATHS=".")
    assert done.code == 0
    log = json.loads(Path(done.outputs["file"]).read_text("utf-8"))
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["RM030"]


def test_no_sarif_where_nothing_could_be_checked(repository: Path) -> None:
    done = run("sarif", repository, PATHS="missing")
    assert (done.code, done.outputs) == (2, {})


def test_it_is_installed_from_the_action_into_an_environment_of_its_own(tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.write_text(
        '#!/bin/sh\necho "$0 $*" >>"$CALLS"\n'
        'if [ "$2" = venv ]; then mkdir -p "$3/bin" && cp "$0" "$3/bin/python"; fi\n'
    )
    python.chmod(0o755)
    source, calls = tmp_path / "action's $(touch pwned)", tmp_path / "calls"
    done = run("install", tmp_path, PYTHON=str(python), SOURCE=str(source), CALLS=str(calls))
    assert done.code == 0, done.out
    made, installed = calls.read_text().splitlines()
    environment = made.removeprefix(f"{python} -m venv ")
    assert environment.startswith(str(tmp_path / "temp"))
    pip = "-m pip install --quiet --disable-pip-version-check"
    assert installed == f"{environment}/bin/python {pip} {source}"
    assert done.outputs == {"program": f"{environment}/bin/roadmapctl"}


def test_no_expression_is_pasted_into_a_script() -> None:
    assert len(SCRIPTS) == 3
    for step in SCRIPTS:
        assert "${{" not in step["run"] and step["shell"] == "bash"


def test_every_input_is_used_and_documented() -> None:
    text = json.dumps(ACTION["runs"])
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(ACTION["inputs"])
    table = re.findall(r"^\| `([\w-]+)` \|", (ROOT / "docs" / "ci.md").read_text("utf-8"), re.MULTILINE)
    assert table == list(ACTION["inputs"])


def fits(schema: str, path: Path) -> None:
    """Hold a file to a schema that check-jsonschema carries, without the network."""
    if find_spec("check_jsonschema") is None:
        pytest.skip("check-jsonschema is not installed: make bench brings it")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_action_fits_its_schema() -> None:
    fits("github-actions", ROOT / "action.yml")


def shown(begin: str) -> str:
    (text,) = [block for block in CI if block.startswith(begin)]
    return text


@pytest.mark.parametrize(("schema", "begin"), [("github-workflows", "name: plans\n"), ("gitlab-ci", "plans:\n")])
def test_the_pipelines_shown_fit_their_schemas(tmp_path: Path, schema: str, begin: str) -> None:
    (tmp_path / "ci.yml").write_text(shown(begin), "utf-8")
    fits(schema, tmp_path / "ci.yml")


def test_the_workflow_shown_gives_inputs_that_exist() -> None:
    (step,) = [s for s in yaml.safe_load(shown("name: plans\n"))["jobs"]["plans"]["steps"] if "with" in s]
    assert step["with"].keys() <= ACTION["inputs"].keys()


def pre_commit(*arguments: str) -> None:
    """Have pre-commit itself judge a file."""
    if find_spec("pre_commit") is None:
        pytest.skip("pre-commit is not installed")
    done = subprocess.run([sys.executable, "-m", "pre_commit", *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_pre_commit_takes_the_hook() -> None:
    pre_commit("validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))


def test_pre_commit_takes_the_configuration_shown(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(shown("repos:\n"), "utf-8")
    pre_commit("validate-config", str(tmp_path / "config.yaml"))


def hook() -> dict[str, Any]:
    (only,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return only


def test_the_hook_checks_the_plan_a_section_file_belongs_to(repository: Path) -> None:
    (repository / "good" / "ideas.yaml").write_text("ideas: {podcast: {goal: nowhere}}\n")
    command = [*hook()["entry"].split(), *hook()["args"]]
    done = subprocess.run(
        [str(PROGRAM), *command[1:]], cwd=repository / "good", capture_output=True, text=True, check=False
    )
    assert done.returncode == 1 and "ideas.yaml:1:25: error RM030" in done.stdout
    shown_hook = yaml.safe_load(shown("repos:\n"))["repos"][0]["hooks"][0]
    assert shown_hook["id"] == hook()["id"]


@pytest.mark.parametrize(
    "name", ["roadmap.yaml", "plans/goals.yml", "a/tactics/x.yaml", "roadmapctl.toml", "pyproject.toml"]
)
def test_the_hook_runs_for_plans_and_configuration(name: str) -> None:
    assert re.search(hook()["files"], name)


@pytest.mark.parametrize("name", ["README.md", "plan.yaml.bak", "roadmap-1.schema.json", "src/x.py"])
def test_the_hook_sleeps_for_anything_else(name: str) -> None:
    assert not re.search(hook()["files"], name)
