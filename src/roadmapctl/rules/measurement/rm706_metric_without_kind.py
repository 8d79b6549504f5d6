"""A metric in use lacks its kind or unit.

Whether 5,000 is what there is on a day (a stock, such as subscribers) or what comes in over the period (a flow, such as revenue)
decides how milestones are added up and how a goal is split by month. Without it and without a unit these are not computed at all.
A metric in the unit `rate` needs no kind.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  subscribers: {name: Subscribers, unit: people}   # <- RM706
goals:
  list-growth: {metric: subscribers, baseline: 4_000, target: 5_000, due: 2027-06-30}
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  subscribers: {name: Subscribers, unit: people, kind: stock}
goals:
  list-growth: {metric: subscribers, baseline: 4_000, target: 5_000, due: 2027-06-30}
```
"""

from collections.abc import Iterator

from roadmapctl.analysis.funnel.demand import unit_of
from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.model.metrics import Metric
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM706",
    Severity.WARNING,
    title_zh="使用中的指标缺少类型或单位",
    en="{metric} is used by a goal or a milestone but lacks {missing}",
    zh="{metric} 已被目标或里程碑使用，但缺少 {missing}",
    help_en="write unit: (people, visits, EUR, rate…) and kind: stock (a value on a day) or flow (adds up over the period)",
    help_zh="请写 unit:（人、次、CNY、rate 等）和 kind:（stock 为某日的存量，flow 为周期内的累计）",
)
def metric_without_kind(plan: Plan) -> Iterator[Finding]:
    """Metrics of goals and milestones that nothing can be computed with."""
    used = {goal.metric for goal in plan.goals.values()} | {m.metric for m in plan.milestones.values()}
    for id, metric in plan.metrics.items():
        missing = _missing(metric) if id in used else []
        if missing:
            path = ("metrics", id)
            fields = {"metric": id, "missing": " + ".join(missing)}
            yield Finding(path, fields, key=True, absent=tuple((*path, key) for key in missing))


def _missing(metric: Metric) -> list[str]:
    needs_kind = unit_of(metric, None) != "rate"
    return ["unit"] * (metric.unit is None) + ["kind"] * (metric.kind is None and needs_kind)
