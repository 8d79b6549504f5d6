"""A milestone lies outside the plan's period.

What happens before the plan begins or after it has ended cannot be planned, paid for or measured by it. Most often the year
is a slip of the pen. Correct the date, widen the period, or leave the milestone to the plan of that time.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch, date: 2026-03-31}   # <- RM503
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.days import all_outside
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM503",
    Severity.ERROR,
    title_zh="里程碑不在计划周期内",
    en="the milestone {milestone} is dated {date}; the plan runs from {start} to {end}",
    zh="里程碑 {milestone} 的日期是 {date}，而计划周期为 {start} 至 {end}",
    help_en="write a date from {start} to {end}, or change the plan's period",
    help_zh="请写 {start} 至 {end} 之间的日期，或修改计划的 period",
)
def milestone_outside_period(plan: Plan) -> Iterator[Finding]:
    """Milestones dated before the plan begins or after it ends."""
    if plan.period is None or all_outside(plan):
        return
    related = ((("period",), Message("the period is here", "计划周期在这里")),)
    for id, milestone in plan.milestones.items():
        if milestone.date is not None and not plan.period.covers(milestone.date):
            fields = {"milestone": id, "date": milestone.date, "start": plan.period.start, "end": plan.period.end}
            yield Finding(("milestones", id, "date"), fields, related=related)
