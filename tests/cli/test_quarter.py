"""`roadmapctl quarter`: a file that holds, the link to the year, and what cannot be cut."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from tests.cli.run import ROOT, roadmapctl

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def year(tmp_path: Path) -> Path:
    copytree(ROOT / "examples" / "event-a", tmp_path / "2027")
    return tmp_path / "2027"


def test_the_quarter_as_it_is_written(year: Path) -> None:
    done = roadmapctl("quarter", "2027", "2027-Q2", "-o", "q2.yaml", cwd=year.parent)
    assert (done.code, done.out) == (0, "")
    assert done.err == "已写入 q2.yaml\n有 3 个问题留待你回答，已在计划中以“？”标出\n"
    assert (year.parent / "q2.yaml").read_text("utf-8") == (GOLDEN / "quarter.zh.yaml").read_text("utf-8")


def test_it_validates_and_is_tied_to_its_year_wherever_it_is_written(year: Path) -> None:
    (year.parent / "quarters").mkdir()
    roadmapctl("quarter", year, "2027-Q3", "-o", "quarters/q3.yaml", cwd=year.parent)
    text = (year.parent / "quarters" / "q3.yaml").read_text("utf-8")
    assert "\nparent: ../2027/roadmap.yaml\n" in text
    done = roadmapctl("validate", "quarters/q3.yaml", "--format", "json", cwd=year.parent)
    assert (done.code, json.loads(done.out)["diagnostics"]) == (0, [])
    funnel = roadmapctl("funnel", "quarters/q3.yaml", "--format", "json", cwd=year.parent)
    assert json.loads(funnel.out)["deals"] == 2_500  # a quarter of 10,000


def test_stdout_stands_in_the_folder_of_the_year(year: Path) -> None:
    done = roadmapctl("quarter", year, "2027-Q3", cwd=year.parent)
    assert done.code == 0 and "\nparent: roadmap.yaml\n" in done.out
    assert "“parent: roadmap.yaml”" in done.err
    (year / "q3.yaml").write_text(done.out, "utf-8")
    assert roadmapctl("validate", year / "q3.yaml").code == 0


def test_nothing_is_overwritten_unless_asked(year: Path) -> None:
    there = year.parent / "q3.yaml"
    there.write_text("mine")
    done = roadmapctl("quarter", year, "2027-Q3", "-o", there)
    assert done.code == 2 and there.read_text() == "mine" and "--force" in done.err
    assert roadmapctl("quarter", year, "2027-Q3", "-o", there, "--force").code == 0
    assert there.read_text("utf-8").startswith("# ")
    done = roadmapctl("quarter", year, "2027-Q3", "-o", year / "roadmap.yaml", "--force")
    assert done.code == 2 and (year / "roadmap.yaml").read_text("utf-8") == (
        ROOT / "examples/event-a/roadmap.yaml"
    ).read_text("utf-8")


def test_a_quarter_is_cut_into_months(year: Path) -> None:
    roadmapctl("quarter", year, "2027-Q3", "-o", year.parent / "q3.yaml")
    done = roadmapctl("quarter", year.parent / "q3.yaml", "2027-08", "-o", year.parent / "08.yaml")
    assert done.code == 0
    text = (year.parent / "08.yaml").read_text("utf-8")
    assert "\nperiod: 2027-08\n" in text and "\nparent: q3.yaml\n" in text and "target: 864\n" in text
    assert roadmapctl("validate", year.parent / "08.yaml").code == 0


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2028-Q1", "2027-Q1, 2027-Q2, 2027-Q3, 2027-Q4"),
        ("2027", "2027-Q3"),
        ("Q5", "Q1, Q2, Q3, Q4"),
        ("third", "2027-H1 或 2027-05"),
        ("x\x1b[31m", "2027-Q3"),
    ],
)
def test_a_period_that_is_no_part_of_the_plan(period: str, said: str) -> None:
    done = roadmapctl("quarter", "examples/event-a", period)
    assert (done.code, done.out) == (2, "") and said in done.err and "\x1b" not in done.err


def test_a_fiscal_year_has_quarters_of_its_own(tmp_path: Path) -> None:
    text = "roadmap: 1\nname: FY\nperiod: {start: 2027-02-01, end: 2028-01-31}\nbudget: 1200\ncurrency: EUR\n"
    (tmp_path / "year.yaml").write_text(text)
    done = roadmapctl("quarter", "year.yaml", "Q4", cwd=tmp_path)
    assert done.code == 0 and "\nbudget: 300\n" in done.out
    assert "\nperiod: {start: 2027-11-01, end: 2028-01-31}\n" in done.out


def test_what_cannot_be_cut(tmp_path: Path) -> None:
    (tmp_path / "no-period.yaml").write_text("roadmap: 1\nname: X\n")
    (tmp_path / "quarter.yaml").write_text("roadmap: 1\nname: X\nperiod: 2027-Q3\n")
    (tmp_path / "broken.yaml").write_text("roadmap: 1\nname: X\nperiod: 2027\nbudget: -1\n")
    for arguments, code, said in (
        (("no-period.yaml", "2027-Q3"), 2, "write period: 2027"),
        (("quarter.yaml", "2027-Q3"), 2, "is all there is"),
        (("broken.yaml", "2027-Q3"), 1, "RM021"),
        (("-", "2027-Q3"), 2, "name the wider plan's file"),
        (("quarter.yaml", "2027-08", "-o", "none/q.yaml"), 2, "its folder does not exist"),
        (("quarter.yaml", "2027-08", "-o", "."), 2, "folder"),
    ):
        done = roadmapctl("quarter", *arguments, cwd=tmp_path)
        assert (done.code, done.out) == (code, "") and said in done.err, arguments
