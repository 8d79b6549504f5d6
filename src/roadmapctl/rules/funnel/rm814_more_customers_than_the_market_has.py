"""The funnel must win more customers than the market holds.

The target divided by the average deal gives the customers to win. If the segments that the plan describes are smaller than
that, every single one of them could sign and the target would still be missed: the deal is too small, the target too large, or
a segment is missing or counted in other units.

Check the deal size, the target and the segments' `size`. Held against it is the goal's own segment, else all of them together,
and only a funnel that ends in customers.

Bad:

```yaml
roadmap: 1
name: Spring
currency: USD
period: 2027
market:
  segments:
    hospitals: {name: Hospitals, size: 400}
metrics:
  revenue: {name: New revenue, unit: USD, kind: flow}
goals:
  year-revenue: {metric: revenue, baseline: 0, target: 6M, due: 2027-12-31, segment: hospitals}
funnel:
  goal: year-revenue
  deal_size: 12_000   # <- RM814
  stages:
    - {id: lead, rate: 20%}
    - {id: customer}
```

Good:

```yaml
roadmap: 1
name: Spring
currency: USD
period: 2027
market:
  segments:
    hospitals: {name: Hospitals, size: 400}
metrics:
  revenue: {name: New revenue, unit: USD, kind: flow}
goals:
  year-revenue: {metric: revenue, baseline: 0, target: 6M, due: 2027-12-31, segment: hospitals}
funnel:
  goal: year-revenue
  deal_size: 120_000
  stages:
    - {id: lead, rate: 20%}
    - {id: customer}
```
"""

from collections.abc import Iterator

from roadmapctl.analysis.kpis.names import stage_of
from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.funnel.undoubted import relied_on
from roadmapctl.rules.rule import Finding, rule

SIZE = Message("the segment's size is here", "客群规模在这里")


@rule(
    "RM814",
    Severity.WARNING,
    title_zh="漏斗需要的客户数超过市场规模",
    en="the target takes {deals} customers, but {segments} hold {size}",
    zh="目标需要 {deals} 个客户，而 {segments} 总共只有 {size} 个",
    help_en="check the deal size, the target and the sizes of the segments",
    help_zh="请检查客单价、目标值和各客群的规模",
    whole=(*PARTS, "market"),
)
def more_customers_than_the_market_has(plan: Plan) -> Iterator[Finding]:
    """A funnel that ends in customers and needs more of them than its segments count."""
    sizes, deals = _sizes(plan), customers_beyond_the_market(plan)
    if deals is None:
        return
    segments = tuple(sizes)[:4]
    related = tuple((("market", "segments", id, "size"), SIZE) for id in list(sizes)[:4])
    fields = {"deals": deals, "segments": segments, "size": sum(sizes.values())}
    by_deal = plan.funnel is not None and plan.funnel.deal_size is not None
    place: Path = ("funnel", "deal_size" if by_deal else "goal")
    yield Finding(place, fields, related=related)


def customers_beyond_the_market(plan: Plan) -> int | None:
    """The customers to win, where the segments do not hold as many; None where they do, or where nobody can say."""
    sizes = _sizes(plan)
    if plan.funnel is None or not plan.funnel.stages or not sizes or stage_of(plan.funnel.stages[-1]) != "customer":
        return None
    result = relied_on(plan)
    deals = result.demand.deals_whole if result is not None else 0
    return deals if deals > sum(sizes.values()) else None


def _sizes(plan: Plan) -> dict[str, int]:
    """The size of the funnel's goal's segment, else of all but combinations of others; empty where one of them is not said."""
    segments = plan.market.segments if plan.market is not None else {}
    goal = plan.goals.get(plan.funnel.goal or "") if plan.funnel is not None else None
    one = None if goal is None else goal.segment
    chosen = {id: s for id, s in segments.items() if (not s.combines if one is None else id == one)}
    sizes = {id: segment.size for id, segment in chosen.items() if segment.size is not None}
    return sizes if len(sizes) == len(chosen) else {}
