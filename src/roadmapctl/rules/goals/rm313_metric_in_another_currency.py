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

from roadmapctl.analysis.words.foreign_money import currencies_of
from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.model.currency import DECIMALS
from roadmapctl.rules.once import once
from roadmapctl.rules.rule import Finding, rule

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
    foreign = _foreign(plan) if plan.currency is not None else {}
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


def _foreign(plan: Plan) -> dict[str, str]:
    """The units of the metrics that count money in another currency."""
    money = {id: (m.unit, _meant(m.unit)) for id, m in plan.metrics.items() if m.unit is not None}
    return {id: unit for id, (unit, meant) in money.items() if meant and plan.currency not in meant.split()}


def _meant(unit: str) -> str:
    return unit if unit in DECIMALS else currencies_of(unit)


def _speaks_of_another(plan: Plan) -> bool:
    foreign = _foreign(plan) if plan.currency is not None else {}
    own = [m.unit for m in plan.metrics.values() if m.unit is not None and plan.currency in _meant(m.unit).split()]
    if len(set(foreign.values())) != 1 or own:
        return False
    from roadmapctl.rules.structure.rm049_money_in_another_currency import texts_in_another

    return len(foreign) > 1 or next(texts_in_another(plan), None) is not None


speaks_of_another = once(_speaks_of_another)
"""Do all metrics that count money, two or more or the sentences with them, agree on one currency that is not the plan's?"""
