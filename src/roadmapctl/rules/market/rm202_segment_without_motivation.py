"""A segment without a motivation.

Who somebody is does not make them buy; a reason does. The motivation is what every message to this segment is written
from.

Say what they want to reach or be rid of, in their words: `motivation: An evening without paperwork`.

Bad:

```yaml
# asked: RM202
roadmap: 1
name: Spring
market:
  segments:
    workshops: {status: current, who: Owners of car workshops}   # <- RM202
```

Good:

```yaml
# asked: RM202
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
    "RM202",
    Severity.WARNING,
    title_zh="客群没有购买动机",
    en="the segment {segment} has no motivation: nobody knows what makes it buy",
    zh="客群 {segment} 没有写购买动机（motivation）",
    help_en="write motivation: and what they want to reach or be rid of",
    help_zh="请写 motivation: 说明他们想得到或摆脱什么",
    asked=True,
)
def segment_without_motivation(plan: Plan) -> Iterator[Finding]:
    """Segments of which the plan does not say what makes them buy."""
    for id, segment in plan.market.segments.items() if plan.market else ():
        if segment.motivation is None:
            path = ("market", "segments", id)
            yield Finding(path, {"segment": id}, key=True, absent=((*path, "motivation"),))
