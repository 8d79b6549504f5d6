"""A method of somebody's own: the documented example works, and what is wrong in a file is said with its place."""

import re
from pathlib import Path

import pytest

from roadmapctl.frameworks import own
from roadmapctl.frameworks.element import SHOWN
from roadmapctl.frameworks.own import MOST_BYTES, read_own
from tests.cli.run import roadmapctl
from tests.frameworks.plans import scaffolded, written

DOCS = Path(__file__).parents[2] / "docs" / "methods.md"
CODES = frozenset({"RM302"})


def example() -> str:
    """The method of the documentation."""
    match = re.search(r"```yaml\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert match is not None
    return match.group(1)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The scaffold of the seven steps."""
    return written(scaffolded("seven-step"), tmp_path, "seven-step")


@pytest.fixture
def launch(tmp_path: Path) -> Path:
    """The documented method in a file."""
    (tmp_path / "launch.yaml").write_text(example(), "utf-8")
    return tmp_path / "launch.yaml"


def test_the_documented_method_covers_validates_and_reports(plan: Path, launch: Path) -> None:
    covered = roadmapctl("coverage", plan, "--framework", launch, "--format", "markdown")
    assert covered.code == 0
    assert "Covered: **75% (3 of 4 present, 0 thin, 1 missing)**" in covered.out
    assert "Answer next: **On which day is the launch?**" in covered.out
    checked = roadmapctl("validate", plan, "--framework", launch)
    assert checked.code == 0 and checked.out.count("RM016") == 1
    assert "The launch day: nothing is written at milestones.launch" in checked.out
    report = roadmapctl("report", plan, "--view", launch, "--language", "zh")
    headings = [line for line in report.out.split("\n") if line.startswith("## ")]
    assert headings[:3] == ["## 为谁而做", "## 要带来什么", "## 如何做到"]


def test_what_a_changed_method_asks_is_not_answered_from_the_cache(plan: Path, launch: Path) -> None:
    assert "RM016" in roadmapctl("validate", plan, "--framework", launch).out
    own_text = launch.read_text("utf-8").replace("milestones.launch", "milestones.year-closed")
    other = launch.with_name("other.yaml")
    other.write_text(own_text, "utf-8")
    assert "RM016" not in roadmapctl("validate", plan, "--framework", other).out


def test_the_sections_a_step_may_show_are_documented() -> None:
    text = DOCS.read_text("utf-8").partition("A step's `shows`")[2].partition("\n\n")[0]
    assert set(re.findall(r"`([a-z-]+)`", text)) == set(SHOWN)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("only: status", "onyl: status", ("RM010", 11, 9)),
        ("shows: [market]", "shows: [markets]", ("RM014", 5, 13)),
        ("each: [who, motivation]", "each: [whom, motivation]", ("RM014", 12, 16)),
        ("where: goals.*", "where: gaols.*", ("RM014", 19, 16)),
        ("asks: [RM302]", "asks: [RM999]", ("RM014", 23, 16)),
        ("only: status=target", "only: statsu=target", ("RM014", 11, 15)),
        ("        where: milestones.launch\n", "", ("RM011", 24, 7)),
        ("at_least: 2", "at_least: two", ("RM021", 21, 19)),
        ("launch-day:", "launch-goals:", ("RM003", 24, 7)),
        ("method: launch", "method: [launch", ("RM002", 2, 6)),
        ("method: launch", "method: !!python/object:os.system launch", ("RM005", 1, 9)),
    ],
)
def test_what_is_wrong_is_said_with_its_place(old: str, new: str, expected: tuple[str, int, int]) -> None:
    assert old in example()
    found = read_own(example().replace(old, new, 1).encode(), "launch.yaml", CODES)
    assert found.method is None
    assert expected in [(d.code, d.span.line, d.span.column) for d in found.diagnostics]
    assert {d.span.file for d in found.diagnostics} == {"launch.yaml"}


@pytest.mark.parametrize("text", ["", "- a\n", "method: x\n", "\xff", "&a [*a]", "a: " + "[" * 10_000])
def test_what_is_no_method_is_refused(text: str) -> None:
    found = read_own(text.encode("latin-1"), "x.yaml", CODES)
    assert found.method is None and found.diagnostics


def test_it_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    found = read_own(example().encode() + b"#" * MOST_BYTES, "x.yaml", CODES)
    assert [d.code for d in found.diagnostics] == ["RM004"]
    monkeypatch.setattr(own, "MOST_ELEMENTS", 4)
    assert [d.code for d in read_own(example().encode(), "x.yaml", CODES).diagnostics] == ["RM004"]


def test_faults_end_with_one_and_a_missing_file_with_two(plan: Path, launch: Path) -> None:
    bad = launch.with_name("bad.yaml")
    bad.write_text(example().replace("where: goals.*", "where: gaols.*"), "utf-8")
    for command, flag in (("coverage", "--framework"), ("validate", "--framework"), ("report", "--view")):
        done = roadmapctl(command, plan, flag, bad)
        assert (done.code, done.out) == (1, "")
        assert f"{bad}:19:16: error RM014 there is no “gaols” here" in done.err
        assert roadmapctl(command, plan, flag, launch.with_name("none.yaml")).code == 2
