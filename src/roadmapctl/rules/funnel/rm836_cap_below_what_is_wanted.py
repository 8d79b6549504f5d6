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
from typing import TYPE_CHECKING

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.model.funnel import Source
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.funnel.overrun import all_overrun
from roadmapctl.rules.funnel.undoubted import relied_on
from roadmapctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from roadmapctl.analysis.funnel.sources import SourceResult


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
    """Sources whose cap is below what the units wanted of them cost; RM808, RM815, RM834, RM841 or RM845 may say why."""
    sources = plan.funnel.sources if plan.funnel is not None else {}
    caps = {
        id: s.at_most for id, s in sources.items() if s.at_most is not None and s.spend is None and not _below_floor(s)
    }
    result = relied_on(plan) if caps else None
    for source in result.sources if result is not None and not all_overrun(plan) else ():
        cap = caps.get(source.id)
        if cap is not None and source.cost is not None and source.cost > cap and not _told(plan, source):
            fields = {"source": source.id, "stage": source.feeds, "cap": cap, "units": source.units_whole}
            yield Finding(("funnel", "sources", source.id, "at_most"), {**fields, "cost": source.cost})


def _below_floor(source: Source) -> bool:
    return source.at_least is not None and source.at_most is not None and source.at_least > source.at_most


def _told(plan: Plan, source: "SourceResult") -> bool:
    """Are its units too many (RM808), or each of them so dear that the plan's budget does not hold (RM815)?"""
    from roadmapctl.rules.funnel.rm815_funnel_costs_more_than_the_budget import funnel_costs_more_than_the_budget

    if source.shortfall:
        return True
    return any(finding.path[2] == source.id for finding in funnel_costs_more_than_the_budget(plan))
