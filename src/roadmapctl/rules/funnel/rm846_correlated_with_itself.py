"""Rates that go together are fewer than two.

`correlated` says which rates do well or badly together. A rate always goes with itself, so one stage alone, or the same stage
twice, says nothing: name the other stage, or leave the line out.

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
    - {id: order, rate: 50%}
    - {id: customer}
  correlated:
    - {between: [tasting, tasting], by: 0.5}   # <- RM846
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
    - {id: order, rate: 50%}
    - {id: customer}
  correlated:
    - {between: [tasting, order], by: 0.5}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM846",
    Severity.WARNING,
    title_zh="相互关联的转化率不足两个",
    en="{stage} is said to go together with itself",
    zh="{stage} 被写成与自身相关联",
    help_en="name two different stages whose rates do well or badly together, or leave the line out",
    help_zh="请写两个不同的阶段，其转化率同升同降；或删除该项",
    whole=("funnel.correlated",),
)
def correlated_with_itself(plan: Plan) -> Iterator[Finding]:
    """Correlations that name one stage only, once or more often."""
    for number, row in enumerate(plan.funnel.correlated if plan.funnel is not None else ()):
        named = set(row.between)
        if len(named) < 2:
            path = ("funnel", "correlated", number, "between")
            yield Finding(path, {"stage": next(iter(named), "–")})
