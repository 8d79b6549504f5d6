"""The points of a response curve are out of order.

A response curve says what a source brings for more and more money: each point has a larger spend than the one before and
brings at least as much. Two points at one spend leave open which of them is meant; less for more money is a slip of the pen, or
two seasons in one curve.

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
    search-ads:
      response:
        gives:
          - {spend: 2_000, leads: 100}
          - {spend: 6_000, leads: 90}   # <- RM840
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
    search-ads:
      response:
        gives:
          - {spend: 2_000, leads: 100}
          - {spend: 6_000, leads: 190}
```
"""

from collections.abc import Iterator
from itertools import pairwise

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

LESS = Message(
    "a larger spend brings at least as much: correct one of the two points",
    "投入更多，产出不应更少：请更正其中一个点",
)


@rule(
    "RM840",
    Severity.ERROR,
    title_zh="响应曲线的点顺序有误",
    en="{source}: {leads} for {spend}, after {earlier} for {before}",
    zh="{source}：投入 {spend} 带来 {leads}，而前一点投入 {before} 带来 {earlier}",
    help_en="write the points in order of spend, each spend once",
    help_zh="请按投入从小到大书写，每个投入只写一次",
    whole=("funnel.sources.*.response",),
)
def response_points_out_of_order(plan: Plan) -> Iterator[Finding]:
    """The first point of each response that is not above the one before it."""
    for id, source in plan.funnel.sources.items() if plan.funnel is not None else ():
        points = source.response.gives if source.response is not None else ()
        for number, (before, point) in enumerate(pairwise(points), 1):
            if point.spend > before.spend and point.leads >= before.leads:
                continue
            key, help = ("leads", LESS) if point.spend > before.spend else ("spend", None)
            path = ("funnel", "sources", id, "response", "gives", number, key)
            fields = {"spend": point.spend, "leads": point.leads, "before": before.spend, "earlier": before.leads}
            yield Finding(path, {"source": id, **fields}, help=help)
            break
