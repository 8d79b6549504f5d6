"""Nothing says what last year brought of what a goal counts.

A yearly plan asks for growth over last year's result. A value that adds up over the year begins again at 0, so a baseline of 0 is
where the year starts and not what the last one brought.

Give the metric a line in `discovery.review` with its last value, or write last year's result as the goal's baseline. Goals that
are a part of a wider goal on the same metric need neither.

Bad:

```yaml
# asked: RM325
roadmap: 1
name: Year
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  leads: {metric: leads, baseline: 0, target: 600, due: 2027-12-31}   # <- RM325
```

Good:

```yaml
# asked: RM325
roadmap: 1
name: Year
period: 2027
discovery:
  review:
    leads: {metric: leads, previous: 390, current: 450, because: three webinars with a customer}
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  leads: {metric: leads, baseline: 0, target: 600, due: 2027-12-31}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM325",
    Severity.WARNING,
    title_zh="目标没有去年的结果可比",
    en="nothing says what last year brought for the goal {goal}: {metric} is not in the review",
    zh="没有写明目标 {goal} 去年的结果：回顾中没有 {metric}",
    help_en="give {metric} a line in discovery.review with its last value (current: 0 if there was none), "
    "or write last year's result as the baseline",
    help_zh="请在 discovery.review 中为 {metric} 写一行并填 current（没有则填 0），或把去年的结果写作 baseline",
    asked=True,
    whole=("goals", "metrics", "discovery.review"),
)
def growth_over_nothing(plan: Plan) -> Iterator[Finding]:
    """Goals with a baseline of 0 on a value that adds up and that the review leaves out; without any baseline it is RM305."""
    from roadmapctl.analysis.growth.growth import growths, wholes_of  # only plans of a yearly method ask

    wholes = wholes_of(plan)
    for growth in growths(plan):
        goal = plan.goals[growth.goal]
        if growth.base is None and goal.baseline is not None and goal.metric in plan.metrics and growth.goal in wholes:
            yield Finding(("goals", growth.goal, "baseline"), {"goal": growth.goal, "metric": goal.metric})
