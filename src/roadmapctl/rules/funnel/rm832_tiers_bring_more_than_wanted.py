"""The set events of a series bring more than is wanted of it.

The tiers of a series have a fixed number of events each, and the series' own size fills up what is left. Here nothing is left: the
tiers alone bring more than the source's share of the target. Hold fewer of them, or give the source a larger share, so that
others have less to bring.

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
      event:
        audience: 50
        rate: 10%
        tiers:   # <- RM832
          trade-show: {events: 2, audience: 800, rate: 20%}
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
      event:
        audience: 50
        rate: 10%
        tiers:
          trade-show: {events: 1, audience: 800, rate: 20%}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.funnel.rm833_more_comes_than_is_wanted import covered_anyway
from roadmapctl.rules.funnel.stage_names import stage_name
from roadmapctl.rules.funnel.undoubted import relied_on
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM832",
    Severity.WARNING,
    title_zh="固定场次带来的数量超过所需",
    en="the tiers of {source} bring {brought} units of {stage}, but only {wanted} are wanted of it: {surplus} too many",
    zh="{source} 的固定场次带来 {brought} 个 {stage}，而只需要 {wanted} 个：多出 {surplus}",
    help_en="hold fewer of these events, or give {source} a larger share, so that the others have less to bring",
    help_zh="请减少这些场次，或提高 {source} 的份额，让其他来源少带来一些",
    whole=PARTS,
)
def tiers_bring_more_than_wanted(plan: Plan) -> Iterator[Finding]:
    """Series whose events of set number leave nothing for those of its own size, and more; RM833 knows a nearer cause."""
    if plan.funnel is None or not any(source.event and source.event.tiers for source in plan.funnel.sources.values()):
        return
    if covered_anyway(plan) is not None:
        return
    result = relied_on(plan)
    if result is None or not result.demand.net_target:
        return  # nothing is wanted of any source (RM809)
    for source in result.sources:
        events = source.events
        if events is not None and events.surplus > 0:
            brought = events.units + events.surplus
            fields = {
                "source": source.id,
                "stage": stage_name(plan, source.feeds),
                "brought": brought,
                "wanted": events.units,
            }
            path = ("funnel", "sources", source.id, "event", "tiers")
            yield Finding(path, {**fields, "surplus": events.surplus}, key=True)
