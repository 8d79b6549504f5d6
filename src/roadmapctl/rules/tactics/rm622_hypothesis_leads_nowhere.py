"""A hypothesis moves its metric the wrong way, or not at all.

“Because of this, doing that moves the metric from here to there”: if there is no better than here, nothing is to be learned
from it, and its success would be a loss. Mostly the two values were swapped, or a metric that is better when it goes down does
not say so.

Swap `from` and `to`, or write `better: down` at the metric.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  contact-rate: {name: Session-to-contact rate, unit: rate}
tactics:
  short-form:
    hypothesis: {because: the form asks for eleven fields, metric: contact-rate, from: 1.2%, to: 0.9%}   # <- RM622
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  contact-rate: {name: Session-to-contact rate, unit: rate}
tactics:
  short-form:
    hypothesis: {because: the form asks for eleven fields, metric: contact-rate, from: 0.9%, to: 1.2%}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.model.metrics import Metric
from roadmapctl.model.tactics import Hypothesis
from roadmapctl.rules.quantities import quantity
from roadmapctl.rules.rule import Finding, rule

FROM = Message("it starts from here", "起点在这里")


@rule(
    "RM622",
    Severity.WARNING,
    title_zh="假设没有让指标变好",
    en="the hypothesis of {tactic} moves {metric} from {before} to {after}, which is no better",
    zh="{tactic} 的假设使 {metric} 从 {before} 变为 {after}，并没有变好",
    help_en="swap “from” and “to”, or write better: {direction} at the metric",
    help_zh="请对调 from 与 to，或在指标中写 better: {direction}",
)
def hypothesis_leads_nowhere(plan: Plan) -> Iterator[Finding]:
    """Hypotheses whose end is no step forward from their start."""
    for id, tactic in plan.tactics.items():
        hypothesis = tactic.hypothesis
        metric = plan.metrics.get(hypothesis.metric or "") if hypothesis is not None else None
        if hypothesis is None or metric is None or _is_the_metrics_fault(plan, hypothesis):
            continue
        if leads_nowhere(hypothesis, metric):
            path = ("tactics", id, "hypothesis")
            values = {"before": quantity(hypothesis.from_ or 0, metric), "after": quantity(hypothesis.to or 0, metric)}
            direction = "up" if metric.better == "down" else "down"
            fields = {"tactic": id, "metric": hypothesis.metric, **values, "direction": direction}
            absent = (("metrics", hypothesis.metric or "", "better"),)
            yield Finding((*path, "to"), fields, related=(((*path, "from"), FROM),), absent=absent)


def _is_the_metrics_fault(plan: Plan, hypothesis: Hypothesis) -> bool:
    """Does a goal on the metric go back as well (RM307)? Then it is `better` that is wrong, and told once."""
    metric = plan.metrics[hypothesis.metric or ""]
    return any(goal.metric == hypothesis.metric and goal.goes_back(metric.better) for goal in plan.goals.values())


def leads_nowhere(hypothesis: Hypothesis, metric: Metric) -> bool:
    """Is its end no better than its start? False where it does not state both."""
    if hypothesis.from_ is None or hypothesis.to is None:
        return False
    return hypothesis.to >= hypothesis.from_ if metric.better == "down" else hypothesis.to <= hypothesis.from_
