"""The parts of a figure are more than the whole.

A row without source, segment and tactic is the whole of its metric. In a month that has such rows, the others only say where it
came from and are not counted again. Where the parts are more than the whole, one of the two is wrong, or the rows without a source
are meant as the rest: then give them one too, such as `other`.

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
date,metric,value,source
2027-01-12,sign-ups,40,webinar
2027-01-31,sign-ups,25,   # <- RM728
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
date,metric,value,source
2027-01-12,sign-ups,40,webinar
2027-01-31,sign-ups,25,other
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM728", Severity.WARNING, __name__, title_zh="各部分之和大于整体")
