"""A goal is due outside the plan's period.

What is due after the period belongs to the next plan: no tactic, milestone or budget of this one can answer for it.
What is due before it is over already. Often it is a year that was not changed when a plan was copied.

Move the date into the period, or widen the period.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  more-leads: {metric: leads, baseline: 260, target: 600, due: 2028-09-30}   # <- RM308
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
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.days import all_outside
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM308",
    Severity.ERROR,
    title_zh="目标的截止日期不在计划周期内",
    en="the goal {goal} is due on {due}, outside the plan's period {start} to {end}",
    zh="目标 {goal} 的截止日期 {due} 不在计划周期 {start} 至 {end} 内",
    help_en="move it into the period, or widen the period",
    help_zh="请把日期移到周期内，或扩大周期",
)
def goal_due_outside_period(plan: Plan) -> Iterator[Finding]:
    """Goals whose due date the plan's period does not cover."""
    period = plan.period if not all_outside(plan) else None
    for id, goal in plan.goals.items() if period is not None else ():
        if period is not None and goal.due is not None and not period.covers(goal.due):
            fields = {"goal": id, "due": goal.due, "start": period.start, "end": period.end}
            related = ((("period",), Message("the period is here", "周期在这里")),)
            yield Finding(("goals", id, "due"), fields, related=related)
