"""The parts of a plan sum to it exactly, and each lies where counting day by day puts it."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapctl.analysis.parts.cut import Cut, cut
from roadmapctl.analysis.parts.goals import is_level
from roadmapctl.analysis.parts.periods import Kind, kind_of, name_of, overlap, parts_of
from roadmapctl.analysis.parts.shared import digits_of, shared
from roadmapctl.model import Plan
from roadmapctl.model.time import Period, period
from tests.analysis.parts.years import share, years

KINDS = st.sampled_from(["quarter", "half", "month", "own_quarter"])
FEW = settings(max_examples=15, deadline=None)


def cuts(plan: Plan, kind: Kind) -> list[Cut]:
    assert plan.period is not None
    return [cut(plan, kind, number) for number in range(len(parts_of(plan.period, kind)))]


@given(plan=years(), kind=KINDS)
@FEW
def test_budgets_and_tactics_sum_to_the_plans(plan: Plan, kind: Kind) -> None:
    found = cuts(plan, kind)
    assert sum(each.budget.whole for each in found) == plan.budget
    for id, tactic in plan.tactics.items():
        parts = [each.tactics[id] for each in found if id in each.tactics]
        assert sum(part.budget or 0 for part in parts) == tactic.budget
        for metric, amount in tactic.contributes.items():
            assert sum(part.contributes.get(metric, 0) for part in parts) == amount
        assert (parts[0].start, parts[-1].end) == (tactic.start, tactic.end)
        assert [part.is_whole for part in parts] == [len(parts) == 1] * len(parts)
    for each in found:
        assert each.budget.tactics == sum(part.budget or 0 for part in each.tactics.values())


@given(plan=years(), kind=KINDS)
@FEW
def test_flows_sum_to_their_goal_and_levels_meet(plan: Plan, kind: Kind) -> None:
    found = cuts(plan, kind)
    for id, goal in plan.goals.items():
        parts = [each.goals[id] for each in found if id in each.goals]
        if not is_level(plan, goal):
            assert sum(part.target for part in parts) == goal.target
        elif parts:
            assert (parts[0].baseline, parts[-1].target) == (goal.baseline, goal.target)
            assert [part.baseline for part in parts[1:]] == [part.target for part in parts[:-1]]
        else:
            assert goal.baseline == goal.target


@given(plan=years())
@FEW
def test_each_part_is_what_its_days_weigh(plan: Plan) -> None:
    """Within one unit: of the last digit that a part is written to, by which largest remainder may move it."""
    assert plan.period is not None
    for each in cuts(plan, "quarter"):
        for id, part in each.goals.items():
            goal = plan.goals[id]
            assert goal.due is not None and goal.target is not None and goal.baseline is not None
            window = Period(plan.period.start, goal.due)
            if is_level(plan, goal):
                due = share(plan, window, Period(plan.period.start, part.due), of=goal.metric)
                wanted = Fraction(goal.baseline) + (Fraction(goal.target) - Fraction(goal.baseline)) * due
            else:
                wanted = Fraction(goal.target) * share(plan, window, each.period, of=goal.metric)
            fineness = digits_of(goal.target, goal.baseline, rate=goal.metric == "closing")
            assert abs(Fraction(part.target) - wanted) <= Fraction(10) ** -fineness


@given(plan=years())
@FEW
def test_money_follows_days_and_contributions_the_season(plan: Plan) -> None:
    for each in cuts(plan, "quarter"):
        for id, part in each.tactics.items():
            tactic = plan.tactics[id]
            assert tactic.start is not None and tactic.end is not None and tactic.budget is not None
            days = Fraction((part.end - part.start).days + 1, (tactic.end - tactic.start).days + 1)
            assert abs(Fraction(part.budget or 0) - Fraction(tactic.budget) * days) < Fraction(10) ** -digits_of(
                tactic.budget
            )
            for metric, amount in tactic.contributes.items():
                wanted = Fraction(amount) * share(plan, Period(tactic.start, tactic.end), each.period)
                given = part.contributes.get(metric, Decimal(0))
                assert abs(Fraction(given) - wanted) < Fraction(10) ** -digits_of(amount)


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [
        (600, (7, 10, 8, 15), (105, 150, 120, 225)),
        (8, (7, 10, 8, 15), (1, 2, 2, 3)),
        (16_000, (73, 79, 0, 0), (7_680, 8_320, 0, 0)),
        (-10, (1, 1, 1, 0), (-4, -3, -3, 0)),
        ("0.5", (1, 1, 0, 0), ("0.3", "0.2", 0, 0)),
        (0, (1, 2, 3, 4), (0, 0, 0, 0)),
    ],
)
def test_shared_by_hand(total: int | str, weights: tuple[int, ...], parts: tuple[int | str, ...]) -> None:
    amount = Decimal(total)
    assert shared(amount, [Fraction(w) for w in weights], digits_of(amount)) == tuple(map(Decimal, parts))


@pytest.mark.parametrize(
    ("value", "rate", "digits"),
    [
        ("600", False, 0),
        ("2.4E+6", False, -3),
        ("16000", False, -1),
        ("16001", False, 0),
        ("0.25", False, 2),
        ("0.01", True, 4),
    ],
)
def test_parts_are_a_little_finer_than_the_whole(value: str, rate: bool, digits: int) -> None:
    assert digits_of(Decimal(value), rate=rate) == digits


@pytest.mark.parametrize(
    ("whole", "kind", "names"),
    [
        (2027, "quarter", "2027-Q1 2027-Q2 2027-Q3 2027-Q4"),
        ("2027-H2", "quarter", "2027-Q3 2027-Q4"),
        ("2027-Q2", "month", "2027-04 2027-05 2027-06"),
        ({"start": "2027-04-01", "end": "2028-03-31"}, "half", "2027-H1 2027-H2 2028-H1"),
    ],
)
def test_the_parts_of_a_period(whole: object, kind: Kind, names: str) -> None:
    parts = parts_of(period(whole), kind)
    assert " ".join(name_of(part.start, kind) for part in parts) == names


def test_parts_are_cut_at_the_edges_of_the_period() -> None:
    own = parts_of(period({"start": "2027-01-31", "end": "2027-09-01"}), "own_quarter")
    assert [str(part) for part in own] == ["2027-01-31…2027-04-29", "2027-04-30…2027-07-30", "2027-07-31…2027-09-01"]
    first, *_, last = parts_of(period({"start": "2027-02-10", "end": "2027-11-20"}), "quarter")
    assert (first.start, first.end, first.text) == (date(2027, 2, 10), date(2027, 3, 31), None)
    assert (last.start, last.end) == (date(2027, 10, 1), date(2027, 11, 20))
    assert overlap(first, last) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2027-Q3", "quarter"),
        ("2027-H1", "half"),
        ("2027-05", "month"),
        ("2027", None),
        ("Q3", "own_quarter"),
        ("x", None),
    ],
)
def test_the_kind_of_a_part(text: str, kind: Kind | None) -> None:
    assert kind_of(text) == kind


STEPS = """\
roadmap: 1
name: Year
period: 2027
metrics: {readers: {unit: people, kind: stock}, leads: {unit: people, kind: flow}}
goals:
  list: {metric: readers, baseline: 4_000, target: 8_000, due: 2027-12-31}
  calls: {metric: leads, baseline: 0, target: 400, due: 2027-12-31}
milestones:
  spring: {date: 2027-03-31, goal: list, metric: readers, target: 6_500}
  autumn: {date: 2027-09-30, goal: calls, metric: leads, target: 200}
tactics:
  letters: {milestone: spring, start: 2027-01-01, end: 2027-03-31, contributes: {readers: 2_000}}
  desk: {milestone: autumn, start: 2027-04-01, end: 2027-09-30, contributes: {leads: 250}}
"""


def test_a_level_goes_through_the_milestones_on_its_way_and_a_milestone_asks_for_its_part() -> None:
    from tests.plans import checked

    plan = checked(STEPS).plan
    assert plan is not None
    quarters = cuts(plan, "quarter")
    assert [part.goals["list"].target for part in quarters] == [6_500, 7_000, 7_500, 8_000]
    spring = quarters[0].milestones["spring"]  # 2,500 wanted from 4,000, 2,000 brought: a question
    assert (spring.target, spring.wanted, spring.brought, spring.short) == (
        None,
        Decimal(6_500),
        Decimal(2_000),
        Decimal(500),
    )
    assert (
        quarters[2].milestones["autumn"].target == 100
    )  # 125 of 250 are brought here, so half of its 200; the goal wants 100
    assert not quarters[1].milestones and quarters[1].tactics["desk"].contributes == {"leads": 125}
