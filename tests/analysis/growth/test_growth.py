"""Where last year's value is from, what carries a goal, KPIs by level."""

from fractions import Fraction

import pytest

from roadmapctl.analysis.growth.chain import chain
from roadmapctl.analysis.growth.levels import kpis
from tests.analysis.growth.plans import growth_of, plan_of

PLAN = """
metrics:
  revenue: {unit: EUR, kind: flow, level: advocate}
  list: {unit: people, kind: stock, level: educate}
  rate: {unit: rate, kind: stock}
  costs: {unit: EUR, kind: flow, better: down}
discovery:
  review:
    revenue: {metric: revenue, previous: 600, current: 800}
    rate: {metric: rate, previous: 0.5%, current: 0.75%}
    list: {metric: list, current: 1_000}
goals:
  sales: {metric: revenue, baseline: 0, target: 1_200}
  north: {metric: revenue, target: 500, supports: sales}
  readers: {metric: list, baseline: 1_100, target: 1_650}
  contact: {metric: rate, target: 1%}
  cheaper: {metric: costs, baseline: 500, target: 400}
  new: {metric: costs, baseline: 0, target: 400}
milestones:
  half: {goal: sales, metric: revenue, target: 600}
  whole: {goal: sales, metric: revenue, target: 1_200}
tactics:
  fair: {milestone: half, contributes: {revenue: 450}}
  calls: {milestone: half}
"""


@pytest.mark.parametrize(
    ("goal", "kind", "base", "source", "absolute", "relative"),
    [
        (
            "sales",
            "flow",
            800,
            "review",
            400,
            Fraction(1, 2),
        ),  # a flow's baseline of 0 is where it begins, not last year
        ("north", "flow", None, None, None, None),  # the review speaks of the whole metric, the goal of a part
        ("readers", "stock", 1_100, "baseline", 550, Fraction(1, 2)),
        ("contact", "rate", Fraction(3, 400), "review", Fraction(1, 400), Fraction(1, 3)),
        ("cheaper", "flow", 500, "baseline", -100, Fraction(-1, 5)),
        ("new", "flow", None, None, None, None),
    ],
)
def test_growth(goal: str, kind: str, base: int, source: str, absolute: int, relative: Fraction) -> None:
    found = growth_of(plan_of(PLAN), goal)
    assert (found.kind, found.base, found.base_from) == (kind, base, source)
    assert (found.absolute, found.relative) == (absolute, relative)


def test_a_chain_ends_where_nothing_stands_below() -> None:
    links = [(link.goal, link.wider, link.milestone, link.tactic, link.brings) for link in chain(plan_of(PLAN))]
    assert links[:4] == [
        ("sales", None, "half", "fair", 450),
        ("sales", None, "half", "calls", None),
        ("sales", None, "whole", None, None),
        ("north", "sales", None, None, None),
    ]


def test_kpis_stand_by_level_with_the_goal_that_is_about_all_of_them() -> None:
    found = [(kpi.level, kpi.metric, kpi.base, kpi.goal, kpi.target) for kpi in kpis(plan_of(PLAN))]
    assert found == [
        ("educate", "list", 1_100, "readers", 1_650),
        ("advocate", "revenue", 800, "sales", 1_200),
        (None, "rate", Fraction(3, 400), "contact", Fraction(1, 100)),
        (None, "costs", 500, "cheaper", 400),
    ]
