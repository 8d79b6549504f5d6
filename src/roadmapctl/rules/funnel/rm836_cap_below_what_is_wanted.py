"""A source may cost less than what is wanted of it costs.

`at_most` is the most that may be spent on a source. What the target takes of that source costs more, so some of its units will not
come: raise the cap, lower the source's share, or find a cheaper way to the same units.

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
    search-ads: {feeds: tasting, cost_per_unit: 45, at_most: 8_000}   # <- RM836
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
    search-ads: {feeds: tasting, cost_per_unit: 45, at_most: 12_000}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.funnel.undoubted import relied_on
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM836",
    Severity.WARNING,
    title_zh="来源的投入上限低于所需成本",
    en="{source} may cost {cap} at most, but the {units} units of {stage} wanted of it cost {cost}",
    zh="{source} 最多可投入 {cap}，而所需的 {units} 个 {stage} 要花费 {cost}",
    help_en="raise at_most to {cost}, or give part of its share to other sources",
    help_zh="请把 at_most 提高到 {cost}，或把它的部分份额分给其他来源",
    whole=PARTS,
)
def cap_below_what_is_wanted(plan: Plan) -> Iterator[Finding]:
    """Sources whose cap is below what the units that are wanted of them cost; one that is allotted money is RM834's or RM845's."""
    sources = plan.funnel.sources if plan.funnel is not None else {}
    caps = {id: s.at_most for id, s in sources.items() if s.at_most is not None and s.spend is None}
    result = relied_on(plan) if caps else None
    for source in result.sources if result is not None else ():
        cap = caps.get(source.id)
        if cap is not None and source.cost is not None and source.cost > cap:
            fields = {"source": source.id, "stage": source.feeds, "cap": cap, "units": source.units_whole}
            yield Finding(("funnel", "sources", source.id, "at_most"), {**fields, "cost": source.cost})
