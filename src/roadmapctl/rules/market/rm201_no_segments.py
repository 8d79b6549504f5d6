"""The plan has no target market.

Everything later (message, channel, budget) depends on whom it is for. A plan for everybody speaks to nobody.

Describe each group of customers, current or wanted, under `market.segments`: who they are, where they are, what makes
them buy.

Bad:

```yaml
# asked: RM201
roadmap: 1   # <- RM201
name: Spring
```

Good:

```yaml
# asked: RM201
roadmap: 1
name: Spring
market:
  segments:
    workshops: {status: current, who: Owners of car workshops, motivation: An evening without paperwork}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM201",
    Severity.WARNING,
    title_zh="计划没有目标市场",
    en="the plan has no target market: no segment is described",
    zh="计划没有目标市场：未描述任何客群",
    help_en="write market.segments: who they are, where they are, what makes them buy",
    help_zh="请写 market.segments：他们是谁、在哪里、为什么购买",
    asked=True,
    whole=("market.segments",),
)
def no_segments(plan: Plan) -> Iterator[Finding]:
    """A plan without a single segment."""
    if plan.market is None or not plan.market.segments:
        yield Finding(("market", "segments"), {})
