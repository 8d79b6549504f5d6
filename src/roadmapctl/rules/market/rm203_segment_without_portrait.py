"""A segment without who they are or where they are.

A segment that cannot be found cannot be reached. `who` is the portrait by which sales and media recognise them
(trade, size, role); `where` is where they live, work and read.

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

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

PARTS = {
    "who": Message("write who they are: trade, size, role", "请写他们是谁：行业、规模、角色"),
    "where": Message("write where they live, work and read", "请写他们在哪里生活、工作、获取信息"),
}


@rule(
    "RM203",
    Severity.WARNING,
    title_zh="客群没有写清是谁或在哪里",
    en="the segment {segment} lacks “{key}”",
    zh="客群 {segment} 缺少 {key}",
    asked=True,
)
def segment_without_portrait(plan: Plan) -> Iterator[Finding]:
    """One finding for each part of a segment's portrait that is missing."""
    for id, segment in plan.market.segments.items() if plan.market else ():
        for key, mend in PARTS.items():
            if getattr(segment, key) is None:
                fields = {"segment": id, "key": key}
                yield Finding(("market", "segments", id, key), fields, help=mend)
