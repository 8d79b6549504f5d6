"""The plan has no milestones.

Between a goal for the year and the tactics of a week stand the milestones: dates by which something countable is reached.
Without them nobody sees in time that the plan runs late. Write two to six of them under `milestones`, each with a date, a
metric and a target.

Bad:

```yaml
# asked: RM506
roadmap: 1   # <- RM506
name: Spring
period: 2027
```

Good:

```yaml
# asked: RM506
roadmap: 1
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM506",
    Severity.WARNING,
    title_zh="计划没有里程碑",
    en="the plan has no milestones",
    zh="计划没有里程碑",
    help_en="add milestones: with a date, a metric and a target for each step on the way to the goals",
    help_zh="请添加 milestones：通向目标的每一步都写明日期、指标和目标值",
    asked=True,
    whole=("milestones",),
)
def no_milestones(plan: Plan) -> Iterator[Finding]:
    """One finding for a plan without milestones."""
    if not plan.milestones:
        yield Finding((), {}, absent=(("milestones",),))
