"""Quarters, splits and status of a flow agree on what is due: by its milestones, where these share all of it out."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapctl.analysis.growth.split import Split, goal_split
from roadmapctl.analysis.parts.cut import cut
from roadmapctl.analysis.parts.milestones import MilestonePart
from roadmapctl.analysis.status.schedule import frame
from roadmapctl.analysis.status.status import status
from roadmapctl.model import Plan
from tests.analysis.growth.plans import growth_of
from tests.plans import checked


def plan_of(milestones: str, goal: str = "target: 400, due: 2027-12-31") -> Plan:
    plan = checked(
        "roadmap: 1\nname: Year\nperiod: 2027\nfunnel: {seasonality: {Q1: 0.5, Q2: 1, Q3: 1, Q4: 1.5}}\n"
        "metrics: {leads: {name: Leads, unit: leads, kind: flow}}\n"
        f"goals: {{won: {{metric: leads, {goal}}}}}\nmilestones:\n{milestones}"
    ).plan
    assert plan is not None
    return plan


def milestone(day: str, target: int, id: str) -> str:
    return f"  {id}: {{goal: won, metric: leads, date: {day}, target: {target}}}\n"


def quarters(plan: Plan) -> list[Decimal]:
    found = (cut(plan, "quarter", number).goals.get("won") for number in range(4))
    return [Decimal(0) if part is None else part.target for part in found]


def test_a_quarter_asks_for_what_its_milestones_do() -> None:
    """300 by the end of March and 100 after it, by the weights of what is left of the year."""
    fair = milestone("2027-03-31", 300, "fair")
    assert quarters(plan_of(fair + milestone("2027-06-30", 100, "rest"))) == [300, 100, 0, 0]
    assert quarters(plan_of(fair + milestone("2027-12-31", 100, "rest"))) == [300, 29, 28, 43]  # 1 : 1 : 1.5 of 100


def test_a_split_of_its_own_comes_first() -> None:
    text = milestone("2027-03-31", 300, "fair") + milestone("2027-06-30", 100, "rest")
    assert quarters(plan_of(text, "target: 400, due: 2027-12-31, split: month")) == [50, 100, 100, 150]


def test_milestones_that_do_not_add_up_leave_it_to_the_season() -> None:
    assert quarters(plan_of(milestone("2027-03-31", 300, "fair"))) == [50, 100, 100, 150]


def test_a_milestone_asks_for_what_falls_due_of_it_here() -> None:
    """Of 300 by 30 June a third falls due in the first quarter (0.5 of 1.5), two thirds in the second; tactics bring 150 in each."""
    text = milestone("2027-06-30", 300, "fair") + milestone("2027-12-31", 100, "rest")
    plan = plan_of(
        f"{text}tactics:\n  stand: {{milestone: fair, start: 2027-01-01, end: 2027-06-30, contributes: {{leads: 450}}}}\n"
    )
    assert cut(plan, "quarter", 1).milestones == {"fair": MilestonePart(Decimal(200))}
    less = plan_of(
        f"{text}tactics:\n  stand: {{milestone: fair, start: 2027-01-01, end: 2027-06-30, contributes: {{leads: 240}}}}\n"
    )
    assert cut(less, "quarter", 1).milestones == {"fair": MilestonePart(None, Decimal(200), Decimal(160), Decimal(40))}


@given(st.lists(st.tuples(st.dates(date(2027, 1, 1), date(2027, 12, 31)), st.integers(1, 900)), min_size=2, max_size=5))
@settings(max_examples=20, deadline=None)
def test_quarters_splits_and_status_agree(steps: list[tuple[date, int]]) -> None:
    total = sum(target for _, target in steps)
    text = "".join(milestone(str(day), target, f"m-{n}") for n, (day, target) in enumerate(steps))
    plan = plan_of(text, f"target: {total}, due: 2027-12-31")
    split = goal_split(frame(plan), growth_of(plan, "won"), "quarter")
    assert isinstance(split, Split)
    assert sum(quarters(plan)) == total
    for row, until in zip(split.rows, _sums(quarters(plan)), strict=True):
        (goal,) = status(plan, row.span.end).goals
        assert goal.progress.to_date is not None
        assert abs(Fraction(row.until) - goal.progress.to_date) < 2 and abs(Fraction(until) - goal.progress.to_date) < 2


def _sums(parts: list[Decimal]) -> list[Decimal]:
    return [sum(parts[: n + 1], Decimal(0)) for n in range(len(parts))]
