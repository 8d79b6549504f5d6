"""A segment without a status.

Keeping customers, winning a market and preparing for one are three different tasks with three different budgets. Say
whether the segment buys already (`current`), shall buy (`target`), or will one day (`emerging`).

Bad:

```yaml
# asked: RM205
roadmap: 1
name: Spring
market:
  segments:
    workshops: {who: Owners of car workshops}   # <- RM205
```

Good:

```yaml
# asked: RM205
roadmap: 1
name: Spring
market:
  segments:
    workshops: {status: current, who: Owners of car workshops}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM205",
    Severity.WARNING,
    title_zh="客群没有标明状态",
    en="the segment {segment} does not say whether it buys already",
    zh="客群 {segment} 没有标明是否已经购买（status）",
    help_en="write status: current, target or emerging",
    help_zh="请写 status: current（现有）、target（目标）或 emerging（新兴）",
    asked=True,
)
def segment_without_status(plan: Plan) -> Iterator[Finding]:
    """Segments without a status."""
    for id, segment in plan.market.segments.items() if plan.market else ():
        if segment.status is None:
            path = ("market", "segments", id)
            yield Finding(path, {"segment": id}, key=True, absent=((*path, "status"),))
