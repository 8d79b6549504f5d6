"""A goal plans no more than the last period brought.

The baseline of what adds up over a period (`kind: flow`: revenue, leads, events) is what the last period brought. A target of no
more than that is sometimes meant: a grant has ended, a product is given up. More often the two numbers were swapped, or one lost a
digit.

Mend the number that is wrong, or say why less is planned: `# roadmapctl: ignore[RM320] the grant has ended`.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  more-leads: {metric: leads, baseline: 600, target: 260, due: 2027-09-30}   # <- RM320
```

Good:

```yaml
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

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.goals.rm310_statement_contradicts_fields import statement_contradicts_fields
from roadmapctl.rules.quantities import quantity
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM320",
    Severity.WARNING,
    title_zh="目标不优于上一周期",
    en="{goal} plans no progress: {target}, after {baseline} in the last period",
    zh="{goal} 没有计划进步：目标 {target}，上一周期为 {baseline}",
    help_en="swap the two if they were mixed up; if {metric} is better when it goes down, write better: down at the metric",
    help_zh="若两数写反请对调；若 {metric} 越低越好，请在指标中写 better: down",
)
def less_than_the_last_period(plan: Plan) -> Iterator[Finding]:
    """Goals on flows whose target is no better than their baseline."""
    for id, goal in plan.goals.items():
        aim, baseline, metric = goal.aim, goal.baseline, plan.metrics.get(goal.metric or "")
        if aim is None or baseline is None or metric is None or metric.kind != "flow":
            continue
        if goal.goes_back(metric.better) and not _says_otherwise(plan, id):
            key = "target" if goal.target is not None else "change"
            fields = {"goal": id, "target": quantity(aim, metric), "baseline": quantity(baseline, metric)}
            related = ((("goals", id, "baseline"), Message("the baseline is here", "基线在这里")),)
            absent = (("metrics", goal.metric or "", "better"),)
            yield Finding(("goals", id, key), {**fields, "metric": goal.metric}, related=related, absent=absent)


def _says_otherwise(plan: Plan, goal: str) -> bool:
    """Does the goal's own sentence contradict the numbers (RM310)?"""
    return any(found.path[1] == goal and found.path[2] != "due" for found in statement_contradicts_fields(plan))
