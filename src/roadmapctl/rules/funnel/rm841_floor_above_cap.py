"""A source must get more money than it may.

`at_least` is the least that has to be spent on a source (a contract that runs, a fair that is booked), `at_most` the most that
may be. With the first above the second no amount is right, and no budget can be split.

Bad:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
goals:
  year-sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}
funnel:
  goal: year-sales
  deal_size: 1_200
  stages:
    - {id: tasting, rate: 30%}
    - {id: customer}
  sources:
    fairs: {share: 50%, cost_per_unit: 40, at_least: 8_000, at_most: 6_000}   # <- RM841
    search-ads: {share: 50%, cost_per_unit: 25}
```

Good:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
goals:
  year-sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}
funnel:
  goal: year-sales
  deal_size: 1_200
  stages:
    - {id: tasting, rate: 30%}
    - {id: customer}
  sources:
    fairs: {share: 50%, cost_per_unit: 40, at_least: 4_000, at_most: 6_000}
    search-ads: {share: 50%, cost_per_unit: 25}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM841",
    Severity.ERROR,
    title_zh="来源的最低投入高于最高投入",
    en="{source} must get at least {floor} and may get at most {cap}",
    zh="{source} 至少须投入 {floor}，而最多只能投入 {cap}",
    help_en="lower at_least, or raise at_most to {floor} or more",
    help_zh="请降低 at_least，或把 at_most 提高到 {floor} 以上",
)
def floor_above_cap(plan: Plan) -> Iterator[Finding]:
    """Sources whose floor lies above their cap."""
    for id, source in plan.funnel.sources.items() if plan.funnel is not None else ():
        if source.at_least is not None and source.at_most is not None and source.at_least > source.at_most:
            path = ("funnel", "sources", id)
            cap = ((*path, "at_most"), Message("its cap is here", "最高投入写在这里"))
            fields = {"source": id, "floor": source.at_least, "cap": source.at_most}
            yield Finding((*path, "at_least"), fields, related=(cap,))
