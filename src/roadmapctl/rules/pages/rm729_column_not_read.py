"""A column of actual figures is not read.

Its head is nearly that of a column which would be: `source`, `segment` or `tactic`. Other columns, such as notes, are left aside
without a word.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}
goals:
  list-growth: {metric: sign-ups, baseline: 0, target: 400, due: 2027-06-30}
milestones:
  half: {date: 2027-06-25, goal: list-growth, metric: sign-ups, target: 400}
tactics:
  webinars: {milestone: half, start: 2027-01-11, end: 2027-06-11, contributes: {sign-ups: 400}}
measurement: {actuals: figures.csv}
```

With the records `figures.csv`:

```csv
date,metric,value,tactics,notes   # <- RM729
2027-01-31,sign-ups,40,webinars,
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
milestones:
  half: {date: 2027-06-25, goal: list-growth, metric: sign-ups, target: 400}
tactics:
  webinars: {milestone: half, start: 2027-01-11, end: 2027-06-11, contributes: {sign-ups: 400}}
measurement: {actuals: actuals.csv}
```

With the records `actuals.csv`:

```csv
date,metric,value,tactic,notes
2027-01-31,sign-ups,40,webinars,sent late
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM729", Severity.WARNING, __name__, title_zh="有一列没有被读取")
