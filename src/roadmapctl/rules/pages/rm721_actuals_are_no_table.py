"""The file of actual figures is no table of records.

Figures are read from a CSV text in UTF-8 whose first line names the columns: `date`, `metric` and `value`, and if wanted `source`,
`segment` and `tactic`. Below it stands one figure a row. A table with a column for each metric has to be turned first: one row for
each day and metric. Excel writes UTF-8 where one saves as “CSV UTF-8”.

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
day,sign-ups   # <- RM721
2027-01-31,40
2027-02-28,55
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

page("RM721", Severity.ERROR, __name__, title_zh="实际数据文件不是记录表")
