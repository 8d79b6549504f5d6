"""The funnel asks for an impossible number of units.

More than a million million million of anything are not to be had. Mostly a rate lost its per cent sign on the way from a
spreadsheet (18% became 0.0018), or the target has some zeros too many. Look at the rates below the stage first.

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
    - {id: visit, rate: 0.000000001}   # <- RM805
    - {id: tasting, rate: 0.000000001}
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
    - {id: visit, rate: 1%}
    - {id: tasting, rate: 30%}
    - {id: customer}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import PARTS, stopped_by
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM805",
    Severity.ERROR,
    title_zh="漏斗需要的数量不可能达到",
    en="{where} would need more than 10^18 units",
    zh="{where} 需要的数量超过 10^18",
    help_en="check the rates from here to the customer, and the number of zeros in the target",
    help_zh="请检查从此处到客户之间的各转化率，以及目标值中零的个数",
    whole=PARTS,
)
def too_many_units(plan: Plan) -> Iterator[Finding]:
    """The first stage or source, from the bottom up, that would need more than can be counted."""
    stop = stopped_by(plan, "too_many")
    if stop is not None:
        yield Finding(stop.path, {"where": stop.fields.get("stage") or stop.fields.get("source")})
