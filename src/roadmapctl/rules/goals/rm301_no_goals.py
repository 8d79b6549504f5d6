"""The plan has no goals.

Milestones, tactics and budgets are means. Without a goal nobody can say what they are means to, nor whether the year
was a good one.

Write one under `goals`: how much of which metric, from what, by when.

Bad:

```yaml
# asked: RM301
roadmap: 1   # <- RM301
name: Spring
```

Good:

```yaml
# asked: RM301
roadmap: 1
name: Spring
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  more-leads: {metric: leads, baseline: 0, target: 600, due: 2027-09-30}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM301",
    Severity.WARNING,
    title_zh="计划没有目标",
    en="the plan has no goals",
    zh="计划没有目标",
    help_en="write goals: and one goal with a statement, a metric, a baseline, a target and a due date",
    help_zh="请写 goals：至少一个目标，含 statement、metric、baseline、target、due",
    asked=True,
    whole=("goals",),
)
def no_goals(plan: Plan) -> Iterator[Finding]:
    """A plan without a single goal."""
    if not plan.goals:
        yield Finding(("goals",), {})
