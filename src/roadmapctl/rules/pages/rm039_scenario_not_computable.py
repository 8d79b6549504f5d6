"""A scenario cannot be computed.

`scenarios` names other values of the same plan, each under the dotted path it replaces; `roadmapctl funnel --scenario cautious`
shows them beside the plan. Items of a list are named by their id, as in `funnel.stages.mql.rate`. A scenario is held to what the
plan itself is held to: its values must be readable, its places must exist, and the funnel must come to a result under it.
A plan holds at most 20 scenarios.

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
scenarios:
  cautious:
    funnel.stages.tastings.rate: 20%   # <- RM039
  disaster:   # <- RM039
    funnel.stages.tasting.rate: 0%
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
scenarios:
  cautious:
    funnel.stages.tasting.rate: 20%
    funnel.deal_size: 1_000
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM039", Severity.ERROR, __name__, title_zh="情景无法计算")
