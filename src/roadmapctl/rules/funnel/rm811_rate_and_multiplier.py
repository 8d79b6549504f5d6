"""A stage has both a rate and a multiplier.

A rate says which share of the units goes on; a multiplier says that one unit becomes several, as an account becomes two
opportunities. A stage has one of the two, and with both nobody knows which one counts. Delete the one that is not meant.

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
    - {id: office, rate: 30%, multiplier: 2}   # <- RM811
    - {id: customer}
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
    - {id: office, multiplier: 2}
    - {id: tasting, rate: 30%}
    - {id: customer}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM811",
    Severity.ERROR,
    title_zh="阶段同时写了转化率和倍数",
    en="{stage} has both a rate and a multiplier; only one of them can lead to the next stage",
    zh="{stage} 同时写了 rate 和 multiplier；只能用其中一个通向下一阶段",
    help_en="keep the rate where a share goes on, the multiplier where one unit becomes several",
    help_zh="若只有一部分进入下一阶段，请保留 rate；若一个变成多个，请保留 multiplier",
)
def rate_and_multiplier(plan: Plan) -> Iterator[Finding]:
    """Stages with two ways to the next one."""
    for stage in plan.funnel.stages if plan.funnel is not None else ():
        if stage.rate is not None and stage.multiplier is not None:
            path = ("funnel", "stages", stage.id)
            rate = ((*path, "rate"), Message("its rate is here", "转化率在这里"))
            yield Finding((*path, "multiplier"), {"stage": stage.id}, related=(rate,))
