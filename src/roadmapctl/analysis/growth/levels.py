"""The measures of a plan by the three levels of a KPI scheme: educate, engage, advocate."""

from fractions import Fraction
from typing import Literal, NamedTuple

from roadmapctl.analysis.growth.growth import Growth, growths, reviews_of
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
    reviewed, aims = reviews_of(plan), _aims(plan)
    found = []
    for id_ in ordered:
        line, growth = reviewed.get(id_), aims.get(id_)
        last = None if line is None or line.current is None else Fraction(line.current)
        base = last if growth is None or growth.base is None else growth.base
        level = plan.metrics[id_].level
        goal, target = (None, None) if growth is None else (growth.goal, growth.target)
        found.append(Kpi(level, id_, base, goal, target))
    return tuple(found)


def _aims(plan: Plan) -> dict[str, Growth]:
    """By metric, the first goal on it that is no part of another one on it."""
    found: dict[str, Growth] = {}
    for growth in growths(plan):
        wider = plan.goals.get(plan.goals[growth.goal].supports or "")
        if growth.metric is not None and (wider is None or wider.metric != growth.metric):
            found.setdefault(growth.metric, growth)
    return found
