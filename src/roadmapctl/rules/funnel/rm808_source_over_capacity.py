"""A source must bring more than it can carry.

Four webinars a month are 48 a year. If the target takes 60, twelve of them will not happen and their deals with them. Give some
of its share to another source, raise what it can carry, or make each event bring more.

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
    fairs:
      feeds: tasting
      event: {audience: 50, rate: 10%}
      capacity: 1 per month   # <- RM808
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
    fairs:
      feeds: tasting
      event: {audience: 50, rate: 10%}
      capacity: 5 per month
```
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import PARTS, computed
from roadmapctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from roadmapctl.analysis.sources import SourceResult


@rule(
    "RM808",
    Severity.WARNING,
    title_zh="来源超出其产能",
    en="{source} can carry {capacity} in {period}, but the target takes {need}: {short} too many",
    zh="{source} 在 {period} 内最多承载 {capacity}，而目标需要 {need}：超出 {short}",
    help_en="give part of its share to another source, raise its capacity, or let each unit of it bring more",
    help_zh="请把部分份额分给其他来源、提高其产能，或提高单次产出",
    whole=(*PARTS, "period"),
)
def source_over_capacity(plan: Plan) -> Iterator[Finding]:
    """Sources whose events or units are more than they can carry over the plan's period."""
    result = computed(plan)
    for source in result.sources if result is not None else ():
        if source.shortfall:
            fields = {
                "source": source.id,
                "capacity": source.capacity,
                "need": _need(source),
                "short": source.shortfall,
            }
            yield Finding(("funnel", "sources", source.id, "capacity"), {**fields, "period": str(plan.period)})


def _need(source: "SourceResult") -> int:
    """Whole events of a source of events, else whole units."""
    return source.units_whole if source.events is None else source.events.events_whole
