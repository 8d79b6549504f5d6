"""The sources cannot reach the target even at full capacity.

Every source states what it can carry, and all of them together, with what is in hand, do not win enough customers. Moving shares
from one to another cannot help. Raise a capacity, better a rate, add a source, or plan a target that can be reached.

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
    letters:
      feeds: tasting
      share: 20%
      capacity: 4 per month
    fairs:
      feeds: tasting
      share: 80%
      event: {audience: 50, rate: 10%}
      capacity: 3 per month   # <- RM835
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
    letters:
      feeds: tasting
      share: 20%
      capacity: 5 per month
    fairs:
      feeds: tasting
      share: 80%
      event: {audience: 50, rate: 10%}
      capacity: 4 per month
```
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.funnel.undoubted import relied_on
from roadmapctl.rules.quantities import percent
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.tactics.event_claims import small_events

if TYPE_CHECKING:
    from roadmapctl.analysis.funnel.reverse import FunnelResult

NAMED = 4
SEVERAL = 2


@rule(
    "RM835",
    Severity.WARNING,
    title_zh="各来源满负荷也无法达到目标",
    en="at full capacity all sources together win {reach} of the {deals} customers that the target takes",
    zh="所有来源满负荷合计只能赢得 {reach} 个客户，而目标需要 {deals} 个",
    help_en="raise capacities or rates, or add a source; without that, no more than {part} of what is left to win can be reached",
    help_zh="请提高产能或转化率，或增加来源；否则最多只能完成剩余目标的 {part}",
    whole=(*PARTS, "period"),
)
def target_out_of_reach(plan: Plan) -> Iterator[Finding]:
    """A funnel whose sources, two or more, are all bounded, and too little; at the one that lacks most. Of one RM808 says it."""
    result = relied_on(plan)
    short = [source for source in result.sources if source.shortfall] if result is not None else []
    if result is None or len(result.sources) < SEVERAL or any(source.id in small_events(plan) for source in short):
        return
    reach = _reach(result) if result is not None and short else None
    if result is None or reach is None or reach >= result.demand.deals:
        return
    *others, most = sorted(short, key=lambda s: (s.shortfall or 0) * s.conversion)
    part = round(reach / result.demand.deals, 3)
    fields = {"reach": round(reach, 1), "deals": result.demand.deals_whole, "part": percent(part)}
    full = Message("at full capacity", "满负荷")
    related = tuple((("funnel", "sources", s.id, "capacity"), full) for s in others[-NAMED:])
    yield Finding(("funnel", "sources", most.id, "capacity"), fields, related=related)


def _reach(result: "FunnelResult") -> Fraction | None:
    from roadmapctl.analysis.funnel.reachable import (
        reachable_deals,  # rarely needed: only where a source is over its capacity
    )

    return reachable_deals(result)
