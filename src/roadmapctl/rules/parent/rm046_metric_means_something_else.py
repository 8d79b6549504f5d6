"""The plan and its parent mean different things by one metric.

A goal supports one of the parent's on the metric of the same id, but the two plans count it in different units, or one as a
stock and the other as a flow. Their numbers can be neither added up nor compared.

Define the metric alike in both plans, or give this plan's an id of its own.

With the parent `year.yaml`:

```yaml
roadmap: 1
name: Year
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  year-leads: {metric: leads, baseline: 0, target: 600, due: 2027-12-31}
```

Bad:

```yaml
roadmap: 1
name: First quarter
period: 2027-Q1
parent: year.yaml
metrics:
  leads: {name: Leads, unit: companies, kind: flow}   # <- RM046
goals:
  quarter-leads: {metric: leads, baseline: 0, target: 120, due: 2027-03-31, supports: year-leads}
```

Good:

```yaml
roadmap: 1
name: First quarter
period: 2027-Q1
parent: year.yaml
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  quarter-leads: {metric: leads, baseline: 0, target: 120, due: 2027-03-31, supports: year-leads}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.model.currency import DECIMALS
from roadmapctl.rules.goals.wider import in_parent, wider_goal
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM046",
    Severity.WARNING,
    title_zh="本计划与上级计划对同一指标的定义不同",
    en="{metric} has the {key} {here} in this plan and {there} in its parent, which {goal} supports",
    zh="指标 {metric} 的 {key} 在本计划中是 {here}，在 {goal} 所支持的上级计划中是 {there}",
    help_en="define the metric alike in both plans, or give this one an id of its own",
    help_zh="请在两个计划中统一该指标的定义，或为本计划的指标另取 id",
    whole=("metrics",),
)
def metric_means_something_else(plan: Plan) -> Iterator[Finding]:
    """Metrics shared with a supported goal of the parent that differ in unit or kind; two currencies are RM042's."""
    told: set[str] = set()
    for id, goal in plan.goals.items():
        wider = wider_goal(plan, id)
        if plan.above is None or wider is None or not in_parent(plan, id) or goal.metric != wider.metric:
            continue
        here, there = plan.metrics.get(goal.metric or ""), plan.above.metrics.get(goal.metric or "")
        if here is None or there is None or goal.metric is None or goal.metric in told:
            continue
        for key, ours, theirs in (("unit", here.unit, there.unit), ("kind", here.kind, there.kind)):
            if ours is not None and theirs is not None and ours != theirs and not {ours, theirs} <= DECIMALS.keys():
                told.add(goal.metric)
                fields = {"metric": goal.metric, "key": key, "here": ours, "there": theirs, "goal": id}
                related = ((("goals", id, "supports"), Message("the link to the parent", "与上级计划的关联")),)
                yield Finding(("metrics", goal.metric, key), fields, related=related)
                break
