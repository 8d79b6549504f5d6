"""The seasonality names quarters and months.

Weights say how the target is spread over the period. Written partly by quarter and partly by month, a March would count twice:
once as itself and once in the first quarter.

Write it by quarter (`Q1` to `Q4`) or by month (`01` to `12`).

Bad:

```yaml
roadmap: 1
name: Spring
currency: USD
period: 2027
metrics:
  revenue: {name: New revenue, unit: USD, kind: flow}
goals:
  year-revenue: {metric: revenue, baseline: 0, target: 1.2M, due: 2027-12-31}
funnel:
  goal: year-revenue
  deal_size: 20_000
  stages:
    - {id: lead, rate: 25%}
    - {id: customer}
  seasonality:
    Q1: 0.8
    Q2: 1.0
    Q3: 0.9
    Q4: 1.3
    "12": 1.6   # <- RM819
```

Good:

```yaml
roadmap: 1
name: Spring
currency: USD
period: 2027
metrics:
  revenue: {name: New revenue, unit: USD, kind: flow}
goals:
  year-revenue: {metric: revenue, baseline: 0, target: 1.2M, due: 2027-12-31}
funnel:
  goal: year-revenue
  deal_size: 20_000
  stages:
    - {id: lead, rate: 25%}
    - {id: customer}
  seasonality: {Q1: 0.8, Q2: 1.0, Q3: 0.9, Q4: 1.3}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM819",
    Severity.WARNING,
    title_zh="季节性同时按季度和月份书写",
    en="{key} stands beside {first}: quarters and months would be counted twice",
    zh="{key} 与 {first} 并存：季度与月份会重复计算",
    help_en="write the seasonality by quarter (Q1 to Q4) or by month (01 to 12)",
    help_zh="请只按季度（Q1 至 Q4）或只按月份（01 至 12）书写",
)
def seasonality_of_two_rhythms(plan: Plan) -> Iterator[Finding]:
    """The first weight in another rhythm than the first one."""
    keys = list(plan.funnel.seasonality) if plan.funnel is not None else []
    other = next((key for key in keys if key.startswith("Q") != keys[0].startswith("Q")), None)
    if other is not None:
        path: Path = ("funnel", "seasonality")
        related = (((*path, keys[0]), Message("the first one is here", "第一个在这里")),)
        yield Finding((*path, other), {"key": other, "first": keys[0]}, key=True, related=related)
