"""RM610 and RM625: what a milestone's tactics bring, held against what it needs."""

import pytest

from roadmapctl.diagnostics import dotted
from tests.plans import SMALL, checked, found

PLAN = """\
roadmap: 1
name: Spring
period: 2027
metrics:
  x: {{name: Things, unit: things, kind: {kind}, better: {better}}}
goals:
  g: {{metric: x, baseline: {baseline}, target: {aim}, due: 2027-12-31}}
milestones:
  half: {{date: 2027-06-30, goal: g, metric: x, target: {target}}}
tactics:
  a: {{milestone: half, start: 2027-01-04, end: 2027-03-31, contributes: {{x: {first}}}}}
  b: {{milestone: half, start: 2027-01-04, end: 2027-03-31, contributes: {{x: {second}}}}}
"""


def codes(**values: object) -> list[tuple[str, int]]:
    given = {"kind": "flow", "better": "up", "baseline": 0, "aim": 1_000, "target": 400} | values
    return [(code, line) for code, line, _ in found(PLAN.format(**given)) if code in ("RM610", "RM625")]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (100, 290, [("RM610", 9)]),
        (100, 300, []),
        (300, 890, []),  # less than three times
        (100, 1_100, [("RM625", 12)]),  # the larger one alone
        (900, 900, [("RM625", 9)]),  # both are large: the target is too small
    ],
)
def test_of_a_flow_the_whole_target_is_needed(first: int, second: int, expected: list[tuple[str, int]]) -> None:
    assert codes(first=first, second=second) == expected


def test_of_a_stock_the_way_from_the_baseline_is_needed() -> None:
    assert codes(kind="stock", baseline=300, aim=900, first=50, second=200) == []
    assert codes(kind="stock", baseline=300, aim=900, first=50, second=250) == [("RM625", 12)]


def test_where_less_is_better_contributions_are_below_zero() -> None:
    down = {"kind": "stock", "better": "down", "baseline": 500, "aim": 300}
    assert codes(**down, first=-50, second=-60) == []
    assert codes(**down, first=-50, second=-500) == [("RM625", 12)]


@pytest.mark.parametrize(
    ("brings", "place"),
    [
        (("300", "10"), "tactics.page.contributes.readers"),  # 100 fill the gap: a zero is missing
        (("0.3", "100"), "tactics.webinars.contributes.readers"),  # thousands
        (("300", "60"), "milestones.launch.target"),  # 600 would be more than is wanted
        (("37", "37"), "milestones.launch.target"),  # 407 with either: nobody knows which
    ],
)
def test_a_contribution_that_lost_its_zeros_is_told_where_it_stands(brings: tuple[str, str], place: str) -> None:
    text = SMALL.replace("readers: 300", f"readers: {brings[0]}").replace("readers: 100", f"readers: {brings[1]}")
    [finding] = checked(text).diagnostics
    assert (finding.code, dotted(finding.path)) == ("RM610", place)
