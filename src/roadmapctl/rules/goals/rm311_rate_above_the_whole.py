"""The target of a rate is above the whole.

A metric whose unit is `rate` is a part of a whole. A target of 25 would be 25 times the whole; meant was 25%.
Computed with, it would make every later number absurd, so it is not guessed.

Write `target: 25%` or `target: 0.25`; for a difference in points `change: 0.75pp`.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  win-rate: {name: Win rate, unit: rate, kind: stock}
goals:
  better-closing: {metric: win-rate, baseline: 20%, target: 25, due: 2027-12-31}   # <- RM311
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  win-rate: {name: Win rate, unit: rate, kind: stock}
goals:
  better-closing: {metric: win-rate, baseline: 20%, target: 25%, due: 2027-12-31}
```
"""

from collections.abc import Iterator

from roadmapctl.analysis.demand import unit_of
from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.model.numbers import plain_text
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM311",
    Severity.ERROR,
    title_zh="比率的目标值超过 100%",
    en="{goal} is measured by a rate, and {value} is {value} times the whole",
    zh="{goal} 的指标是比率，{value} 意味着整体的 {value} 倍",
    help_en="write {value}% (or as a part of 1: {part})",
    help_zh="请写 {value}%（或小数 {part}）",
)
def rate_above_the_whole(plan: Plan) -> Iterator[Finding]:
    """Baselines, targets and changes of rates that are numbers above 1."""
    for id, goal in plan.goals.items():
        metric = plan.metrics.get(goal.metric or "")
        if metric is None or metric.unit is None or unit_of(metric, plan.currency) != "rate":
            continue
        change = goal.change.value if goal.change is not None and goal.change.kind == "absolute" else None
        for key, value in (("baseline", goal.baseline), ("target", goal.target), ("change", change)):
            if value is not None and abs(value) > 1:
                fields = {"goal": id, "value": plain_text(value), "part": plain_text(value / 100)}
                yield Finding(("goals", id, key), fields)
