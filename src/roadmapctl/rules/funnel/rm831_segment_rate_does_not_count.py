"""A segment's rate does not count for a source that has its own.

A rate of a source and one of a segment for the same stage cannot both hold where the two meet: the source's own comes first. So
this segment has its rate only in the other sources. Where that is meant, ignore this; else delete one of the two, or let the
source's rate stand at the stage where it really differs.

Bad:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
market:
  segments:
    offices: {who: Office managers}
    hotels: {who: Hotel buyers}
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
  segments:
    offices: {share: 60%, rates: {tasting: 40%}}   # <- RM831
    hotels: {share: 40%}
  sources:
    fairs: {feeds: tasting, share: 50%, rates: {tasting: 35%}}
    search-ads: {feeds: tasting, share: 50%}
```

Good:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
market:
  segments:
    offices: {who: Office managers}
    hotels: {who: Hotel buyers}
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
  segments:
    offices: {share: 60%, rates: {tasting: 40%}}
    hotels: {share: 40%}
  sources:
    fairs: {feeds: tasting, share: 50%}
    search-ads: {feeds: tasting, share: 50%}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM831",
    Severity.INFO,
    title_zh="细分市场的转化率对自有转化率的来源不起作用",
    en="the rate of {segment} at {stage} does not count for {source}, which has its own",
    zh="{segment} 在 {stage} 的转化率对 {source} 不起作用：该来源有自己的转化率",
    help_en="delete one of the two rates, if the source's own is not meant to come first",
    help_zh="若不应以来源的转化率为准，请删除其中一个",
    whole=("funnel.sources", "funnel.segments"),
)
def segment_rate_does_not_count(plan: Plan) -> Iterator[Finding]:
    """Rates of segments for stages at which a source states one too, each with the first such source."""
    if plan.funnel is None or not plan.funnel.segments:
        return
    first: dict[str, str] = {}
    for id, source in plan.funnel.sources.items():
        for stage in source.rates:
            first.setdefault(stage, id)
    for id, segment in plan.funnel.segments.items():
        for stage in segment.rates.keys() & first.keys():
            own = ("funnel", "sources", first[stage], "rates", stage)
            related = ((own, Message("the source's own rate is here", "来源自己的转化率在这里")),)
            fields = {"segment": id, "stage": stage, "source": first[stage]}
            yield Finding(("funnel", "segments", id, "rates", stage), fields, related=related)
