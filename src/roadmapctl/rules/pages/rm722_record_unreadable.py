"""A row of actual figures cannot be read.

A day is written year-month-day: `2027-02-28`, `2027/2/28`, `2027年2月28日`. A value is a number: `1200`, `"1,200"`, `18%`,
`1.2万`; where nothing was measured the cell stays empty. What could be read in two ways, such as `1/2/2027` or a rate of `18`, is
refused: a figure that is read wrong is worse than none.

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
28/2/2027,sign-ups,50   # <- RM722
2027-02-30,sign-ups,55   # <- RM722
2027-03-31,sign-ups,none   # <- RM722
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

page("RM722", Severity.ERROR, __name__, title_zh="无法读取一行实际数据")
