"""The measures of a plan by the three levels of a KPI scheme: educate, engage, advocate."""

from fractions import Fraction
from typing import Literal, NamedTuple

from roadmapctl.analysis.growth.growth import growth_of, review_of
from roadmapctl.model import Plan

Level = Literal["educate", "engage", "advocate"]
LEVELS: tuple[Level | None, ...] = ("educate", "engage", "advocate", None)


class Kpi(NamedTuple):
    """A metric: last year's value, and the target of the goal that is about all of it, else of the first goal on it."""

    level: Level | None
    metric: str
    base: Fraction | None
    goal: str | None
    target: Fraction | None


def kpis(plan: Plan) -> tuple[Kpi, ...]:
    """The metrics from the first level to the last, those of none behind them; within a level in the plan's order."""
    ordered = sorted(plan.metrics, key=lambda id_: LEVELS.index(plan.metrics[id_].level))
    return tuple(_kpi(plan, id_) for id_ in ordered)


def _kpi(plan: Plan, id_: str) -> Kpi:
    on_it = [goal for goal, value in plan.goals.items() if value.metric == id_]
    goal = next((one for one in on_it if plan.goals[one].supports not in on_it), None)
    growth = None if goal is None else growth_of(plan, goal)
    reviewed = review_of(plan, id_)
    last = None if reviewed is None or reviewed.current is None else Fraction(reviewed.current)
    base = last if growth is None or growth.base is None else growth.base
    return Kpi(plan.metrics[id_].level, id_, base, goal, None if growth is None else growth.target)
