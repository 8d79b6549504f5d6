"""`roadmapctl validate --fix`, `--diff` and `--unsafe-fixes`."""

import json
import os
import stat
from pathlib import Path

import pytest

from roadmapctl.output.diff import as_diff
from tests.cli.run import roadmapctl
from tests.plans import SMALL, edited

REFERENCE = edited("after: [page]", "after: [pgae]  # first the page")
GOOD = edited("after: [page]", "after: [page]  # first the page")
RATE = edited("rate: 10%", "rate: 18", REFERENCE)
DIFF = """\
--- plan.yaml
+++ plan.yaml
@@ -29,6 +29,6 @@
     milestone: launch
     start: 2027-01-15
     end: 2027-03-20
-    after: [pgae]  # first the page
+    after: [page]  # first the page
     budget: 5_000
     contributes: {readers: 300}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(REFERENCE)
    return path


def test_what_is_left_decides_the_exit_code(plan: Path) -> None:
    done = roadmapctl("validate", "--fix", "plan.yaml", cwd=plan.parent)
    assert done == (0, "1 plan, no findings.\n", "mended 1 finding in plan.yaml\n")
    assert plan.read_text() == GOOD
    plan.write_text(RATE)
    done = roadmapctl("validate", "--fix", "plan.yaml", cwd=plan.parent)
    assert done.code == 1 and "RM020" in done.out and "RM030" not in done.out
    assert "write 18% or 0.18 (--fix --unsafe-fixes mends this)" in done.out
    assert plan.read_text() == edited("rate: 10%", "rate: 18", GOOD)


def test_guesses(plan: Path) -> None:
    plan.write_text(RATE)
    done = roadmapctl("validate", "--fix", "--unsafe-fixes", "plan.yaml", cwd=plan.parent)
    assert (done.code, done.err) == (0, "mended 2 findings in plan.yaml\n")
    assert plan.read_text() == edited("rate: 10%", "rate: 18%", GOOD)


@pytest.mark.parametrize("flags", [("--diff",), ("--fix", "--diff")])
def test_a_diff_writes_nothing(plan: Path, flags: tuple[str, ...]) -> None:
    done = roadmapctl("validate", *flags, "plan.yaml", cwd=plan.parent)
    assert done == (1, DIFF, "would mend 1 finding in plan.yaml\n")
    assert plan.read_text() == REFERENCE


def test_a_diff_of_standard_input() -> None:
    done = roadmapctl("validate", "--diff", "-", stdin=REFERENCE)
    assert done == (1, DIFF.replace("plan.yaml", "<stdin>"), "would mend 1 finding in <stdin>\n")
    assert roadmapctl("validate", "--diff", "-", stdin=SMALL) == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--unsafe-fixes", "."], "--unsafe-fixes goes with --fix or --diff"),
        (["--fix", "-"], "--diff shows what it would do"),
        (["--diff", "--format", "json", "."], "leave one of the two out"),
    ],
)
def test_flags_that_do_not_go_together(plan: Path, arguments: list[str], said: str) -> None:
    done = roadmapctl("validate", *arguments, cwd=plan.parent)
    assert (done.code, done.out) == (2, "") and said in done.err
    assert plan.read_text() == REFERENCE


def test_mode_mark_and_line_ends_stay_and_nothing_is_left_beside(plan: Path) -> None:
    plan.write_bytes(b"\xef\xbb\xbf" + REFERENCE.replace("\n", "\r\n").encode())
    plan.chmod(0o604)
    assert roadmapctl("validate", "--fix", plan).code == 0
    assert plan.read_bytes() == b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    assert stat.S_IMODE(plan.stat().st_mode) == 0o604
    assert [p.name for p in plan.parent.iterdir()] == ["plan.yaml"]


def test_a_clean_plan_is_not_touched(plan: Path) -> None:
    plan.write_text(SMALL)
    before = plan.stat()
    assert roadmapctl("validate", "--fix", plan) == (0, "1 plan, no findings.\n", "")
    assert (plan.stat().st_ino, plan.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_link_stays_a_link(plan: Path) -> None:
    link = plan.with_name("link.yaml")
    link.symlink_to("plan.yaml")
    assert roadmapctl("validate", "--fix", link).code == 0
    assert link.is_symlink() and plan.read_text() == GOOD


def test_the_files_of_a_folder(tmp_path: Path) -> None:
    head, _, tactics = REFERENCE.partition("tactics:\n")
    (tmp_path / "roadmap.yaml").write_text(head.replace("budget:", "Budget:", 1))
    (tmp_path / "tactics.yaml").write_text("tactics:\n" + tactics)
    (tmp_path / "ideas.yaml").write_text("ideas: {}\n")
    done = roadmapctl("validate", "--fix", ".", cwd=tmp_path)
    assert done == (0, "1 plan, no findings.\n", "mended 1 finding in roadmap.yaml\nmended 1 finding in tactics.yaml\n")
    assert (tmp_path / "roadmap.yaml").read_text() == head
    assert (tmp_path / "tactics.yaml").read_text() == "tactics:\n" + GOOD.partition("tactics:\n")[2]


def test_several_plans(plan: Path) -> None:
    other = plan.with_name("other.yaml")
    other.write_text(RATE)
    done = roadmapctl("validate", "--fix", "plan.yaml", "gone.yaml", "other.yaml", cwd=plan.parent)
    assert done.code == 2 and "gone.yaml: no such file" in done.err
    assert plan.read_text() == GOOD and "RM020" in done.out


def test_only_what_is_selected_is_mended(plan: Path) -> None:
    plan.write_text(edited("currency: USD", "currency: usd", REFERENCE))
    assert roadmapctl("validate", "--fix", "--ignore", "RM030", plan).code == 0
    assert plan.read_text() == REFERENCE
    assert roadmapctl("validate", "--fix", "--select", "RM02", plan) == (0, "1 plan, no findings.\n", "")
    assert plan.read_text() == REFERENCE


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written(plan: Path) -> None:
    plan.chmod(0o400)
    done = roadmapctl("validate", "--fix", plan)
    assert done.code == 2 and "cannot be written: permission denied" in done.err
    assert plan.read_text() == REFERENCE


def test_what_mends_a_finding_is_said(plan: Path) -> None:
    plan.write_text(RATE.replace("currency: USD", "currency: USD\nlanguage: zh"))
    out = roadmapctl("validate", plan).out
    assert "“page”？（--fix 可修复）" in out and "0.18（--fix --unsafe-fixes 可修复）" in out
    found = json.loads(roadmapctl("validate", "--format", "json", plan).out)["diagnostics"]
    assert [d["fix"] for d in found] == [{"safe": False}, {"safe": True}]
    plan.write_text(edited("end: 2027-01-14", "end: 2027-02-30"))
    (entry,) = json.loads(roadmapctl("validate", "--format", "json", plan).out)["diagnostics"]
    assert entry["fix"] is None


def test_a_diff_in_colour_shows_what_cannot_be_seen_and_a_plain_one_is_exact() -> None:
    before, after = "a\r\nb\u202e", "a\r\nc"
    plain = as_diff("p\x1b.yaml", before, after)
    assert plain == (
        "--- p\\x1b.yaml\n+++ p\\x1b.yaml\n@@ -1,2 +1,2 @@\n a\r\n"
        "-b\u202e\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"
    )
    coloured = as_diff("p.yaml", before, after, colour=True)
    assert "\x1b[31m-b\\u202e\n\\ No newline at end of file\x1b[0m\n" in coloured and "\u202e" not in coloured
