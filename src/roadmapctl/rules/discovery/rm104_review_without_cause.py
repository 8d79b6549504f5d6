"""A figure of the review has no trend or no cause.

Trends count more than levels, and a trend counts when its cause is known: 310 leads say little, “310 after 260,
because of three webinars with a customer on stage” says what to do next.

Write the value before (`previous`), the value now (`current`) and what moved it (`because`).

Bad:

```yaml
# asked: RM104
roadmap: 1
name: Spring
metrics:
  leads: {name: Leads, unit: people, kind: flow}
discovery:
  review:
    leads: {metric: leads, previous: 260, current: 310, insight: customers on stage work}   # <- RM104
```

Good:

```yaml
# asked: RM104
roadmap: 1
name: Spring
metrics:
  leads: {name: Leads, unit: people, kind: flow}
discovery:
  review:
    leads: {metric: leads, previous: 260, current: 310, because: three webinars with a customer, insight: customers on stage work}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

PARTS = {
    "previous": Message("write the value in the period before", "请写上一期之前的数值"),
    "current": Message("write the value in the last period", "请写上一期的数值"),
    "because": Message("write what moved it", "请写变化的原因"),
}

FROM_HISTORY = Message(
    "if the last value of history is that of the period before, move it to previous",
    "若 history 的最后一个数属于上一期之前，请移到 previous",
)


@rule(
    "RM104",
    Severity.WARNING,
    title_zh="回顾数据缺少趋势或原因",
    en="the review of {line} lacks “{key}”",
    zh="{line} 的回顾缺少 {key}",
    asked=True,
)
def review_without_cause(plan: Plan) -> Iterator[Finding]:
    """One finding for each part that a line of the review lacks."""
    for id, line in plan.discovery.review.items() if plan.discovery else ():
        for key, mend in PARTS.items():
            if getattr(line, key) is None:
                help = FROM_HISTORY if key == "previous" and line.history else mend
                yield Finding(("discovery", "review", id, key), {"line": id, "key": key}, help=help)
