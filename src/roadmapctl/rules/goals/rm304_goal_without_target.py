"""A goal without a target.

“More” is reached with one. A target says how much is enough, and everything behind it (funnel, budget, milestones) is
computed from it.

Write the value to reach (`target: 600`), or the way to it from the baseline (`change: 0.75pp`, `change: 25%`).

Bad:

```yaml
# asked: RM304
roadmap: 1
name: Spring
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  more-leads: {metric: leads, baseline: 260, due: 2027-09-30}   # <- RM304
```

Good:

```yaml
# asked: RM304
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
    "RM304",
    Severity.WARNING,
    title_zh="目标没有目标值",
    en="the goal {goal} does not say how much is to be reached",
    zh="目标 {goal} 没有写要达到多少（target）",
    help_en="write target: and the value to reach, or change: and how far from the baseline",
    help_zh="请写 target: 目标值，或 change: 相对基线的变化",
    asked=True,
)
def goal_without_target(plan: Plan) -> Iterator[Finding]:
    """Goals with neither a target nor a change; the one that the funnel starts from is RM802's."""
    start = plan.funnel.goal if plan.funnel is not None else None
    for id, goal in plan.goals.items():
        if goal.target is None and goal.change is None and id != start:
            path = ("goals", id)
            yield Finding(path, {"goal": id}, key=True, absent=((*path, "target"), (*path, "change")))
