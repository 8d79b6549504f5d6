"""A segment without who they are or where they are.

A segment that cannot be found cannot be reached. `who` is the portrait by which sales and media recognise them (trade, size, role);
`where` is where they live, work and read.

Bad:

```yaml
# asked: RM203
roadmap: 1
name: Spring
market:
  segments:
    workshops: {status: current, who: Owners of car workshops}   # <- RM203
```

Good:

```yaml
# asked: RM203
roadmap: 1
name: Spring
market:
  segments:
    workshops: {status: current, who: Owners of car workshops, where: Towns of up to 100_000 people}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

PARTS = {"who": ("who they are", "他们是谁"), "where": ("where they live, work and read", "他们在哪里")}


@rule(
    "RM203",
    Severity.WARNING,
    title_zh="客群没有写清是谁或在哪里",
    en="the segment {segment} does not say {what} (“{key}”)",
    zh="客群 {segment} 没有说明{what_zh}（{key}）",
    help_en="write {key}: and {what}",
    help_zh="请写 {key}: 说明{what_zh}",
    asked=True,
)
def segment_without_portrait(plan: Plan) -> Iterator[Finding]:
    """One finding for each part of a segment's portrait that is missing."""
    for id, segment in plan.market.segments.items() if plan.market else ():
        for key, (what, what_zh) in PARTS.items():
            if getattr(segment, key) is None:
                fields = {"segment": id, "key": key, "what": what, "what_zh": what_zh}
                yield Finding(("market", "segments", id, key), fields)
