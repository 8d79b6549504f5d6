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

from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.structure.other_currency import foreign_units, speaks_of_another

HERE = Message("the plan's currency is here", "计划的货币在这里")
UNIT = Message("a metric in it is here", "以它计的指标在这里")
NAMED = 4


@rule(
    "RM313",
    Severity.ERROR,
    title_zh="指标使用了与计划不同的货币",
    en="the metric {metric} counts {unit}, but the plan's currency is {currency}",
    zh="指标 {metric} 以 {unit} 计，而计划的货币是 {currency}",
    help_en="convert its numbers and write unit: {currency}",
    help_zh="请换算数字并写 unit: {currency}",
    whole=("metrics",),
)
def metric_in_another_currency(plan: Plan) -> Iterator[Finding]:
    """Metrics whose unit is money that cannot be the plan's: by code (`USD`), sign (`$`) or word (`万元`)."""
    foreign = foreign_units(plan)
    places: list[Path] = [("metrics", id, "unit") for id in foreign]
    fields = [{"metric": id, "unit": unit, "currency": plan.currency} for id, unit in foreign.items()]
    if speaks_of_another(plan):
        mend = Message(
            "write currency: {unit}, as everything else does", "请与其他各处一致，写 currency: {unit}", fields[0]
        )
        yield Finding(("currency",), fields[0], help=mend, related=tuple((place, UNIT) for place in places[:NAMED]))
        return
    for place, values in zip(places, fields, strict=True):
        yield Finding(place, values, related=((("currency",), HERE),))
