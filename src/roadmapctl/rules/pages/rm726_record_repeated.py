"""A figure is recorded twice.

The same row stands in the file twice, as happens when an export is appended a second time. It counts once. Where two sales of
the same size were made on one day, write their sum in one row.

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
2027-01-31,sign-ups,40   # <- RM726
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

page("RM726", Severity.WARNING, __name__, title_zh="记录重复")
