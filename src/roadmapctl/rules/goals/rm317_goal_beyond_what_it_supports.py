"""A goal asks for more than the wider goal it supports.

A part of the way that is longer than the way: 700 leads in the quarter towards 600 in the year, on the same metric. Either the
wider goal was never raised, or this one counts something else. The wider goal may stand in this plan or in its parent. Where less
is better, more means below.

Correct the target that is wrong. A rate of one segment may well lie above that of all; it is not looked at.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  year-leads: {metric: leads, baseline: 0, target: 600, due: 2027-12-31}
  fair-leads: {metric: leads, baseline: 0, target: 700, due: 2027-09-30, supports: year-leads}   # <- RM317
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  year-leads: {metric: leads, baseline: 0, target: 600, due: 2027-12-31}
  fair-leads: {metric: leads, baseline: 0, target: 170, due: 2027-09-30, supports: year-leads}
```
"""

from collections.abc import Iterator
from typing import Any

from roadmapctl.analysis.funnel.demand import unit_of
from roadmapctl.analysis.words.trusted import trusted
from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.model.metrics import Metric
from roadmapctl.rules.goals.wider import in_parent, wider_goal
from roadmapctl.rules.quantities import quantity
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM317",
    Severity.WARNING,
    title_zh="目标值超过其所支持的目标",
    en="{goal} asks for {aim} of {metric}, more than the {most} of {wider}, which it supports",
    zh="{goal} 要求 {metric} 达到 {aim}，超过其所支持的 {wider} 的 {most}",
    help_en="a part of {wider} lies at {most} or before it; correct one of the two targets",
    help_zh="{wider} 的一部分不应超过 {most}；请更正其中一个目标值",
    whole=("metrics",),
)
def goal_beyond_what_it_supports(plan: Plan) -> Iterator[Finding]:
    """Goals whose target lies beyond that of the wider goal on the same metric."""
    for id, goal in plan.goals.items():
        wider = wider_goal(plan, id)
        metric = plan.metrics.get(goal.metric or "")
        if (
            wider is None
            or metric is None
            or wider.metric != goal.metric
            or not _comparable(plan, id, goal, wider, metric)
        ):
            continue
        aim, most = goal.aim, wider.aim
        if aim is None or most is None or not (aim < most if metric.better == "down" else aim > most):
            continue
        if trusted(goal, metric) and trusted(wider, metric):
            fields: dict[str, Any] = {"goal": id, "metric": goal.metric, "wider": goal.supports}
            place: Path = ("goals", goal.supports or "", "target")
            related = (
                () if in_parent(plan, id) else ((place, Message("the wider goal's target", "更上层目标的目标值")),)
            )
            fields |= {"aim": quantity(aim, metric), "most": quantity(most, metric)}
            yield Finding(("goals", id, "target" if goal.target is not None else "change"), fields, related=related)


def _comparable(plan: Plan, id: str, goal: Goal, wider: Goal, metric: Metric) -> bool:
    """Rates of different segments are not, nor is a parent's metric that is another one under the same id (RM046)."""
    if unit_of(metric, plan.currency) == "rate" and goal.segment != wider.segment:
        return False
    if not in_parent(plan, id):
        return True
    theirs = plan.above.metrics.get(wider.metric or "") if plan.above is not None else None
    return theirs is not None and theirs.unit == metric.unit and theirs.kind == metric.kind
