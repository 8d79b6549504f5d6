"""A current segment without the reasons for and against buying.

Those who bought last year and those who did not are the best researchers a plan can have. Why they did
(`bought_because`) is what to repeat; why the others did not (`not_bought_because`) is what to remove.

Only segments with `status: current` are asked; ask five customers and five lost ones.

Bad:

```yaml
# asked: RM204
roadmap: 1
name: Spring
market:
  segments:
    workshops: {status: current, bought_because: a colleague showed it to them}   # <- RM204
```

Good:

```yaml
# asked: RM204
roadmap: 1
name: Spring
market:
  segments:
    workshops: {status: current, bought_because: a colleague showed it to them, not_bought_because: they feared to lose old data}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

REASONS = {
    "bought_because": Message("write why those who bought did", "请写购买者为什么购买"),
    "not_bought_because": Message("write why those who did not buy didn't", "请写未购买者为什么没有购买"),
}


@rule(
    "RM204",
    Severity.WARNING,
    title_zh="现有客群没有写购买或未购买的原因",
    en="the segment {segment} lacks “{key}”",
    zh="客群 {segment} 缺少 {key}",
    asked=True,
)
def segment_without_reasons(plan: Plan) -> Iterator[Finding]:
    """One finding for each reason that a current segment lacks."""
    for id, segment in plan.market.segments.items() if plan.market else ():
        for key, mend in REASONS.items() if segment.status == "current" else ():
            if getattr(segment, key) is None:
                fields = {"segment": id, "key": key}
                yield Finding(("market", "segments", id, key), fields, help=mend)
