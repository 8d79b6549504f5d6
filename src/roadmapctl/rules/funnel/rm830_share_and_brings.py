"""A source has both a share and a number it brings anyway.

A share says which part of what is left a source has to bring; `brings` says how many units it brings in any case, and those are
taken off first. With both nobody knows which one counts. Keep `brings` where the number is known and not planned by the target,
such as referrals that come every year, else the share.

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
    referrals: {feeds: tasting, share: 20%, brings: 40}   # <- RM830
    fairs: {feeds: tasting, share: 80%}
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
    referrals: {feeds: tasting, brings: 40}
    fairs: {feeds: tasting, share: 100%}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.quantities import percent
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM830",
    Severity.ERROR,
    title_zh="来源同时写了份额和固定数量",
    en="{source} has both a share of {share} and {brings} units it brings anyway; only one of them can count",
    zh="{source} 同时写了份额 {share} 和固定带来的 {brings}；只能用其中一个",
    help_en="keep brings where the number is known, the share where the target decides it",
    help_zh="若数量已知，请保留 brings；若由目标决定，请保留 share",
)
def share_and_brings(plan: Plan) -> Iterator[Finding]:
    """Sources that are told in two ways how much they bring."""
    for id, source in plan.funnel.sources.items() if plan.funnel is not None else ():
        if source.share is not None and source.brings is not None:
            path = ("funnel", "sources", id)
            share = ((*path, "share"), Message("its share is here", "份额在这里"))
            fields = {"source": id, "share": percent(source.share), "brings": source.brings}
            yield Finding((*path, "brings"), fields, related=(share,))
