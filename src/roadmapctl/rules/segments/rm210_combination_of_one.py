"""A segment combines fewer than two others.

`combines` names the segments whose common part this one is. With only one name, or with its own, it is no combination: it is that
other segment under a second name, and its people would be described twice.

Name a second segment, or describe this one by traits of its own and leave `combines` out.

Bad:

```yaml
roadmap: 1
name: Spring
market:
  segments:
    workshops: {status: current, size: 900}
    town-workshops: {status: target, combines: [workshops]}   # <- RM210
```

Good:

```yaml
roadmap: 1
name: Spring
market:
  segments:
    workshops: {status: current, size: 900}
    towns: {status: current, size: 4_000, traits: {place: town}}
    town-workshops: {status: target, combines: [workshops, towns]}
```
"""

from collections.abc import Iterator

from roadmapctl.analysis.segments.traits import segments_of
from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM210",
    Severity.WARNING,
    title_zh="组合客群少于两个组成部分",
    en="{segment} combines fewer than two other segments",
    zh="{segment} 组合的其他客群少于两个",
    help_en="name another segment in combines, or leave it out and write traits",
    help_zh="请在 combines 中再写一个客群，或删去 combines 改写 traits",
)
def combination_of_one(plan: Plan) -> Iterator[Finding]:
    """Segments whose `combines` names less than two different others."""
    for id, segment in segments_of(plan).items():
        if segment.combines and len(set(segment.combines) - {id}) < 2:
            yield Finding(("market", "segments", id, "combines"), {"segment": id}, key=True)
