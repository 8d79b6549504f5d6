"""The measures of a plan by the three levels of a KPI scheme: educate, engage, advocate."""

from fractions import Fraction
from typing import Literal, NamedTuple

from roadmapctl.analysis.growth.growth import Growth, growths, reviews_of
from roadmapctl.analysis.trend import Trend, trend_of
from roadmapctl.model import Plan
from roadmapctl.model.discovery import ReviewLine

Level = Literal["educate", "engage", "advocate"]
LEVELS: tuple[Level | None, ...] = ("educate", "engage", "advocate", None)


class Kpi(NamedTuple):
    """A metric: the value before last year's, last year's, and the target of the goal that is about all of it, else of the first
    goal on it. `trend` is the review's."""

    level: Level | None
    metric: str
    before: Fraction | None
    base: Fraction | None
    trend: Trend | None
    goal: str | None
    target: Fraction | None


def kpis(plan: Plan) -> tuple[Kpi, ...]:
    """The metrics from the first level to the last, those of none behind them; within a level in the plan's order."""
    ordered = sorted(plan.metrics, key=lambda id_: LEVELS.index(plan.metrics[id_].level))
    reviewed, aims = reviews_of(plan), _aims(plan)
    return tuple(_kpi(plan, id_, reviewed.get(id_), aims.get(id_)) for id_ in ordered)


def _kpi(plan: Plan, id_: str, line: ReviewLine | None, growth: Growth | None) -> Kpi:
    metric = plan.metrics[id_]
    before, last = (None, None) if line is None else (line.previous, line.current)
    return Kpi(
        level=metric.level,
        metric=id_,
        before=None if before is None else Fraction(before),
        base=growth.base
        if growth is not None and growth.base is not None
        else None
        if last is None
        else Fraction(last),
        trend=None if line is None else trend_of(line, metric),
        goal=None if growth is None else growth.goal,
        target=None if growth is None else growth.target,
    )


def _aims(plan: Plan) -> dict[str, Growth]:
    """By metric, the first goal on it that is no part of another one on it."""
    found: dict[str, Growth] = {}
    for growth in growths(plan):
        wider = plan.goals.get(plan.goals[growth.goal].supports or "")
        if growth.metric is not None and (wider is None or wider.metric != growth.metric):
            found.setdefault(growth.metric, growth)
    return found
