"""Baselines: what is written, what is hidden, what is gone, and what is no baseline."""

import json
from pathlib import Path

import pytest

from tests.cli.run import Done, roadmapctl
from tests.plans import SMALL, edited

DANGLING = edited("after: [page]", "after: [pgae]")
BOTH = edited("contributes: {readers: 300}", "contributes: {readers: 200}", DANGLING)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with a plan in `plans` that has an error, RM030, and a warning, RM610."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "plan.yaml").write_text(BOTH)
    return tmp_path


def run(root: Path, *arguments: object, path: str = "plans") -> Done:
    return roadmapctl("validate", *arguments, path, cwd=root)


def wrote(root: Path, name: str = "base.json") -> list[dict[str, str]]:
    """The findings of a baseline that is written now."""
    done = run(root, "--write-baseline", name)
    assert (done.code, done.out, done.err) == (0, "", f"wrote {name}\n")
    data = json.loads((root / name).read_text("utf-8"))
    assert data["version"] == 1
    return data["findings"]  # type: ignore[no-any-return]


def test_it_is_sorted_and_can_be_read_by_people(root: Path) -> None:
    (root / "plans" / "another.yaml").write_text(DANGLING)
    found = wrote(root)
    assert [(f["file"], f["code"], f["path"]) for f in found] == [
        ("plans/another.yaml", "RM030", "tactics.webinars.after.0"),
        ("plans/plan.yaml", "RM030", "tactics.webinars.after.0"),
        ("plans/plan.yaml", "RM610", "milestones.launch.target"),
    ]
    assert found[0]["message"] == "“pgae” is not in tactics" and len({f["fingerprint"] for f in found}) == 3
    before = (root / "base.json").read_bytes()
    wrote(root)
    assert (root / "base.json").read_bytes() == before and before.endswith(b"}\n")


def test_it_hides_what_it_holds_and_nothing_else(root: Path) -> None:
    wrote(root)
    done = run(root, "--baseline", "base.json", "--fail-on", "info")
    assert (done.code, done.out) == (0, "1 plan, no findings. 2 findings hidden by the baseline.\n")
    (root / "plans" / "plan.yaml").write_text(edited("rate: 10%", "rate: 18", BOTH))
    done = run(root, "--baseline", "base.json")
    assert done.code == 1 and "RM020" in done.out and "RM030" not in done.out


def test_it_holds_when_lines_move_and_from_every_folder(root: Path) -> None:
    wrote(root)
    (root / "plans" / "plan.yaml").write_text("# one\n# two\n" + BOTH)
    plan = root / "plans" / "plan.yaml"
    ways = (
        (root, "base.json", "plans"),
        (root / "plans", "../base.json", "."),
        (root.parent, root / "base.json", plan),
    )
    for cwd, base, path in ways:
        done = roadmapctl("validate", "--baseline", base, path, cwd=cwd)
        assert (done.code, done.out) == (0, "1 plan, no findings. 2 findings hidden by the baseline.\n")


def test_equal_findings_are_hidden_as_often_as_they_were_counted(root: Path) -> None:
    plan = root / "plans" / "plan.yaml"
    comment = "# roadmapctl: ignore[RM604]\n"
    plan.write_text(SMALL + comment * 2)
    assert len(wrote(root)) == 2
    plan.write_text(SMALL + comment * 3)
    done = run(root, "--baseline", "base.json")
    assert ":37:1: info RM098" in done.out and done.out.count("RM098") == 1
    assert done.out.endswith("1 info. 2 findings hidden by the baseline.\n")
    plan.write_text(SMALL + comment)
    assert "a finding that is gone" in run(root, "--baseline", "base.json").out


def test_a_plan_named_twice_is_one_plan(root: Path) -> None:
    assert len(wrote(root)) == 2
    done = roadmapctl("validate", "--write-baseline", "base.json", "plans", "plans/plan.yaml", cwd=root)
    assert done.code == 0 and len(json.loads((root / "base.json").read_text())["findings"]) == 2
    done = roadmapctl("validate", "--baseline", "base.json", "plans", "plans/plan.yaml", cwd=root)
    assert (done.code, done.out) == (0, "1 plan, no findings. 2 findings hidden by the baseline.\n")


def test_what_is_gone_is_told_at_the_baseline(root: Path) -> None:
    wrote(root)
    (root / "plans" / "plan.yaml").write_text(DANGLING)
    done = run(root, "--baseline", "base.json")
    assert done.code == 0
    assert "base.json:1:1: info RM097 the baseline holds a finding that is gone (1)" in done.out
    assert "help: write it again: --write-baseline base.json" in done.out
    (root / "plans" / "plan.yaml").write_text(SMALL)
    done = run(root, "--baseline", "base.json", "--fail-on", "info", "--language", "zh")
    assert done.code == 1 and "提示 RM097 基线中有 2 个问题已不存在" in done.out
    assert run(root, "--baseline", "base.json", "--ignore", "RM097", "--fail-on", "info").code == 0


def test_only_what_this_run_could_have_met_can_be_gone(root: Path) -> None:
    (root / "plans" / "other.yaml").write_text(DANGLING)
    wrote(root)
    assert "RM097" not in run(root, "--baseline", "base.json", path="plans/plan.yaml").out
    assert "RM097" not in run(root, "--baseline", "base.json", "--select", "RM6").out
    (root / "plans" / "other.yaml").unlink()
    assert "RM097" in run(root, "--baseline", "base.json", path="plans/plan.yaml").out


def test_a_folder_plan_answers_for_its_files(root: Path) -> None:
    main, tactics = BOTH.split("tactics:\n")
    (root / "plans" / "plan.yaml").unlink()
    (root / "plans" / "roadmap.yaml").write_text(main)
    (root / "plans" / "tactics.yaml").write_text("tactics:\n" + tactics)
    assert {f["file"] for f in wrote(root)} == {"plans/roadmap.yaml", "plans/tactics.yaml"}
    (root / "plans" / "tactics.yaml").write_text("tactics:\n" + tactics.replace("pgae", "page"))
    assert "RM097" in run(root, "--baseline", "base.json").out


def test_it_may_be_named_in_the_configuration(root: Path) -> None:
    wrote(root, "plans/base.json")
    (root / "plans" / "roadmapctl.toml").write_text('baseline = "base.json"')
    assert run(root).out == "1 plan, no findings. 2 findings hidden by the baseline.\n"
    assert run(root, "--no-config").code == 1
    assert len(wrote(root, "plans/base.json")) == 2  # writing it anew hides nothing


def test_formats_say_how_many_are_hidden(root: Path) -> None:
    wrote(root)
    data = json.loads(run(root, "--baseline", "base.json", "--format", "json").out)
    assert data["hidden"] == 2 and data["summary"] == {"errors": 0, "warnings": 0, "infos": 0, "files": 1}
    assert "2 findings hidden by the baseline" in run(root, "--baseline", "base.json", "--format", "markdown").out
    assert (
        run(root, "--baseline", "base.json", "--language", "zh").out
        == "1 个计划，没有发现问题。另有 2 个问题已列入基线，不再显示。\n"
    )


def test_standard_input_and_output(root: Path) -> None:
    done = roadmapctl("validate", "--write-baseline", "-", "-", cwd=root, stdin=DANGLING)
    assert done.code == 0 and json.loads(done.out)["findings"][0]["file"] == "<stdin>"
    (root / "base.json").write_text(done.out)
    assert roadmapctl("validate", "--baseline", "base.json", "-", cwd=root, stdin=DANGLING).code == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "this is no baseline"),
        ("{", "this is no baseline"),
        ("[]", "this is no baseline"),
        ("[" * 100_000, "this is no baseline"),
        ("\udcff", "this is no baseline"),
        ('{"version": 1}', "this is no baseline"),
        ('{"version": 1, "findings": {}}', "this is no baseline"),
        ('{"version": 2, "findings": []}', "a baseline of version 2; this program reads version 1"),
        ('{"version": [1], "findings": []}', "a baseline of version [1]"),
        ('{"version": 1, "findings": [{"fingerprint": 1, "code": "RM604", "file": "a"}]}', "finding 1 of this baseline"),
        ('{"version": 1, "findings": [7]}', "finding 1 of this baseline"),
        (BOTH, "this is no baseline"),
    ],
)  # fmt: skip
def test_what_is_no_baseline(root: Path, text: str, said: str) -> None:
    (root / "base.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    done = run(root, "--baseline", "base.json")
    assert (done.code, done.out) == (2, "")
    assert said in done.err and done.err.count("\n") == 1 and done.err.startswith("roadmapctl: base.json: ")


def test_a_baseline_that_is_missing(root: Path) -> None:
    done = run(root, "--baseline", "nowhere.json")
    assert (done.code, done.out, done.err) == (2, "", "roadmapctl: nowhere.json: no such file or folder\n")
    (root / "roadmapctl.toml").write_text('baseline = "gone.json"')
    assert "gone.json: no such file" in run(root).err


def test_a_plan_is_never_written_over(root: Path) -> None:
    done = run(root, "--write-baseline", "plans/plan.yaml")
    assert done.code == 2 and "plans/plan.yaml: this is no baseline" in done.err
    assert (root / "plans" / "plan.yaml").read_text() == BOTH
    assert run(root, "--write-baseline", "nowhere/base.json").code == 2
    assert run(root, "--write-baseline", "plans").code == 2


def test_nothing_is_written_where_a_plan_could_not_be_read(root: Path) -> None:
    done = roadmapctl("validate", "--write-baseline", "base.json", "plans", "nowhere.yaml", cwd=root)
    assert done.code == 2 and not (root / "base.json").exists()
