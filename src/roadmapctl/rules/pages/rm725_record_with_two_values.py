"""A figure is recorded twice with different values.

For one day, metric, source, segment and tactic there is one value. With two of them nobody knows which is right: a correction, a
second delivery, or two parts that should have said what they are parts of. Keep one, add them up, or name the parts.

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
2027-01-31,sign-ups,45   # <- RM725
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

page("RM725", Severity.ERROR, __name__, title_zh="同一记录有两个值")
