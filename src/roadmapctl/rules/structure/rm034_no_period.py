"""The plan has dates but no period.

The period says which dates belong to the plan. Without one nobody can tell whether a due date lies outside of it, how
a target is split by month or quarter, or what part of a budget falls into it.

Write a year, a quarter, a half or two days: `period: 2027`.

Bad:

```yaml
roadmap: 1   # <- RM034
name: Spring
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31}
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
from datetime import date

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM034",
    Severity.WARNING,
    title_zh="计划有日期但没有周期",
    en="the plan has dates but does not say which period it covers",
    zh="计划中有日期，但没有说明覆盖的周期",
    help_en="write period: {period}",
    help_zh="请写 period: {period}",
)
def no_period(plan: Plan) -> Iterator[Finding]:
    """A plan that names at least one day and no period."""
    first = None if plan.period is not None else min(_days(plan), default=None)
    if first is not None:
        yield Finding((), {"period": str(first.year)}, absent=(("period",),))


def _days(plan: Plan) -> Iterator[date]:
    days = [goal.due for goal in plan.goals.values()] + [milestone.date for milestone in plan.milestones.values()]
    days += [day for tactic in plan.tactics.values() for day in (tactic.start, tactic.end)]
    return (day for day in days if day is not None)
