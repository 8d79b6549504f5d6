"""A goal without a due date.

A goal that may be reached at any time is never late. The date is what milestones lead up to and what leads must
arrive in time for.

Write the day by which it is reached: `due: 2027-09-30`.

Bad:

```yaml
# asked: RM306
roadmap: 1
name: Spring
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  more-leads: {metric: leads, baseline: 260, target: 600}   # <- RM306
```

Good:

```yaml
# asked: RM306
roadmap: 1
name: Spring
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  more-leads: {metric: leads, baseline: 260, target: 600, due: 2027-09-30}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM306",
    Severity.WARNING,
    title_zh="目标没有截止日期",
    en="the goal {goal} has no date by which it is reached",
    zh="目标 {goal} 没有截止日期（due）",
    help_en="write due: and the day",
    help_zh="请写 due: 截止日期",
    asked=True,
)
def goal_without_due_date(plan: Plan) -> Iterator[Finding]:
    """Goals without a due date."""
    for id, goal in plan.goals.items():
        if goal.due is None:
            path = ("goals", id)
            yield Finding(path, {"goal": id}, key=True, absent=((*path, "due"),))
