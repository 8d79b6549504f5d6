"""The last period is not reviewed.

What happened last year is the cheapest evidence there is: what worked, what did not, and why. A plan that does not
look back repeats both.

Give each figure a line in `discovery.review`: its value before and now, because of what, and what follows from it.

Bad:

```yaml
# asked: RM103
roadmap: 1
name: Spring
discovery:   # <- RM103
  today: Eighty workshops use our product.
```

Good:

```yaml
# asked: RM103
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

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM103",
    Severity.WARNING,
    title_zh="没有回顾上一周期",
    en="the figures of the last period are not reviewed",
    zh="没有回顾上一周期的数据",
    help_en="write discovery.review: a line for each figure, with previous, current, because and insight",
    help_zh="请写 discovery.review：每个指标一行，含 previous、current、because、insight",
    asked=True,
    whole=("discovery.review",),
)
def no_review(plan: Plan) -> Iterator[Finding]:
    """A plan without a single line of review."""
    if plan.discovery is None or not plan.discovery.review:
        yield Finding(("discovery", "review"), {})
