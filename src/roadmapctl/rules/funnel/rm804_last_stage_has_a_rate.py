"""The last stage has a rate.

A rate says how many reach the next stage, and after the last one there is none: the number is not used. Often the stage after it
was forgotten, and then every volume above is too small. Add that stage, or delete the rate.

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
    - {id: lead, rate: 10%}
    - {id: tasting, rate: 30%}   # <- RM804
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
    - {id: lead, rate: 10%}
    - {id: tasting, rate: 30%}
    - {id: customer}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM804",
    Severity.WARNING,
    title_zh="最后一个阶段写了转化率",
    en="{stage} is the last stage, so its {key} leads nowhere and is not used",
    zh="{stage} 是最后一个阶段，它的 {key} 没有下一阶段，不会被使用",
    help_en="add the stage it leads to (customers), or delete the {key}",
    help_zh="请补上它通向的阶段（客户），或删除 {key}",
    whole=("funnel",),
)
def last_stage_has_a_rate(plan: Plan) -> Iterator[Finding]:
    """The last stage's rate or multiplier."""
    for stage in plan.funnel.stages[-1:] if plan.funnel is not None else ():
        for key in ("rate", "multiplier"):
            if getattr(stage, key) is not None:
                yield Finding(("funnel", "stages", stage.id, key), {"stage": stage.id, "key": key})
