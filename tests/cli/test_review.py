"""`roadmapctl review`: the document in both languages, JSON, what has changed since, and what cannot be done."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.analysis.review.example import PLAN, written
from tests.cli.here import here
from tests.cli.run import Done, roadmapctl

Reviewed = Callable[..., Done]
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return written(tmp_path)


@pytest.fixture
def reviewed(capsys: pytest.CaptureFixture[str], plan: Path) -> Reviewed:
    run = here(capsys)
    return lambda *arguments: run("review", plan, *arguments)


@pytest.mark.parametrize(
    ("kind", "language", "format", "ending"), [("midpoint", "en", "text", "txt"), ("midpoint", "zh", "text", "txt"), ("final", "zh", "md", "md")]
)  # fmt: skip
def test_golden(plan: Path, kind: str, language: str, format: str, ending: str) -> None:
    done = roadmapctl("review", plan, f"--{kind}", "--language", language, "--format", format)
    assert (done.code, done.err) == (0, "")
    assert done.out == (GOLDEN / f"review.{kind}.{language}.{ending}").read_text("utf-8")


def test_json_is_stable(reviewed: Reviewed) -> None:
    data = json.loads(reviewed("--midpoint", "--format", "json").out)
    assert list(data) == [
        "version", "review", "id", "currency", "date", "date_from", "figures_until", "findings_written", "goals", "milestones", "spend", "tactics",
        "hypotheses", "strengths", "weaknesses", "changes_made", "insights", "since", "changes", "to_write", "findings",
    ]  # fmt: skip
    assert (data["version"], data["review"], data["date"], data["figures_until"]) == (
        1,
        "midpoint",
        "2027-05-20",
        "2027-05-15",
    )
    ads = next(one for one in data["tactics"] if one["id"] == "ads")
    assert (ads["verdict"], ads["decided"], ads["pace"], ads["spent"]) == ("stop", False, 0.4, 4000)
    gifts = next(one for one in data["tactics"] if one["id"] == "gifts")
    assert (gifts["verdict"], gifts["decided"], gifts["because"]) == ("stop", True, "nobody wants them")
    assert data["strengths"]["written"] == ["Letters are read"] and data["changes"] is None
    assert {"key": "findings", "path": "measurement.reviews.midpoint.findings"} in data["to_write"]


def test_a_file_and_a_pipe_get_markdown(reviewed: Reviewed, plan: Path, tmp_path: Path) -> None:
    target = tmp_path / "review.md"
    done = reviewed("--final", "-o", target)
    assert (done.code, done.out) == (0, "") and target.read_text("utf-8").startswith(
        "## Final review: Spring 2027-Q2\n"
    )
    assert reviewed("--final").out == target.read_text("utf-8")
    assert reviewed("--final", "-o", plan).code == 2 and plan.read_text("utf-8") == PLAN


def test_changes_since_a_copy(reviewed: Reviewed, plan: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.yaml"
    old.write_text(PLAN.replace("budget: 3_000", "budget: 2_500"), "utf-8")
    done = reviewed("--midpoint", "--since", old, "--format", "text")
    assert done.code == 0 and "Tactic “Fair”: budget   $2,500   $3,000" in done.out
    same = reviewed("--midpoint", "--since", plan)
    assert "Nothing has changed." in same.out


def test_changes_since_a_revision_and_a_day(reviewed: Reviewed, plan: Path) -> None:
    def git(*arguments: str) -> None:
        day = "2027-04-01T12:00:00Z"
        names = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        dates = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
        subprocess.run(["git", "-C", plan.parent, *arguments], check=True, capture_output=True, env={"PATH": "/usr/bin:/bin", **names, **dates})  # fmt: skip

    git("init", "-q")
    git("add", "roadmap.yaml")
    git("commit", "-qm", "as it was")
    plan.write_text(PLAN.replace("budget: 3_000", "budget: 3_500"), "utf-8")
    for since in ("HEAD", "2027-04-02"):
        data = json.loads(reviewed("--midpoint", "--since", since, "--format", "json").out)
        assert data["changes"] == [{"kind": "changed", "path": "tactics.fair.budget", "before": 3000, "after": 3500}]
    for since, said in (
        ("2027-03-31", "no commit from before then"),
        ("nope", "neither a file"),
        ("--all", "neither a file"),
    ):
        done = reviewed("--midpoint", f"--since={since}")
        assert (done.code, done.out) == (2, "") and said in done.err


def test_what_cannot_be_done(reviewed: Reviewed, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("roadmap: 1\nnam: x\n", "utf-8")
    for arguments, said in (
        ((), "say which review it is: --midpoint or --final"),
        (("--midpoint", "--final"), "say which review it is"),
        (("--final", "--as-of", "soon"), "--as-of: “soon” is not a date"),
        (("--final", "--since", broken), "cannot be read as a plan"),
        (("--final", "--since", tmp_path / "none.yaml"), "neither a file or folder, nor a revision"),
    ):
        done = reviewed(*arguments)
        assert (done.code, done.out) == (2, "") and said in done.err
    smallest = roadmapctl("review", "-", "--final", stdin="roadmap: 1\nname: X\n")
    assert smallest.code == 2 and "measurement.reviews.final.date" in smallest.err
