"""A goal counts money in another currency than the plan.

A plan has one currency. A target in another one cannot be held against its budget, its deals and its funnel: amounts
of two currencies are never added up or compared here.

Convert the goal and give its metric the plan's currency as `unit`, or change the plan's currency.

Bad:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: New revenue, unit: USD, kind: flow}   # <- RM313
goals:
  year-revenue: {metric: revenue, baseline: 0, target: 2.4M, due: 2027-12-31}
```

Good:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: New revenue, unit: EUR, kind: flow}
goals:
  year-revenue: {metric: revenue, baseline: 0, target: 2.4M, due: 2027-12-31}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.model.currency import DECIMALS
from roadmapctl.rules.rule import Finding, rule

RELATED = ((("currency",), Message("the plan's currency is here", "计划的货币在这里")),)


@rule(
    "RM313",
    Severity.ERROR,
    title_zh="目标使用了与计划不同的货币",
    en="the goal {goal} counts {unit}, but the plan's currency is {currency}",
    zh="目标 {goal} 以 {unit} 计，而计划的货币是 {currency}",
    help_en="convert its numbers and write unit: {currency}",
    help_zh="请换算数字并写 unit: {currency}",
)
def goal_in_another_currency(plan: Plan) -> Iterator[Finding]:
    """Metrics of goals that count money in a currency that is not the plan's."""
    told: set[str] = set()
    for id, goal in plan.goals.items() if plan.currency is not None else ():
        metric = plan.metrics.get(goal.metric or "")
        unit = metric.unit if metric is not None else None
        if goal.metric is not None and unit in DECIMALS and unit != plan.currency and goal.metric not in told:
            told.add(goal.metric)
            fields = {"goal": id, "unit": unit, "currency": plan.currency}
            yield Finding(("metrics", goal.metric, "unit"), fields, related=RELATED)
