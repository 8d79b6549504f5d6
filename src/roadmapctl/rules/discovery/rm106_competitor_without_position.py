"""A competitor without moves, or without our position against it.

A name alone changes nothing. What the competitor did lately (`moves`) says what to expect; how we stand against it
(`our_position`) says what to tell the customer.

Bad:

```yaml
# asked: RM106
roadmap: 1
name: Spring
discovery:
  competitors:
    borealis: {moves: cut its list price by a fifth}   # <- RM106
```

Good:

```yaml
# asked: RM106
roadmap: 1
name: Spring
discovery:
  competitors:
    borealis: {moves: cut its list price by a fifth, our_position: live in six weeks without a consultant}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

PARTS = {
    "moves": Message("write what it did lately", "请写其近期动作"),
    "our_position": Message("write how you stand against it", "请写我方相对它的定位"),
}


@rule(
    "RM106",
    Severity.WARNING,
    title_zh="竞争对手缺少动向或我方定位",
    en="the competitor {competitor} lacks “{key}”",
    zh="竞争对手 {competitor} 缺少 {key}",
    asked=True,
)
def competitor_without_position(plan: Plan) -> Iterator[Finding]:
    """One finding for each part that a competitor lacks."""
    for id, competitor in plan.discovery.competitors.items() if plan.discovery else ():
        for key, mend in PARTS.items():
            if getattr(competitor, key) is None:
                fields = {"competitor": id, "key": key}
                yield Finding(("discovery", "competitors", id, key), fields, help=mend)
