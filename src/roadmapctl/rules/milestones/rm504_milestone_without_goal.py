"""A milestone leads to no goal.

The chain of a plan runs from the tactic over the milestone to the goal. A milestone that belongs to no goal can be reached
on the day without bringing anybody nearer to what the plan is for. Name the goal it leads to, or drop the milestone.

Bad:

```yaml
# asked: RM504
roadmap: 1
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31}   # <- RM504
```

Good:

```yaml
# asked: RM504
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

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM504",
    Severity.WARNING,
    title_zh="里程碑没有对应的目标",
    en="the milestone {milestone} leads to no goal",
    zh="里程碑 {milestone} 没有对应任何目标",
    help_en="write goal: and the id of the goal it leads to",
    help_zh="请写 goal: 以及它所通向的目标的 id",
    asked=True,
)
def milestone_without_goal(plan: Plan) -> Iterator[Finding]:
    """Milestones that name no goal."""
    for id, milestone in plan.milestones.items():
        if milestone.goal is None:
            path = ("milestones", id)
            yield Finding(path, {"milestone": id}, key=True, absent=((*path, "goal"),))
