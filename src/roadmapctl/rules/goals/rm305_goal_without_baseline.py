"""A goal without a baseline.

600 leads are a triumph after 260 and a retreat after 700. Without the value today nobody can judge whether the target
is realistic, and progress cannot be measured.

Write the metric's value today; 0 for something that begins from nothing.

Bad:

```yaml
# asked: RM305
roadmap: 1
name: Spring
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  more-leads: {metric: leads, target: 600, due: 2027-09-30}   # <- RM305
```

Good:

```yaml
# asked: RM305
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
    "RM305",
    Severity.WARNING,
    title_zh="目标没有基线",
    en="the goal {goal} does not say where its metric stands today",
    zh="目标 {goal} 没有写指标的现值（baseline）",
    help_en="write baseline: and the value today (0 where it begins from nothing)",
    help_zh="请写 baseline: 当前值（从零开始则写 0）",
    asked=True,
)
def goal_without_baseline(plan: Plan) -> Iterator[Finding]:
    """Goals that do not say where they start."""
    for id, goal in plan.goals.items():
        if goal.baseline is None:
            path = ("goals", id)
            yield Finding(path, {"goal": id}, key=True, absent=((*path, "baseline"),))
