"""Events count on far fewer leads than their audience and rate give.

All events of one size contribute a third or less of what their audience and the rate of their source come to. So much caution is
rare: mostly the rate or the audience has a digit too many, or two digits of it changed places, and the funnel asks for too few
events.

Correct the rate or the audience, or what the events contribute.

Bad:

```yaml
roadmap: 1
name: Spring
currency: USD
period: 2027
metrics:
  revenue: {name: Revenue, unit: USD, kind: flow}
  sqls: {name: SQLs, unit: leads, kind: flow}
goals:
  sales: {metric: revenue, baseline: 0, target: 720_000, due: 2027-12-31}
funnel:
  goal: sales
  deal_size: 20_000
  stages: [{id: sql, rate: 10%}, {id: customer}]
  sources:
    webinar: {feeds: sql, share: 100%, event: {audience: 200, rate: 81%}}   # <- RM646
tactics:
  clinic: {start: 2027-02-01, end: 2027-02-26, contributes: {sqls: 36}, event: {format: webinar}}
  demo: {start: 2027-03-01, end: 2027-03-26, contributes: {sqls: 36}, event: {format: webinar}}
```

Good:

```yaml
roadmap: 1
name: Spring
currency: USD
period: 2027
metrics:
  revenue: {name: Revenue, unit: USD, kind: flow}
  sqls: {name: SQLs, unit: leads, kind: flow}
goals:
  sales: {metric: revenue, baseline: 0, target: 720_000, due: 2027-12-31}
funnel:
  goal: sales
  deal_size: 20_000
  stages: [{id: sql, rate: 10%}, {id: customer}]
  sources:
    webinar: {feeds: sql, share: 100%, event: {audience: 200, rate: 18%}}
tactics:
  clinic: {start: 2027-02-01, end: 2027-02-26, contributes: {sqls: 36}, event: {format: webinar}}
  demo: {start: 2027-03-01, end: 2027-03-26, contributes: {sqls: 36}, event: {format: webinar}}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.tactics.event_claims import claim_fields, grouped, rate_of

FAR = 3
"""So many times what is counted on is more than caution."""


@rule(
    "RM646",
    Severity.INFO,
    title_zh="活动计划的线索远少于观众数与转化率所能带来的",
    en="{tactic} contribute {claimed} {stage}; {number} × {audience} people at {rate} bring {units}",
    zh="{tactic} 共计划贡献 {stage} {claimed} 个，而 {number} 场 × {audience} 人 × {rate} 可带来 {units} 个",
    help_en="look for a digit too many in the rate or the audience, or one too few in what the events contribute",
    help_zh="请检查转化率或观众数是否多写了一位，或活动的贡献是否少写了一位",
    whole=PARTS,
)
def events_count_on_far_less_than_they_bring(plan: Plan) -> Iterator[Finding]:
    """Sizes of events of which all, two or more, contribute a third or less of audience × rate; shown at the rate."""
    for claims in grouped(plan):
        if len(claims) > 1 and all(claim.units * FAR <= claim.bring for claim in claims):
            yield Finding(rate_of(claims[0].size), claim_fields(plan, claims))
