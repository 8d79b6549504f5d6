"""A length of time that is none.

Durations are a whole number and a unit: `14d`, `6w`, `3mo`, `1y`. A lag that varies is `{p50: 45d, p90: 120d}`: half
of the leads take 45 days or less, nine of ten take 120 or less. Touches around an event are `-7d`, `-1h`, `+1d`.

Bad:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
goals:
  sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}
funnel:
  goal: sales
  deal_size: 1_200
  stages:
    - {id: lead, rate: 18%, lag: two weeks}   # <- RM023
    - {id: customer}
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
  sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}
funnel:
  goal: sales
  deal_size: 1_200
  stages:
    - {id: lead, rate: 18%, lag: 14d}
    - {id: customer}
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM023", Severity.ERROR, __name__, title_zh="时长写法有误")
