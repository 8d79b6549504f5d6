"""The actual figures cannot be reached.

`measurement.actuals` names where the figures lie that the plan is held against: a CSV file, by its way from the plan's folder. As
long as it is not there, `roadmapctl status` has nothing to say. Write the file, be it with a header alone, or correct its name.
Databases and folders cannot be read yet.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}
goals:
  list-growth: {metric: sign-ups, baseline: 0, target: 400, due: 2027-06-30}
measurement: {actuals: no-such-file.csv}   # <- RM720
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
