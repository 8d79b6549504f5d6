"""One deal is larger than the whole target.

With an average deal of 40M against a target of 9M not even one deal is to be won, and every volume above it comes to nearly
nothing. Mostly the deal has some zeros too many (40M for 40k), or the target is written in thousands.

Write the deal and the target in the same unit. It holds for the funnel's average deal and for that of each segment.

Bad:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
goals:
  year-sales: {metric: revenue, baseline: 0, target: 9M, due: 2027-12-31}
funnel:
  goal: year-sales
  deal_size: 25_000
  stages:
    - {id: proof, rate: 30%}
    - {id: customer}
  segments:
    retail: {share: 75%}
    banks: {share: 25%, deal_size: 40M}   # <- RM821
market:
  segments:
    retail: {name: Retail}
    banks: {name: Banks}
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
  year-sales: {metric: revenue, baseline: 0, target: 9M, due: 2027-12-31}
funnel:
  goal: year-sales
  deal_size: 25_000
  stages:
    - {id: proof, rate: 30%}
    - {id: customer}
  segments:
    retail: {share: 75%}
    banks: {share: 25%, deal_size: 40k}
market:
  segments:
    retail: {name: Retail}
    banks: {name: Banks}
```
"""

from collections.abc import Iterator
from fractions import Fraction

from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.model.funnel import Funnel
from roadmapctl.rules.funnel.outcome import PARTS, money_demand
from roadmapctl.rules.once import once
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM821",
    Severity.WARNING,
    title_zh="单笔成交额大于总目标",
    en="one deal of {deal} is more than the whole target of {target}",
    zh="单笔成交额 {deal} 超过总目标 {target}",
    help_en="look for zeros too many in the deal, or a target that is written in thousands",
    help_zh="请检查客单价是否多写了零，或目标值是否以千、万为单位",
    whole=PARTS,
)
@once
def deal_above_the_target(plan: Plan) -> tuple[Finding, ...]:
    """Average deals, of the funnel or of a segment, above the target that the funnel starts from."""
    demand = money_demand(plan)
    if plan.funnel is None or demand is None:
        return ()
    goal = (("goals", plan.funnel.goal or "", "target"), Message("the target is here", "目标值在这里"))
    return tuple(
        Finding(path, {"deal": deal, "target": demand.target}, related=(goal,))
        for path, deal in _deals(plan.funnel)
        if deal > demand.target
    )


def _deals(funnel: Funnel) -> Iterator[tuple[Path, Fraction]]:
    if funnel.deal_size is not None:
        yield ("funnel", "deal_size"), funnel.deal_size.point
    for id, segment in funnel.segments.items():
        if segment.deal_size is not None:
            yield ("funnel", "segments", id, "deal_size"), segment.deal_size.point
