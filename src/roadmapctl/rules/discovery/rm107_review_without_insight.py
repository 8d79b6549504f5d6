"""A figure of the review has no insight.

A cause explains the past, an insight changes the plan: one webinar brought as many leads as a month of advertising,
so there will be more webinars. Insights are what those who come after will look for.

Write what follows from the figure in `insight`.

Bad:

```yaml
# asked: RM107
roadmap: 1
name: Spring
metrics:
  leads: {name: Leads, unit: people, kind: flow}
discovery:
  review:
    leads: {metric: leads, previous: 260, current: 310, because: three webinars with a customer}   # <- RM107
```

Good:

```yaml
# asked: RM107
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
    "RM107",
    Severity.INFO,
    title_zh="回顾数据没有得出启发",
    en="the review of {line} draws no insight",
    zh="{line} 的回顾没有写出启发",
    help_en="write insight: and what follows from it for this plan",
    help_zh="请写 insight: 说明它对本计划意味着什么",
    asked=True,
)
def review_without_insight(plan: Plan) -> Iterator[Finding]:
    """Lines of the review from which nothing follows."""
    for id, line in plan.discovery.review.items() if plan.discovery else ():
        if line.insight is None:
            path = ("discovery", "review", id)
            yield Finding(path, {"line": id}, key=True, absent=((*path, "insight"),))
