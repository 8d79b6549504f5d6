"""A value of a rate is above the whole.

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
from decimal import Decimal

from roadmapctl.analysis.funnel.demand import unit_of
from roadmapctl.diagnostics import Path, Severity
from roadmapctl.model import Plan
from roadmapctl.model.numbers import plain_text
from roadmapctl.rules.rule import Finding, rule

Value = tuple[Path, str | None, Decimal | None]
"""Where a value stands, its metric, and the value."""


@rule(
    "RM311",
    Severity.ERROR,
    title_zh="比率的数值超过 100%",
    en="{metric} is a rate, and {value} is {value} times the whole",
    zh="{metric} 是比率，最多为 100%，而这里写的是 {value}（整体的 {value} 倍）",
    help_en="write {value}% (or as a part of 1: {part})",
    help_zh="请写 {value}%（或小数 {part}）",
)
def rate_above_the_whole(plan: Plan) -> Iterator[Finding]:
    """Values of rates that are numbers above 1: of goals, milestones, hypotheses and the review."""
    rates = {id for id, m in plan.metrics.items() if m.unit is not None and unit_of(m, plan.currency) == "rate"}
    for path, metric, value in _values(plan) if rates else ():
        if metric in rates and value is not None and abs(value) > 1:
            yield Finding(path, {"metric": metric, "value": plain_text(value), "part": plain_text(value / 100)})


def _values(plan: Plan) -> Iterator[Value]:
    for id, goal in plan.goals.items():
        change = goal.change.value if goal.change is not None and goal.change.kind == "absolute" else None
        for key, value in (("baseline", goal.baseline), ("target", goal.target), ("change", change)):
            yield ("goals", id, key), goal.metric, value
    for id, milestone in plan.milestones.items():
        yield ("milestones", id, "target"), milestone.metric, milestone.target
    for id, tactic in plan.tactics.items():
        if tactic.hypothesis is not None:
            path, hypothesis = ("tactics", id, "hypothesis"), tactic.hypothesis
            yield (*path, "from"), hypothesis.metric, hypothesis.from_
            yield (*path, "to"), hypothesis.metric, hypothesis.to
    for id, line in plan.discovery.review.items() if plan.discovery is not None else ():
        yield ("discovery", "review", id, "previous"), line.metric, line.previous
        yield ("discovery", "review", id, "current"), line.metric, line.current
