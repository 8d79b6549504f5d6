"""An event names a source of the funnel that holds no events.

`event.source` says which of the funnel's sources an event is one of: how many people come and what part of them becomes a lead
is read there. A source without `event: {audience: …, rate: …}` says neither, so the event counts for nothing.

Name the source that holds these events, or give the one that is named an audience and a rate.

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
    - {id: lead, rate: 50%}
    - {id: tasting, rate: 30%}
    - {id: customer}
  sources:
    search: {feeds: tasting, share: 40%}
    fairs: {share: 60%, feeds: tasting, event: {audience: 100, rate: 25%}}
tactics:
  spring-fair: {event: {source: search, format: trade-show}}   # <- RM645
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
    - {id: lead, rate: 50%}
    - {id: tasting, rate: 30%}
    - {id: customer}
  sources:
    search: {feeds: tasting, share: 40%}
    fairs: {share: 60%, feeds: tasting, event: {audience: 100, rate: 25%}}
tactics:
  spring-fair: {event: {source: fairs, format: trade-show}}
```
"""

from collections.abc import Iterator, Mapping

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.model.funnel import Source
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM645",
    Severity.WARNING,
    title_zh="活动指明的漏斗来源不是活动",
    en="{tactic} is an event of {source}, which holds no events",
    zh="{tactic} 指明的来源 {source} 不以活动为形式",
    help_en="give the source an event: {{audience: 200, rate: 18%}}, or name another one",
    help_zh="请为该来源添加 event: {{audience: 200, rate: 18%}}，或改指其他来源",
    whole=("funnel",),
)
def event_of_a_source_without_events(plan: Plan) -> Iterator[Finding]:
    """Events whose source is one of the funnel's and states no event."""
    sources = plan.funnel.sources if plan.funnel is not None else {}
    for id, tactic in plan.tactics.items():
        source = None if tactic.event is None or tactic.event.source is None else sources.get(tactic.event.source)
        if source is not None and source.event is None and tactic.event is not None:
            fields = {"tactic": id, "source": tactic.event.source}
            yield Finding(("tactics", id, "event", "source"), fields, help=_mend(sources))


def _mend(sources: Mapping[str, Source]) -> Message | None:
    """Those that do hold events."""
    known = [id for id, source in sources.items() if source.event is not None]
    if not known:
        return None
    return Message("name one that does: {sources}", "请改为：{sources}", {"sources": tuple(known)})
