"""A figure is dated years after the plan.

More than a year after the plan's last day there is nothing to hold against it: most often the year is a slip of the pen. Figures
from before the plan begins are welcome, they tell where it started.

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
2027-01-31,sign-ups,40
2072-02-28,sign-ups,55   # <- RM727
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
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM727", Severity.WARNING, __name__, title_zh="记录日期远在计划之后")
