"""The goals that share a wider goal do not add up to it.

A wider goal was broken down by segment or region, and the parts sum to less than the whole: nobody answers for the rest. Only
sums are looked at, that is metrics of the kind flow, and only where two or more goals on the wider goal's own metric support
it.

Raise a part, add the one that is missing, or lower the whole.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  all-leads: {metric: leads, baseline: 0, target: 600, due: 2027-12-31}   # <- RM318
  leads-north: {metric: leads, baseline: 0, target: 250, due: 2027-12-31, supports: all-leads}
  leads-south: {metric: leads, baseline: 0, target: 200, due: 2027-12-31, supports: all-leads}
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  all-leads: {metric: leads, baseline: 0, target: 600, due: 2027-12-31}
  leads-north: {metric: leads, baseline: 0, target: 350, due: 2027-12-31, supports: all-leads}
  leads-south: {metric: leads, baseline: 0, target: 250, due: 2027-12-31, supports: all-leads}
```
"""

from collections.abc import Iterator
from decimal import Decimal

from roadmapctl.analysis.words.trusted import trusted
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.quantities import quantity
from roadmapctl.rules.rule import Finding, rule

NAMED = 4
ROUNDING = Decimal("0.98")
"""Parts that reach this much of the whole were rounded."""


@rule(
    "RM318",
    Severity.INFO,
    title_zh="各分目标之和小于总目标",
    en="the goals that share {goal} add up to {sum} of {aim}: nobody answers for {short}",
    zh="支持 {goal} 的各分目标合计为 {sum}，而总目标为 {aim}：还有 {short} 无人负责",
    help_en="raise a part, add the one that is missing, or lower the whole",
    help_zh="请提高某个分目标、补上遗漏的部分，或下调总目标",
    whole=("goals", "metrics"),
)
def parts_fall_short_of_the_whole(plan: Plan) -> Iterator[Finding]:
    """Wider goals on a flow that two or more goals on the same metric share without covering it."""
    parts: dict[str, list[str]] = {}
    for id, goal in plan.goals.items():
        wider = plan.goals.get(goal.supports or "")
        if wider is not None and goal.supports != id and goal.metric is not None and goal.metric == wider.metric:
            parts.setdefault(goal.supports or "", []).append(id)
    for whole, ids in parts.items():
        if len(ids) > 1:
            yield from _short(plan, whole, ids)


def _short(plan: Plan, whole: str, ids: list[str]) -> Iterator[Finding]:
    aim, metric = plan.goals[whole].aim, plan.metrics.get(plan.goals[whole].metric or "")
    if aim is None or metric is None or metric.kind != "flow" or metric.better == "down":
        return
    total = sum((plan.goals[id].aim or aim for id in ids), Decimal(0))  # a part without a number may be all of it
    if total < aim * ROUNDING and all(trusted(plan.goals[id], metric) for id in (whole, *ids)):
        values = {"sum": quantity(total, metric), "aim": quantity(aim, metric), "short": quantity(aim - total, metric)}
        related = tuple((("goals", id, "target"), _says(id, plan.goals[id].aim or 0)) for id in ids[:NAMED])
        key = "target" if plan.goals[whole].target is not None else "change"
        yield Finding(("goals", whole, key), {"goal": whole, **values}, related=related)


def _says(id: str, aim: Decimal | int) -> Message:
    return Message("{goal} brings {aim}", "{goal} 带来 {aim}", {"goal": id, "aim": aim})
