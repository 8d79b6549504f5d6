"""The actual figures cannot be reached.

`measurement.actuals` names where the figures lie that the plan is held against: a CSV file, by its way from the plan's folder. A
file that is not there yet is no fault, for plans are checked before anything has happened. A folder, a database, a file of another
kind or one that may not be read is: `roadmapctl status` would have nothing to say.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}
goals:
  list-growth: {metric: sign-ups, baseline: 0, target: 400, due: 2027-06-30}
measurement: {actuals: figures.xlsx}   # <- RM720
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

page("RM720", Severity.WARNING, __name__, title_zh="没有可读取的实际数据")
