"""Which milestones of a flow count the whole so far: the plan's own numbers say it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapctl.analysis.contributions import milestone_needs
from roadmapctl.analysis.so_far import counted_so_far
from roadmapctl.model import Plan
from tests.plans import checked, found

DAYS = ("2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31")


def plan(targets: list[int], brought: list[int], aim: int | None) -> str:
    """A year's flow with a milestone a quarter, and one tactic for each."""
    goal = "" if aim is None else f"goals: {{year: {{metric: visits, target: {aim}, due: 2027-12-31}}}}\n"
    leads = "" if aim is None else "goal: year, "
    lines = [
        f"  q{i}: {{date: {day}, {leads}metric: visits, target: {target}}}\n"
        for i, (day, target) in enumerate(zip(DAYS, targets, strict=False))
    ]
    tactics = [f"  t{i}: {{milestone: q{i}, contributes: {{visits: {part}}}}}\n" for i, part in enumerate(brought)]
    metrics = "metrics: {visits: {name: Visits, unit: visits, kind: flow}}\n"
    head = f"roadmap: 1\nname: Year\nperiod: 2027\n{metrics}{goal}milestones:\n"
    return head + "".join(lines) + "tactics:\n" + "".join(tactics)


def read(text: str) -> Plan:
    result = checked(text).plan
    assert result is not None
    return result


@pytest.mark.parametrize(
    ("targets", "brought", "aim", "so_far"),
    [
        (
            [38, 92, 164, 210],
            [38, 54, 73, 46],
            210,
            True,
        ),  # the steps between them are brought, and the last is the goal's
        ([38, 92, 164, 210], [38, 54, 73, 46], None, True),  # without a goal the tactics tell
        ([38, 92, 164, 200], [38, 54, 73, 46], 210, True),  # one number is wrong
        ([38, 92, 164, 210], [38, 54, 73, 46], 310, True),
        ([38, 29, 164, 210], [38, 54, 73, 46], 210, True),
        ([250, 190], [250, 190], 440, False),  # each its own part
        ([250, 390], [250, 190], 440, False),  # one of them wrong
        ([320, 160], [320, 160], 480, False),
        ([100, 300], [100, 300], 300, False),  # as good as the other: each its own part
        ([210], [210], 210, False),
        ([300, 500], [300, 200], None, False),  # a tactic that brings too little is no word about the reading
    ],
)
def test_the_reading_is_taken_that_more_numbers_agree_with(
    targets: list[int], brought: list[int], aim: int | None, so_far: bool
) -> None:
    expected = {f"q{i}" for i in range(len(targets))} if so_far else set()
    assert counted_so_far(read(plan(targets, brought, aim))) == expected


@given(st.lists(st.integers(10, 1_000), min_size=2, max_size=4))
def test_both_ways_of_writing_one_plan_need_the_same(parts: list[int]) -> None:
    wholes = [sum(parts[: i + 1]) for i in range(len(parts))]
    expected = {f"q{i}": Fraction(part) for i, part in enumerate(parts)}
    assert milestone_needs(read(plan(parts, parts, wholes[-1]))) == expected
    assert milestone_needs(read(plan(wholes, parts, wholes[-1]))) == expected


def test_milestones_counted_so_far_are_told_by_their_own_step() -> None:
    good = plan([38, 92, 164, 210], [38, 54, 73, 46], 210)
    assert found(good) == []
    assert [f[0] for f in found(good.replace("visits: 73", "visits: 63"))] == ["RM610"]
    assert [f[0] for f in found(good.replace("target: 92", "target: 29"))] == ["RM510"]
    assert [
        f[0]
        for f in found(good.replace("metric: visits, target: 210}\ntactics", "metric: visits, target: 200}\ntactics"))
    ] == ["RM511"]
    assert [f[0] for f in found(good.replace("target: 164", "target: 614"))] == ["RM509"]
