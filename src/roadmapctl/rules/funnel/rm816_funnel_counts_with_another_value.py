"""The funnel counts with another value than the plan's goals.

A goal raises the win rate from 25% to 30%, and the funnel counts on 50%; a goal takes the average deal to 30,000, and the
funnel counts on 60,000. The leads it asks for are then too few for the plan as it is written. Where no goal is set on the
figure, the review of the last period says what it was: the funnel may count on an improvement, but not unsaid on twice as much.

Use a value between the goal's baseline and its target in the funnel, or mend the goal. Rates are found by the names of the two
stages (`Opportunity-to-customer rate`, `Win rate`), also as the plan calls its own (`Trial-to-subscriber rate`),
the deal by its name (`Average deal size`).

Bad:

```yaml
roadmap: 1
name: Spring
currency: USD
period: 2027
metrics:
  revenue: {name: New revenue, unit: USD, kind: flow}
  win-rate: {name: Opportunity-to-customer rate, unit: rate, kind: stock}
goals:
  year-revenue: {metric: revenue, baseline: 0, target: 2.4M, due: 2027-12-31}
  closing: {metric: win-rate, baseline: 25%, target: 30%, due: 2027-12-31, supports: year-revenue}
funnel:
  goal: year-revenue
  deal_size: 24_000
  stages:
    - {id: opportunity, rate: 50%}   # <- RM816
    - {id: customer}
```

Good:

```yaml
roadmap: 1
name: Spring
currency: USD
period: 2027
metrics:
  revenue: {name: New revenue, unit: USD, kind: flow}
  win-rate: {name: Opportunity-to-customer rate, unit: rate, kind: stock}
goals:
  year-revenue: {metric: revenue, baseline: 0, target: 2.4M, due: 2027-12-31}
  closing: {metric: win-rate, baseline: 25%, target: 30%, due: 2027-12-31, supports: year-revenue}
funnel:
  goal: year-revenue
  deal_size: 24_000
  stages:
    - {id: opportunity, rate: 27%}
    - {id: customer}
```
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from roadmapctl.analysis.kpis.names import ends_of, figures_of, plain, stage_of, steps_of
from roadmapctl.analysis.words.trusted import trusted
from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.model.funnel import Funnel, Stage
from roadmapctl.model.goals import Goal
from roadmapctl.model.metrics import Metric
from roadmapctl.rules.once import once
from roadmapctl.rules.quantities import quantity
from roadmapctl.rules.rule import Finding, rule

ROUNDING = Fraction(2, 100)
UNSAID = 2
"""As many times as good as the last period: no goal is needed to count on less."""


class Counted(NamedTuple):
    """A value that the funnel counts with, and where."""

    value: Fraction
    path: Path


@rule(
    "RM816",
    Severity.WARNING,
    title_zh="漏斗采用的数值与计划的目标不符",
    en="the funnel counts with {value}; {where} says {said} of {metric}",
    zh="漏斗采用 {value}，而 {where} 中 {metric} 为 {said}",
    help_en="use a value in the funnel that the goals lead to, or mend the goal",
    help_zh="请在漏斗中采用目标所能达到的数值，或修改目标",
    whole=("goals", "metrics"),
)
@once
def funnel_counts_with_another_value(plan: Plan) -> tuple[Finding, ...]:
    """Average deal, churn and stage rates that lie outside the way of a goal on them, or far above the last period's value."""
    return tuple(_contradicted(plan, plan.funnel)) if plan.funnel is not None else ()


def _contradicted(plan: Plan, funnel: Funnel) -> Iterator[Finding]:
    for id, metric in plan.metrics.items():
        counted = _counted(funnel, id, metric)
        if counted is not None:
            goals = [(g, goal) for g, goal in plan.goals.items() if goal.metric == id and goal.aim is not None]
            yield from (
                _against_goals(plan, counted, id, metric, goals)
                if goals
                else _against_review(plan, counted, id, metric)
            )


def _counted(funnel: Funnel, id: str, metric: Metric) -> Counted | None:
    """The funnel's value of what a metric measures."""
    if funnel.customer is not None and funnel.customer.churn is not None and "churn" in figures_of(id, metric):
        return Counted(Fraction(funnel.customer.churn), ("funnel", "customer", "churn"))
    if "deal_size" in figures_of(id, metric):
        return None if funnel.deal_size is None else Counted(funnel.deal_size.point, ("funnel", "deal_size"))
    steps, ends = steps_of(metric.name or id), ends_of(metric.name or id)
    for stage, following in pairwise(funnel.stages) if steps or ends else ():
        known = steps is not None and (stage_of(stage), stage_of(following)) == steps
        named = ends is not None and ends[0] in _names(stage) and ends[1] in _names(following)
        if stage.rate is not None and (known or named):
            return Counted(stage.rate.point, ("funnel", "stages", stage.id, "rate"))
    return None


def _names(stage: Stage) -> set[str]:
    """What the plan itself calls a stage."""
    return {plain(stage.id), plain(stage.name or stage.id)}


def _against_goals(
    plan: Plan, counted: Counted, id: str, metric: Metric, goals: list[tuple[str, Goal]]
) -> Iterator[Finding]:
    """One goal, of the funnel's own segment or of none, tells the way; of several nobody can say which the funnel follows."""
    goal_id, goal = goals[0]
    start = plan.goals.get(plan.funnel.goal or "") if plan.funnel is not None else None
    of_another = goal.segment is not None and (start is None or goal.segment != start.segment)
    if len(goals) > 1 or of_another or goal.aim is None or not trusted(goal, metric):
        return
    baseline = goal.baseline if goal.baseline is not None else Decimal(0)
    low, high = sorted((Fraction(baseline), Fraction(goal.aim)))
    if not low * (1 - ROUNDING) <= counted.value <= high * (1 + ROUNDING):
        shown = quantity(goal.aim, metric)
        said = f"{quantity(goal.baseline, metric)} → {shown}" if goal.baseline is not None else shown
        related = ((("goals", goal_id, "target"), Message("the goal is here", "目标在这里")),)
        fields = {"value": quantity(counted.value, metric), "where": f"goals.{goal_id}", "said": said, "metric": id}
        yield Finding(counted.path, fields, related=related)


def _against_review(plan: Plan, counted: Counted, id: str, metric: Metric) -> Iterator[Finding]:
    lines = plan.discovery.review if plan.discovery is not None else {}
    for line_id, line in lines.items():
        if line.metric == id and line.current and counted.value > UNSAID * Fraction(line.current):
            place: Path = ("discovery", "review", line_id, "current")
            values = {"value": quantity(counted.value, metric), "said": quantity(line.current, metric)}
            related = ((place, Message("the last period's value", "上一周期的数值")),)
            yield Finding(
                counted.path, {**values, "where": f"discovery.review.{line_id}", "metric": id}, related=related
            )
            return
