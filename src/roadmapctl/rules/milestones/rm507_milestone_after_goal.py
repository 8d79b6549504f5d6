"""A milestone comes after its goal is due.

A milestone is a step on the way to its goal. One that lies behind the goal's due date cannot help to reach it. Move the
milestone forward, give the goal more time, or let the milestone lead to a later goal.

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
  beta-launch: {name: Beta launch, date: 2027-09-30, goal: list-growth}   # <- RM507
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
  beta-launch: {name: Beta launch, date: 2027-03-31, goal: list-growth}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.days import misdated, outside
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM507",
    Severity.ERROR,
    title_zh="里程碑晚于其目标的截止日",
    en="the milestone {milestone} on {date} comes after its goal {goal} is due on {due}",
    zh="里程碑 {milestone}（{date}）晚于其目标 {goal} 的截止日 {due}",
    help_en="date it {due} or earlier, or let it lead to a later goal",
    help_zh="请把日期改到 {due} 或更早，或改为通向更晚的目标",
)
def milestone_after_goal(plan: Plan) -> Iterator[Finding]:
    """Milestones that lie behind the due date of the goal they lead to, of this plan or of the wider one."""
    goals = plan.goals if plan.above is None else {**plan.above.goals, **plan.goals}
    for id, milestone in plan.milestones.items():
        goal = goals.get(milestone.goal or "")
        if goal is None or goal.due is None or milestone.date is None or milestone.date <= goal.due:
            continue
        if outside(plan, milestone.date) or (milestone.goal in plan.goals and misdated(plan, goal)):
            continue  # told where the wrong day stands
        yield Finding(
            ("milestones", id, "date"),
            {"milestone": id, "date": milestone.date, "goal": milestone.goal, "due": goal.due},
            related=((("goals", milestone.goal or "", "due"), Message("the goal is due here", "目标的截止日在这里")),),
        )
