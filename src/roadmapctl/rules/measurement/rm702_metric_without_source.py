"""A metric has no source.

On the day of the review somebody needs the number, and nobody knows which of three systems has the right one. Say now where it is
read: the CRM, the web analytics, the newsletter tool. One metric has one source.

Bad:

```yaml
# asked: RM702
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}   # <- RM702
goals:
  list-growth: {metric: sign-ups, baseline: 0, target: 400, due: 2027-06-30}
```

Good:

```yaml
# asked: RM702
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow, source: newsletter tool}
goals:
  list-growth: {metric: sign-ups, baseline: 0, target: 400, due: 2027-06-30}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM702",
    Severity.WARNING,
    title_zh="指标没有数据来源",
    en="nothing says where the number of {metric} comes from",
    zh="没有写明 {metric} 的数据来源",
    help_en="write source: and the system it is read from, such as source: CRM",
    help_zh="请写 source: 以及读取该数据的系统，例如 source: CRM",
    asked=True,
)
def metric_without_source(plan: Plan) -> Iterator[Finding]:
    """Metrics that nobody knows where to read."""
    for id, metric in plan.metrics.items():
        if metric.source is None:
            path = ("metrics", id)
            yield Finding(path, {"metric": id}, key=True, absent=((*path, "source"),))
