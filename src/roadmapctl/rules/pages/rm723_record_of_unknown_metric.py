"""An actual figure is of no metric of the plan.

Such rows are left aside, so a slip of the pen makes a metric stand still. Name the metric by its id or its name. The metric
`spend` is money spent, in the plan's currency, and needs no entry under `metrics`.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}
goals:
  list-growth: {metric: sign-ups, baseline: 0, target: 400, due: 2027-06-30}
measurement: {actuals: figures.csv}
```

With the records `figures.csv`:

```csv
date,metric,value
2027-01-31,sign-up,40   # <- RM723
2027-02-28,sign-ups,55
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}
goals:
  list-growth: {metric: sign-ups, baseline: 0, target: 400, due: 2027-06-30}
measurement: {actuals: actuals.csv}
```

With the records `actuals.csv`:

```csv
date,metric,value
2027-01-31,sign-ups,40
2027-02-28,sign-ups,55
2027-02-28,spend,1200
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM723", Severity.WARNING, __name__, title_zh="实际数据使用了未知指标")
