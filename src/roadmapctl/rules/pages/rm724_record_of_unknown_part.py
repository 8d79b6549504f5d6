"""An actual figure names a part that the plan does not have.

A row may say which source, segment or tactic a figure is of. One that the plan does not have still counts for the whole, but
explains nothing. Sources are those of the funnel, channels of tactics and segments, and `other` for the rest.

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
date,metric,value,tactic
2027-01-31,sign-ups,40,webinar   # <- RM724
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
date,metric,value,tactic
2027-01-31,sign-ups,40,webinars
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM724", Severity.WARNING, __name__, title_zh="实际数据使用了未知的来源、细分市场或打法")
