"""A segment without channels.

Where a segment is reached decides which tactics can reach it at all. Without channels nobody sees that a tactic runs
where its segment never looks.

List them: `channels: [email, webinar]`.

Bad:

```yaml
# asked: RM208
roadmap: 1
name: Spring
market:
  segments:
    workshops: {status: current}   # <- RM208
```

Good:

```yaml
# asked: RM208
roadmap: 1
name: Spring
market:
  segments:
    workshops: {status: current, channels: [email, webinar]}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import ANY, Finding, rule


@rule(
    "RM208",
    Severity.INFO,
    title_zh="客群没有触达渠道",
    en="the segment {segment} does not say where it is reached",
    zh="客群 {segment} 没有写触达渠道（channels）",
    help_en="write channels: [email, webinar]",
    help_zh="请写 channels: [email, webinar]",
    asked=True,
)
def segment_without_channels(plan: Plan) -> Iterator[Finding]:
    """Segments without a channel."""
    for id, segment in plan.market.segments.items() if plan.market else ():
        if not segment.channels:
            path = ("market", "segments", id)
            yield Finding(path, {"segment": id}, key=True, absent=((*path, "channels"), (*path, "channels", ANY)))
