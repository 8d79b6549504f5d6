"""A quarter against its year: what is compared, and what is left alone."""

from pathlib import Path

import pytest

from roadmapctl.diagnostics import dotted
from roadmapctl.project import check
from tests.plans import SMALL

YEAR = """\
roadmap: 1
name: Year
currency: EUR
period: 2027
budget: 100_000
metrics:
  leads: {name: Leads, unit: people, kind: flow}
  win-rate: {name: Closing, unit: rate, kind: stock}
goals:
  year-leads: {metric: leads, baseline: 0, target: 600, due: 2027-10-31}
  closing: {metric: win-rate, baseline: 20%, target: 25%, due: 2027-12-31, supports: year-leads}
"""
QUARTER = """\
roadmap: 1
name: First quarter
currency: EUR
period: 2027-Q1
budget: 25_000
parent: year.yaml
metrics:
  leads: {name: Leads, unit: people, kind: flow}
  win-rate: {name: Closing, unit: rate, kind: stock}
goals:
  quarter-leads: {metric: leads, baseline: 0, target: 120, due: 2027-03-31, supports: year-leads}
tactics:
  webinars: {start: 2027-01-11, end: 2027-03-12, budget: 12_000}
"""


def codes(folder: Path, quarter: str = QUARTER, year: str = YEAR) -> list[tuple[str, tuple[str | int, ...]]]:
    """(code, path) of what is found in the quarter, but for metrics that it does not use."""
    (folder / "year.yaml").write_text(year, "utf-8")
    (folder / "quarter.yaml").write_text(quarter, "utf-8")
    return [(d.code, d.path) for d in check(folder / "quarter.yaml").diagnostics if d.code != "RM708"]


def swapped(text: str, *pairs: tuple[str, str]) -> str:
    """The text with pieces replaced, each of which stands in it once."""
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def test_a_quarter_that_fits_its_year(tmp_path: Path) -> None:
    assert codes(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "path"),
    [
        ("budget: 25_000", "budget: 125_000", "RM043", ("budget",)),
        ("target: 120", "target: 720", "RM317", ("goals", "quarter-leads", "target")),
        (", supports: year-leads", "", "RM044", ("parent",)),
        ("leads: {name: Leads, unit: people", "leads: {name: Leads, unit: companies", "RM046", ("metrics", "leads", "unit")),
        ("leads: {name: Leads, unit: people, kind: flow", "leads: {name: Leads, unit: people, kind: stock", "RM046", ("metrics", "leads", "kind")),
        ("supports: year-leads", "supports: year-laeds", "RM030", ("goals", "quarter-leads", "supports")),
    ],
)  # fmt: skip
def test_one_fault_in_the_quarter(tmp_path: Path, old: str, new: str, code: str, path: tuple[str | int, ...]) -> None:
    assert codes(tmp_path, swapped(QUARTER, (old, new))) == [(code, path)]


def test_a_period_beyond_the_parents(tmp_path: Path) -> None:
    wide = swapped(QUARTER, ("period: 2027-Q1", "period: {start: 2026-12-01, end: 2027-03-31}"))
    assert codes(tmp_path, wide) == [("RM041", ("period",))]


def test_one_slip_of_the_header_is_told_once(tmp_path: Path) -> None:
    money = swapped(
        QUARTER,
        ("leads: {name: Leads, unit: people", "leads: {name: Leads, unit: EUR"),
        ("currency: EUR", "currency: USD"),
    )
    year = swapped(YEAR, ("leads: {name: Leads, unit: people", "leads: {name: Leads, unit: EUR"))
    assert [code for code, _ in codes(tmp_path, money, year)] == ["RM313"]
    late = swapped(QUARTER, ("period: 2027-Q1", "period: 2025-Q1"))
    late += "  talks: {start: 2027-01-11, end: 2027-03-12}\n"
    assert [code for code, _ in codes(tmp_path, late)] == ["RM050"]


def test_amounts_of_two_currencies_are_not_compared(tmp_path: Path) -> None:
    dear = swapped(QUARTER, ("currency: EUR", "currency: USD"), ("budget: 25_000", "budget: 125_000"))
    assert codes(tmp_path, dear) == [("RM042", ("currency",))]


def test_without_a_budget_the_tactics_count(tmp_path: Path) -> None:
    dear = swapped(QUARTER, ("budget: 25_000\n", ""), ("budget: 12_000", "budget: 112_000"))
    assert codes(tmp_path, dear) == [("RM043", ("parent",))]


@pytest.mark.parametrize(
    ("tactic", "found"),
    [
        ("budget: 50_000}", ["RM047"]),
        ("budget: 49_999}", []),
        ("budget: 50_000, hypothesis: {metric: win-rate, from: 20%, to: 22%}}", []),
    ],
)
def test_half_of_the_years_budget_wants_a_reason(tmp_path: Path, tactic: str, found: list[str]) -> None:
    text = swapped(QUARTER, ("budget: 25_000", "budget: 60_000"), ("budget: 12_000}", tactic))
    assert [code for code, _ in codes(tmp_path, text)] == found


def test_a_plan_as_long_as_its_parent_may_spend_half(tmp_path: Path) -> None:
    text = swapped(QUARTER, ("2027-Q1", "2027"), ("budget: 25_000", "budget: 60_000"), ("12_000}", "50_000}"))
    assert codes(tmp_path, text) == []


@pytest.mark.parametrize(
    ("due", "extra", "found"),
    [
        ("2027-03-15", "", ["RM045"]),
        ("2027-03-15", "milestones:\n  m: {date: 2027-03-10, goal: closing}\n", []),
        ("2027-06-15", "", []),
    ],
)
def test_what_is_due_in_the_quarter_is_served(tmp_path: Path, due: str, extra: str, found: list[str]) -> None:
    year = swapped(YEAR, ("due: 2027-12-31, supports: year-leads", f"due: {due}"))
    assert [code for code, _ in codes(tmp_path, QUARTER + extra, year)] == found


def test_a_goal_is_served_through_another_of_the_parent(tmp_path: Path) -> None:
    year = swapped(YEAR, ("due: 2027-10-31", "due: 2027-03-31"), ("due: 2027-12-31", "due: 2027-03-20"))
    quarter = swapped(
        QUARTER,
        ("metric: leads, baseline: 0, target: 120, due: 2027-03-31, supports: year-leads", "metric: win-rate, baseline: 20%, target: 22%, due: 2027-03-20, supports: closing"),
    )  # fmt: skip
    assert codes(tmp_path, quarter, year) == []


def test_a_goal_due_after_the_parents(tmp_path: Path) -> None:
    year = swapped(YEAR, ("due: 2027-10-31", "due: 2027-02-28"))
    found = codes(tmp_path, year=year)
    assert found == [("RM314", ("goals", "quarter-leads", "due"))]


def test_a_namesake_of_the_parents_goal(tmp_path: Path) -> None:
    quarter = swapped(QUARTER, ("quarter-leads: ", "year-leads: "), ("target: 120", "target: 720"))
    assert codes(tmp_path, quarter) == [("RM317", ("goals", "year-leads", "target"))]
    assert codes(tmp_path, swapped(quarter, (", supports: year-leads", ""))) == [("RM044", ("parent",))]


def test_rates_of_another_segment_are_not_compared(tmp_path: Path) -> None:
    text = swapped(
        QUARTER,
        ("metric: leads, baseline: 0, target: 120, due: 2027-03-31, supports: year-leads",
         "metric: win-rate, baseline: 20%, target: 40%, due: 2027-03-31, supports: closing, segment: big"),
    ) + "market: {segments: {big: {size: 5}}}\n"  # fmt: skip
    assert "RM317" not in [code for code, _ in codes(tmp_path, text)]


def test_parents_in_a_ring(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for file, parent in (
        ("plan.yaml", "a.yaml"),
        ("a.yaml", "b.yaml"),
        ("b.yaml", "sub/c.yaml"),
        ("sub/c.yaml", "../a.yaml"),
    ):
        (tmp_path / file).write_text(f"roadmap: 1\nname: {file}\nperiod: 2027\nparent: {parent}\n")
    (found,) = check(tmp_path / "plan.yaml").diagnostics
    assert (found.code, found.path, found.span.line) == ("RM052", ("parent",), 4)
    assert found.message.fields == {"ring": "a.yaml → b.yaml → sub/c.yaml → a.yaml"}
    (found,) = check(tmp_path / "b.yaml").diagnostics
    assert found.message.fields == {"ring": "b.yaml → sub/c.yaml → a.yaml → b.yaml"}


def test_a_chain_of_parents_is_no_ring_and_ends_where_one_is_missing(tmp_path: Path) -> None:
    for file, parent in (("plan.yaml", "a.yaml"), ("a.yaml", "b.yaml"), ("b.yaml", "gone.yaml")):
        (tmp_path / file).write_text(f"roadmap: 1\nname: {file}\nperiod: 2027\nparent: {parent}\n")
    assert check(tmp_path / "plan.yaml").diagnostics == ()


def test_a_ring_of_links_comes_to_an_end(tmp_path: Path) -> None:
    """Each step goes one folder deeper, by a link to the folder itself, so that no name comes twice."""
    (tmp_path / "down").symlink_to(".")
    (tmp_path / "plan.yaml").write_text("roadmap: 1\nname: X\nperiod: 2027\nparent: down/other.yaml\n")
    (tmp_path / "other.yaml").write_text("roadmap: 1\nname: Y\nperiod: 2027\nparent: down/other.yaml\n")
    assert check(tmp_path / "plan.yaml").diagnostics == ()


def test_a_unit_under_the_plan_of_all_units_and_under_that_of_another(tmp_path: Path) -> None:
    north = QUARTER.replace("period: 2027-Q1", "period: 2027-Q1\nunit: North")
    assert codes(tmp_path, north) == []
    assert codes(tmp_path, north, YEAR.replace("period: 2027", "period: 2027\nunit: North")) == []
    assert codes(tmp_path, north, YEAR.replace("period: 2027", "period: 2027\nunit: South")) == [("RM053", ("unit",))]


def test_a_parent_that_is_not_there_hides_nothing_but_its_own_goals(tmp_path: Path) -> None:
    text = SMALL.replace("budget: 10_000", "parent: yaer.yaml\nbudget: 10_000").replace(
        "supports: sales", "supports: of-the-year"
    )
    (tmp_path / "plan.yaml").write_text(text.replace("target: 100_000", "target: 200_000"))
    found = [(finding.code, dotted(finding.path)) for finding in check(tmp_path / "plan.yaml").diagnostics]
    assert found == [("RM031", "parent"), ("RM310", "goals.sales.target")]
