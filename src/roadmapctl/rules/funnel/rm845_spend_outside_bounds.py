"""The plan spends on a source what its bounds forbid.

`at_least` and `at_most` bound what is spent on a source, and `spend` is what the plan spends on it. If that lies outside, one of
the two is not meant.

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
    fairs: {share: 50%, cost_per_unit: 40, spend: 8_000, at_most: 6_000}   # <- RM845
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
    fairs: {share: 50%, cost_per_unit: 40, spend: 6_000, at_most: 6_000}
    search-ads: {share: 50%, cost_per_unit: 25}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM845",
    Severity.ERROR,
    title_zh="计划投入超出来源自身的上下限",
    en="the plan spends {spend} on {source}, which its {bound} of {limit} forbids",
    zh="计划在 {source} 上投入 {spend}，与其 {bound} {limit} 冲突",
    help_en="change the spend, or {bound}",
    help_zh="请修改 spend 或 {bound}",
)
def spend_outside_bounds(plan: Plan) -> Iterator[Finding]:
    """Sources whose spend lies below their floor or above their cap; nothing where the bounds exclude each other (RM841)."""
    for id, source in plan.funnel.sources.items() if plan.funnel is not None else ():
        floor, cap, spend = source.at_least, source.at_most, source.spend
        if spend is None or (floor is not None and cap is not None and floor > cap):
            continue
        too_little = floor is not None and spend < floor
        bound, limit = ("at_least", floor) if too_little else ("at_most", cap)
        if too_little or (cap is not None and spend > cap):
            path = ("funnel", "sources", id)
            related = (((*path, bound), Message("the bound is here", "上下限写在这里")),)
            fields = {"source": id, "spend": spend, "bound": bound, "limit": limit}
            yield Finding((*path, "spend"), fields, related=related)
