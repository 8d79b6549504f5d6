"""The plan has no tactics.

Goals and milestones say what shall be reached; the tactics are what somebody does for it on Monday. A plan without them
cannot be scheduled, staffed or paid for. Write them under `tactics`, each with a milestone, an owner, two dates and a budget.

Bad:

```yaml
# asked: RM615
roadmap: 1   # <- RM615
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31}
```

Good:

```yaml
# asked: RM615
roadmap: 1
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31}
tactics:
  beta-webinars: {milestone: beta-launch, start: 2027-01-15, end: 2027-03-20}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM615",
    Severity.WARNING,
    title_zh="计划没有打法",
    en="the plan has no tactics",
    zh="计划没有打法",
    help_en="add tactics: with a milestone, an owner, two dates and a budget for each thing that is done",
    help_zh="请添加 tactics：为每项工作写明里程碑、负责人、起止日期和预算",
    asked=True,
    whole=("tactics",),
)
def no_tactics(plan: Plan) -> Iterator[Finding]:
    """One finding for a plan without tactics."""
    if not plan.tactics:
        yield Finding((), {}, absent=(("tactics",),))
