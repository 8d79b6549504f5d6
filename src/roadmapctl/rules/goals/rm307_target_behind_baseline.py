"""A target on the wrong side of its baseline.

A metric that is better when it goes up (or down: `better: down`) must have its target above (or below) the value
today. Otherwise the goal asks for a step back, or for nothing, and attainment, gaps and the funnel would be computed
from nonsense.

Mend the target or the baseline, or say `better: down` at the metric (cost per lead, churn, complaints). To hold a
level, give a milestone that value as its target. What adds up over a period (`kind: flow`) may well be less than in the
last one; of that RM320 warns.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  readers: {name: Readers of our letter, unit: people, kind: stock}
goals:
  more-readers: {metric: readers, baseline: 600, target: 260, due: 2027-09-30}   # <- RM307
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  readers: {name: Readers of our letter, unit: people, kind: stock}
goals:
  more-readers: {metric: readers, baseline: 260, target: 600, due: 2027-09-30}
```
"""

from collections.abc import Iterator
from typing import Any

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.quantities import quantity
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM307",
    Severity.ERROR,
    title_zh="目标值在基线的错误一侧",
    en="the target {target} of {goal} is no step forward from its baseline {baseline}",
    zh="{goal} 的目标值 {target} 相对基线 {baseline} 没有进步",
)
def target_behind_baseline(plan: Plan) -> Iterator[Finding]:
    """Goals whose way from baseline to target leads nowhere, or the wrong way."""
    for id, goal in plan.goals.items():
        aim, baseline, metric = goal.aim, goal.baseline, plan.metrics.get(goal.metric or "")
        if aim is None or baseline is None or metric is None:
            continue
        if metric.kind != "flow" and goal.goes_back(metric.better):
            key = "target" if goal.target is not None else "change"
            fields = {"goal": id, "target": quantity(aim, metric), "baseline": quantity(baseline, metric)}
            related = ((("goals", id, "baseline"), Message("the baseline is here", "基线在这里")),)
            help = _nothing(fields) if aim == baseline else _wrong_way(goal.metric, metric.better)
            yield Finding(
                ("goals", id, key),
                fields,
                help=help,
                related=related,
                absent=(("metrics", goal.metric or "", "better"),),
            )


def _nothing(fields: dict[str, Any]) -> Message:
    return Message(
        "the baseline is {baseline} already: there is nothing to reach; write the value to reach, or today's value",
        "基线已是 {baseline}，没有可达成的内容；请写要达到的值，或今天的值",
        fields,
    )


def _wrong_way(metric: str | None, better: str) -> Message:
    other = "up" if better == "down" else "down"
    more, less = ("低", "高") if better == "down" else ("高", "低")
    return Message(
        "{metric} is better when it goes {better}; swap the two, or write better: {other} at the metric",
        f"指标 {{metric}} 越{more}越好（better: {{better}}）：请对调两个数；若其实越{less}越好，请在指标中写 better: {{other}}",
        {"metric": metric, "better": better, "other": other},
    )
