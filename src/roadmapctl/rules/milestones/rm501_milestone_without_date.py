"""A milestone has no date.

A milestone is a date by which something measurable is reached. Without the date nobody can say whether its tactics end in
time, it has no place on the timeline, and no review can find it missed. Give it a date as year-month-day.

Bad:

```yaml
# asked: RM501
roadmap: 1
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch}   # <- RM501
```

Good:

```yaml
# asked: RM501
roadmap: 1
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM501",
    Severity.WARNING,
    title_zh="里程碑没有日期",
    en="the milestone {milestone} has no date",
    zh="里程碑 {milestone} 没有日期",
    help_en="write the day by which it is reached, such as date: 2027-03-31",
    help_zh="请写明达成日期，例如 date: 2027-03-31",
    asked=True,
)
def milestone_without_date(plan: Plan) -> Iterator[Finding]:
    """Milestones that nobody can put on a timeline."""
    for id, milestone in plan.milestones.items():
        if milestone.date is None:
            path = ("milestones", id)
            yield Finding(path, {"milestone": id}, key=True, absent=((*path, "date"),))
