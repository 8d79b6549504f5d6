"""A goal is due after the goal it supports.

What is reached in December cannot carry a goal that is due in October. Leads that come after the revenue they were meant for feed
the next year. The wider goal may stand in this plan or in its parent.

Move the goal forward, give the wider one more time, or take `supports` out.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
  customers: {name: New customers, unit: customers, kind: flow}
goals:
  win-customers: {metric: customers, baseline: 0, target: 40, due: 2027-10-31}
  find-leads: {metric: leads, baseline: 0, target: 600, due: 2027-12-15, supports: win-customers}   # <- RM314
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
  customers: {name: New customers, unit: customers, kind: flow}
goals:
  win-customers: {metric: customers, baseline: 0, target: 40, due: 2027-10-31}
  find-leads: {metric: leads, baseline: 0, target: 600, due: 2027-08-31, supports: win-customers}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.days import misdated
from roadmapctl.rules.goals.wider import wider_goal
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM314",
    Severity.WARNING,
    title_zh="目标的截止日晚于其所支持的目标",
    en="{goal} is due on {due}, after {wider}, which it supports, is due on {day}",
    zh="{goal} 的截止日为 {due}，晚于其所支持的 {wider} 的截止日 {day}",
    help_en="make it due by {day}, or give {wider} more time",
    help_zh="请把截止日提前到 {day} 或之前，或延后 {wider}",
)
def goal_due_after_what_it_supports(plan: Plan) -> Iterator[Finding]:
    """Goals that are reached too late for the wider goal."""
    for id, goal in plan.goals.items():
        wider = wider_goal(plan, id)
        if wider is None or goal.due is None or wider.due is None or goal.due <= wider.due:
            continue
        of_parent = goal.supports not in plan.goals
        if misdated(plan, goal) or (misdated(plan, wider) and not of_parent):
            continue  # told where the wrong day stands
        related = (
            (("goals", goal.supports or "", "due"), Message("the wider goal is due here", "更上层目标的截止日在这里")),
        )
        fields = {"goal": id, "due": goal.due, "wider": goal.supports, "day": wider.due}
        yield Finding(("goals", id, "due"), fields, related=related if goal.supports in plan.goals else ())
