"""A metric counts money in another currency than the plan.

A plan has one currency. A target, a milestone or a contribution in another one cannot be held against the budget, the deals and
the funnel: amounts of two currencies are never added up or compared here.

Convert the numbers and give the metric the plan's currency as `unit`, or change the plan's currency.

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

from roadmapctl.analysis.foreign_money import currencies_of
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.model.currency import DECIMALS
from roadmapctl.rules.rule import Finding, rule

RELATED = ((("currency",), Message("the plan's currency is here", "计划的货币在这里")),)


@rule(
    "RM313",
    Severity.ERROR,
    title_zh="指标使用了与计划不同的货币",
    en="the metric {metric} counts {unit}, but the plan's currency is {currency}",
    zh="指标 {metric} 以 {unit} 计，而计划的货币是 {currency}",
    help_en="convert its numbers and write unit: {currency}",
    help_zh="请换算数字并写 unit: {currency}",
)
def metric_in_another_currency(plan: Plan) -> Iterator[Finding]:
    """Metrics whose unit is money that cannot be the plan's: by code (`USD`), sign (`$`) or word (`万元`)."""
    for id, metric in plan.metrics.items() if plan.currency is not None else ():
        if metric.unit is None or metric.unit == plan.currency:
            continue
        meant = metric.unit if metric.unit in DECIMALS else currencies_of(metric.unit)
        if meant and plan.currency not in meant.split():
            fields = {"metric": id, "unit": metric.unit, "currency": plan.currency}
            yield Finding(("metrics", id, "unit"), fields, related=RELATED)
