"""Hardly anything in the plan lies in its period.

Not one goal, milestone, tactic or review in ten falls into the time that the plan says it covers. Then it is the period that is
wrong: mostly a plan of last year was copied and everything but this line was changed, or this line alone.

Write the year or the quarter that the dates are of.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2026   # <- RM050
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  more-leads: {metric: leads, baseline: 260, target: 600, due: 2027-09-30}
milestones:
  half: {date: 2027-05-31, goal: more-leads, metric: leads, target: 300}
tactics:
  webinars: {start: 2027-02-01, end: 2027-05-21, milestone: half}
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  more-leads: {metric: leads, baseline: 260, target: 600, due: 2027-09-30}
milestones:
  half: {date: 2027-05-31, goal: more-leads, metric: leads, target: 300}
tactics:
  webinars: {start: 2027-02-01, end: 2027-05-21, milestone: half}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.days import all_outside
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM050",
    Severity.ERROR,
    title_zh="计划中几乎没有日期落在计划周期内",
    en="hardly a goal, milestone, tactic or review lies in the plan's period {start} to {end}",
    zh="目标、里程碑、打法与复盘的日期几乎都不在计划周期 {start} 至 {end} 内",
    help_en="write the period that the dates are of",
    help_zh="请把 period 改为这些日期所在的周期",
    whole=("goals", "milestones", "tactics", "measurement"),
)
def nothing_in_the_period(plan: Plan) -> Iterator[Finding]:
    """A plan of four days or more, nearly all of them outside of its period."""
    if plan.period is not None and all_outside(plan):
        yield Finding(("period",), {"start": plan.period.start, "end": plan.period.end})
