"""A rate that is none.

A rate is a part of a whole: between 0 and 100%. Written as 18 it might mean 18% or 18 times the whole, and the whole
funnel hangs on it, so it is not guessed. Write `18%` or `0.18`; what was counted as `{won: 36, of: 200}`; what is
uncertain as `{low: 15%, likely: 22%, high: 30%}` or `{p10: 12%, p90: 25%}`. A difference in points (`0.75pp`) is a
change, not a rate.

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
    - {id: lead, rate: 18}   # <- RM020
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
    - {id: lead, rate: 18%}
    - {id: customer}
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM020", Severity.ERROR, __name__, title_zh="比率写法有误")
