"""`roadmapctl rollup`: which plans belong together, in every format and both languages, and what cannot be added up."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.run import ROOT, roadmapctl

GOLDEN = Path(__file__).parent / "golden"

YEAR = """\
roadmap: 1
name: Northwind 2027
currency: EUR
period: 2027
budget: 400_000
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
  readers: {name: Readers, unit: people, kind: stock}
goals:
  sales: {metric: revenue, baseline: 0, target: 2M, due: 2027-12-31}
  list: {metric: readers, baseline: 4_000, target: 9_000, due: 2027-12-31, supports: sales}
tactics:
  fair: {name: Fair, start: 2027-05-01, end: 2027-05-31, budget: 50_000}
  office: {name: New office, start: 2027-08-01, end: 2027-08-31, budget: 10_000}
"""
UNIT = """\
roadmap: 1
name: {unit} 2027
unit: {unit}
currency: EUR
period: 2027
parent: year.yaml
budget: {budget}
metrics:
  revenue: {{name: Revenue, unit: EUR, kind: flow}}
  readers: {{name: Readers, unit: people, kind: stock}}
goals:
  sales: {{metric: revenue, baseline: 0, target: {revenue}, due: 2027-12-31, supports: sales}}
  list: {{metric: readers, baseline: 1_000, target: {readers}, due: 2027-12-31, supports: list}}
tactics:
  fair: {{name: Fair, owner: lin, channel: trade-fair, start: 2027-05-01, end: 2027-05-31, budget: 50_000, event: {{date: 2027-05-20}}}}
organization: {{people: {{lin: {{name: Lin Mei, capacity: {capacity}}}}}}}
"""


@pytest.fixture(scope="module")
def halved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with two quarters of the year cut out of it."""
    folder = written(tmp_path_factory.mktemp("halved"))
    for quarter in ("2027-Q1", "2027-Q2"):
        assert roadmapctl("quarter", "year.yaml", quarter, "-o", f"{quarter}.yaml", cwd=folder).code == 0
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A year and two units."""
    return written(tmp_path)


def written(tmp_path: Path) -> Path:
    (tmp_path / "year.yaml").write_text(YEAR)
    (tmp_path / "north.yaml").write_text(
        UNIT.format(unit="North", budget=250_000, revenue="1.2M", readers=6_000, capacity="80%")
    )
    (tmp_path / "south.yaml").write_text(
        UNIT.format(unit="South", budget=180_000, revenue="0.7M", readers=3_000, capacity="40%")
    )
    return tmp_path


def data(*arguments: object, cwd: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(roadmapctl("rollup", *arguments, "--format", "json", cwd=cwd).out)
    return found


@pytest.mark.parametrize(
    ("language", "format", "ending"), [("en", "text", "txt"), ("zh", "text", "txt"), ("zh", "md", "md")]
)
def test_golden(halved: Path, language: str, format: str, ending: str) -> None:
    done = roadmapctl("rollup", ".", "--language", language, "--format", format, cwd=halved)
    assert (done.code, done.err) == (1, "")
    assert done.out == (GOLDEN / f"rollup.{language}.{ending}").read_text("utf-8")


def test_json_is_stable(folder: Path) -> None:
    found = data("north.yaml", "south.yaml", cwd=folder)
    assert list(found) == ["version", "summary", "rollups"] and found["version"] == 1
    assert found["summary"] == {"errors": 2, "warnings": 1, "infos": 0}
    (rollup,) = found["rollups"]
    assert list(rollup) == ["parent", "currency", "plans", "ways", "calendar", "clashes"]
    assert rollup["parent"]["file"] == "year.yaml" and [plan["file"] for plan in rollup["plans"]] == [
        "north.yaml",
        "south.yaml",
    ]
    (way,) = rollup["ways"]
    assert (way["way"], way["plans"], way["unplanned"]) == ("units", ["north.yaml", "south.yaml"], [])
    assert {key: way["budget"][key] for key in ("total", "whole", "left")} == {
        "total": 430000,
        "whole": 400000,
        "left": -30000,
    }
    assert way["budget"]["lines"][0] == {
        "file": "north.yaml", "budget": 250000, "from": "plan", "tactics": 50000, "part": 0.625,
    }  # fmt: skip
    sales = way["goals"][0]
    assert (sales["id"], sales["total"], sales["over"], sales["state"]) == ("sales", 1_900_000, -100_000, "short")
    assert sales["shares"][1] == {"file": "south.yaml", "goal": "sales", "value": 700000}
    assert [(clash["severity"], clash["kind"]) for clash in rollup["clashes"]] == [
        ("error", "over_budget"),
        ("error", "same_tactic"),
        ("warning", "overworked"),
    ]
    assert rollup["clashes"][2]["values"] == {"person": "lin", "share": 1.2, "start": "2027-05-01", "end": "2027-05-31"}


def test_the_exit_code_is_that_of_the_worst_clash(folder: Path) -> None:
    south = (folder / "south.yaml").read_text()
    (folder / "south.yaml").write_text(south.replace("180000", "150_000").replace("name: Fair", "name: South fair"))
    assert roadmapctl("rollup", ".", cwd=folder).code == 0
    assert roadmapctl("rollup", ".", "--fail-on", "warning", cwd=folder).code == 1


def test_halves_of_a_unit_roll_up_to_the_unit_and_the_unit_to_the_year(folder: Path) -> None:
    for half in ("2027-H1", "2027-H2"):
        roadmapctl("quarter", "north.yaml", half, "-o", f"north-{half}.yaml", cwd=folder)
    found = data(".", cwd=folder)
    assert [(r["parent"]["file"], len(r["plans"])) for r in found["rollups"]] == [("year.yaml", 2), ("north.yaml", 2)]
    (way,) = found["rollups"][1]["ways"]
    assert (way["way"], way["budget"]["left"]) == ("time", 0)
    assert [(goal["id"], goal["state"]) for goal in way["goals"]] == [("sales", "met"), ("list", "met")]
    assert found["rollups"][1]["clashes"] == []
    assert {plan["unit"] for plan in found["rollups"][1]["plans"]} == {"North"}


def test_a_file_given_twice_is_counted_once(folder: Path) -> None:
    done = roadmapctl("rollup", "north.yaml", "./north.yaml", folder / "north.yaml", cwd=folder)
    assert done.code == 1 and "north.yaml is given twice; it is counted once" in done.out
    assert data("north.yaml", "north.yaml", cwd=folder)["rollups"][0]["ways"][0]["budget"]["total"] == 250000


def test_plans_without_a_parent_are_added_up_together() -> None:
    found = data("examples/aurora-crm", "examples/fjordline", cwd=ROOT)
    (rollup,) = found["rollups"]
    assert rollup["parent"] is None and rollup["ways"][0]["budget"]["total"] == 265_000 + 620_000


def test_what_cannot_be_added_up(folder: Path) -> None:
    north = (folder / "north.yaml").read_text()
    (folder / "dollars.yaml").write_text(north.replace("EUR", "USD").replace("unit: North", "unit: West"))
    (folder / "orphan.yaml").write_text(north.replace("parent: year.yaml", "parent: gone.yaml"))
    (folder / "broken.yaml").write_text("roadmap: 1\nname: X\nbudget: -1\n")
    for arguments, code, said in (
        (("dollars.yaml", "south.yaml"), 2, "EUR: year.yaml, south.yaml; USD: dollars.yaml"),
        (("orphan.yaml", "south.yaml"), 1, "orphan.yaml:6:9: error RM031"),
        (("broken.yaml", "south.yaml"), 1, "broken.yaml:3:9: error RM021"),
        (("year.yaml",), 2, "nothing rolls up to year.yaml"),
        (("none.yaml", "north.yaml"), 2, "none.yaml: no such file or folder"),
        (("-", "north.yaml"), 2, "name the files"),
        ((), 2, "PLANS"),
    ):
        done = roadmapctl("rollup", *arguments, cwd=folder)
        assert (done.code, done.out) == (code, "") and said in done.err, (arguments, done.err)


def test_a_plan_that_belongs_to_nothing_is_named(folder: Path) -> None:
    (folder / "loner.yaml").write_text("roadmap: 1\nname: Loner\nperiod: 2027\n")
    done = roadmapctl("rollup", "loner.yaml", "north.yaml", cwd=folder)
    assert "loner.yaml names no parent and is nobody's parent: it is left out" in done.err


def test_plans_without_a_day_have_no_calendar(tmp_path: Path) -> None:
    (tmp_path / "year.yaml").write_text("roadmap: 1\nname: Year\nperiod: 2027\ncurrency: USD\nbudget: 100\n")
    for name in ("a", "b"):
        text = f"roadmap: 1\nname: Unit {name}\nperiod: 2027\ncurrency: USD\nbudget: 100\nparent: year.yaml\n"
        (tmp_path / f"{name}.yaml").write_text(text)
    done = roadmapctl("rollup", "a.yaml", "b.yaml", cwd=tmp_path)
    assert done.code == 1 and "Calendar" not in done.out
    assert "$100 more than the $100 there is" in done.out
