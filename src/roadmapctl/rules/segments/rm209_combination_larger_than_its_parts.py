"""A combination of segments is larger than one of them.

A segment that combines others consists of those who belong to all of them at once (`combines: [dach, machine-builders]` are the
machine builders in DACH). There can be no more of these than there are in the smallest of its parts.

Correct one of the sizes, or take the part that does not belong there out of `combines`.

Bad:

```yaml
roadmap: 1
name: Spring
market:
  segments:
    dach: {status: current, size: 5_000, traits: {region: DACH}}
    machine-builders: {status: current, size: 900, traits: {industry: machine building}}
    dach-builders: {status: target, combines: [dach, machine-builders], size: 1_200}   # <- RM209
```

Good:

```yaml
roadmap: 1
name: Spring
market:
  segments:
    dach: {status: current, size: 5_000, traits: {region: DACH}}
    machine-builders: {status: current, size: 900, traits: {industry: machine building}}
    dach-builders: {status: target, combines: [dach, machine-builders], size: 400}
```
"""

from collections.abc import Iterator

from roadmapctl.analysis.segments.traits import parts_of, segments_of
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

PART = Message("the smaller part is here", "较小的组成客群在这里")


@rule(
    "RM209",
    Severity.ERROR,
    title_zh="组合客群大于其组成部分",
    en="{segment} counts {size}, more than {part} with {most}, which it is a part of",
    zh="{segment} 有 {size}，多于它所属的 {part}（{most}）",
    help_en="those who belong to all of the combined segments are at most as many as the smallest of them",
    help_zh="同时属于各组成客群的人数，不会多于其中最小的一个",
)
def combination_larger_than_its_parts(plan: Plan) -> Iterator[Finding]:
    """Combinations with a size above that of one of their parts; the smallest part is named."""
    segments = segments_of(plan)
    for id, segment in segments.items():
        sized = [(size, part) for part in parts_of(plan, id) if (size := segments[part].size) is not None]
        most, part = min(sized, default=(None, ""))
        if most is not None and segment.size is not None and segment.size > most:
            related = ((("market", "segments", part, "size"), PART),)
            fields = {"segment": id, "size": segment.size, "part": part, "most": most}
            yield Finding(("market", "segments", id, "size"), fields, related=related)
