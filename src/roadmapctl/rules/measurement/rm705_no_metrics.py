"""The plan has no metrics.

Goals, milestones and contributions all speak of numbers; a metric says what each of them counts, in which unit, and whether more
or less of it is good. Without metrics nothing in the plan can be added up or found reached. Define them under `metrics`.

Bad:

```yaml
# asked: RM705
roadmap: 1   # <- RM705
name: Spring
period: 2027
```

Good:

```yaml
# asked: RM705
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}
goals:
  list-growth: {metric: sign-ups, baseline: 0, target: 400, due: 2027-06-30}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM705",
    Severity.WARNING,
    title_zh="计划没有指标",
    en="the plan has no metrics",
    zh="计划没有指标",
    help_en="add metrics: with a name, a unit and a kind (stock or flow) for everything the plan counts",
    help_zh="请添加 metrics：为计划所统计的每个数写明名称、单位和类型（stock 存量或 flow 流量）",
    asked=True,
    whole=("metrics",),
)
def no_metrics(plan: Plan) -> Iterator[Finding]:
    """One finding for a plan that measures nothing."""
    if not plan.metrics:
        yield Finding((), {}, absent=(("metrics",),))
