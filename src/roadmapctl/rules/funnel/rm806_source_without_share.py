"""One of several sources has no share.

How much each source must bring depends on its share of the deals (or of the leads, see `mix`). With one share missing, all of
them hang in the air; what is left over is not given to it unasked. Write the share. A single source needs none, and one
that brings a number of units anyway states that number in its place: `brings: 200`.

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
    fairs: {feeds: tasting, share: 60%}
    search-ads: {feeds: tasting}   # <- RM806
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
    fairs: {feeds: tasting, share: 60%}
    search-ads: {feeds: tasting, share: 40%}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM806",
    Severity.ERROR,
    title_zh="多个来源中有来源没有份额",
    en="{source} is one of {count} sources and has no share: nobody can say what each of them must bring",
    zh="{source} 是 {count} 个来源之一，却没有份额：无法得知每个来源应带来多少",
    help_en="write share: for it, so that all of them sum to 100%, or brings: where its number is known",
    help_zh="请为它写 share:，使所有份额合计为 100%；若数量已知，可写 brings:",
)
def source_without_share(plan: Plan) -> Iterator[Finding]:
    """Sources without a share, where there is more than one of those that do not bring a fixed number."""
    every = plan.funnel.sources if plan.funnel is not None else {}
    sources = {id: source for id, source in every.items() if source.brings is None}
    for id, source in sources.items() if len(sources) > 1 else ():
        if source.share is None:
            path = ("funnel", "sources", id)
            absent = ((*path, "share"), (*path, "brings"))
            yield Finding(path, {"source": id, "count": len(sources)}, key=True, absent=absent)
