"""A goal without a metric.

A goal that no metric measures is a hope: two people will disagree at the end of the year whether it was reached.

Name the metric that tells, and define it under `metrics` with its unit and source.

Bad:

```yaml
# asked: RM303
roadmap: 1
name: Spring
period: 2027
goals:
  more-leads: {baseline: 260, target: 600, due: 2027-09-30}   # <- RM303
```

Good:

```yaml
# asked: RM303
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
    "RM303",
    Severity.WARNING,
    title_zh="目标没有指标",
    en="the goal {goal} names no metric that tells whether it is reached",
    zh="目标 {goal} 没有指标，无法判断是否达成（metric）",
    help_en="write metric: and the id of one under metrics",
    help_zh="请写 metric: 并在 metrics 中定义该指标",
    asked=True,
)
def goal_without_metric(plan: Plan) -> Iterator[Finding]:
    """Goals that no metric measures."""
    for id, goal in plan.goals.items():
        if goal.metric is None:
            path = ("goals", id)
            yield Finding(path, {"goal": id}, key=True, absent=((*path, "metric"),))
