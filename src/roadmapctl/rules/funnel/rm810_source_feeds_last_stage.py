"""A source feeds the last stage.

Its units are counted as customers at once, so no rate stands between the click and the contract and it looks free of losses.
Let it feed the stage at which its people really enter. Where it does bring customers, such as a marketplace, ignore this.

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
    search-ads: {feeds: customer, cost_per_unit: 45}   # <- RM810
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
    search-ads: {feeds: tasting, cost_per_unit: 45}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM810",
    Severity.WARNING,
    title_zh="来源直接进入最后一个阶段",
    en="{source} feeds {stage}, the last stage: each of its units counts as won",
    zh="{source} 直接进入最后一个阶段 {stage}：它的每个单位都算作已成交",
    help_en="let it feed the stage at which its people enter, such as {first}",
    help_zh="请让它进入人员真正到达的阶段，例如 {first}",
    whole=("funnel.stages",),
)
def source_feeds_last_stage(plan: Plan) -> Iterator[Finding]:
    """Sources that enter a funnel of several stages at its end."""
    if plan.funnel is None or len(plan.funnel.stages) < 2:
        return
    first, last = plan.funnel.stages[0].id, plan.funnel.stages[-1].id
    for id, source in plan.funnel.sources.items():
        if source.feeds == last:
            yield Finding(("funnel", "sources", id, "feeds"), {"source": id, "stage": last, "first": first})
