"""Every segment buys already.

A plan that speaks only to those who buy already grows with them and no faster. The method asks for segments not yet
reached, and for emerging ones to be ready for.

If growth is to come from current customers alone, that is a decision worth writing down; if not, add a segment with
`status: target` or `emerging`.

Bad:

```yaml
# asked: RM206
roadmap: 1
name: Spring
market:
  segments:   # <- RM206
    workshops: {status: current}
```

Good:

```yaml
# asked: RM206
roadmap: 1
name: Spring
market:
  segments:
    workshops: {status: current}
    fleet-garages: {status: target}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM206",
    Severity.INFO,
    title_zh="所有客群都是现有客户",
    en="all segments buy already; none is to be won",
    zh="所有客群都是现有客户，没有待开拓的客群",
    help_en="add a segment with status: target or emerging",
    help_zh="请增加 status: target 或 emerging 的客群",
    asked=True,
    whole=("market",),
)
def no_new_segment(plan: Plan) -> Iterator[Finding]:
    """A market whose segments are current, all of them."""
    statuses = {segment.status for segment in plan.market.segments.values()} if plan.market else set()
    if statuses == {"current"}:
        yield Finding(("market", "segments"), {}, key=True)
