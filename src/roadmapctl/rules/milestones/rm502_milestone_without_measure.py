"""A milestone has no measure of success.

Somebody must be able to say on its day whether it was reached. That takes a metric of the plan and the value it shall have
by then; “launch done” is a task, “400 sign-ups” is a milestone. Name a metric and a target.

Bad:

```yaml
# asked: RM502
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31}   # <- RM502
  summer-peak:   # <- RM502
    date: 2027-06-30
    metric: sign-ups
```

Good:

```yaml
# asked: RM502
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31, metric: sign-ups, target: 400}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM502",
    Severity.WARNING,
    title_zh="里程碑没有成功的衡量标准",
    en="nobody can tell whether the milestone {milestone} is reached: it lacks {missing}",
    zh="无法判断里程碑 {milestone} 是否达成：缺少 {missing}",
    help_en="write both: the metric that is looked at, and the target it shall have reached on that day",
    help_zh="请同时写明 metric（看哪个指标）和 target（当天应达到的数值）",
    asked=True,
)
def milestone_without_measure(plan: Plan) -> Iterator[Finding]:
    """Milestones without a metric or a target."""
    for id, milestone in plan.milestones.items():
        missing = [key for key in ("metric", "target") if getattr(milestone, key) is None]
        if missing:
            path = ("milestones", id)
            fields = {"milestone": id, "missing": " + ".join(missing)}
            yield Finding(path, fields, key=True, absent=tuple((*path, key) for key in missing))
