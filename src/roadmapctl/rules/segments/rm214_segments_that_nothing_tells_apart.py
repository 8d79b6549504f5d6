"""Two segments have the same traits.

By all the traits that the plan names as dimensions these segments are one: whoever is in the one fits the other too, and may be
counted and addressed twice.

Add the dimension that tells them apart, correct a trait, or make them one segment.

Bad:

```yaml
roadmap: 1
name: Spring
market:
  dimensions: [region, industry]
  segments:
    workshops: {status: current, traits: {region: south, industry: car repair}}
    garages: {status: target, traits: {region: south, industry: car repair}}   # <- RM214
```

Good:

```yaml
roadmap: 1
name: Spring
market:
  dimensions: [region, industry, fleet]
  segments:
    workshops: {status: current, traits: {region: south, industry: car repair, fleet: false}}
    garages: {status: target, traits: {region: south, industry: car repair, fleet: true}}
```
"""

from collections.abc import Iterator

from roadmapctl.analysis.segments.cross import alike
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

FIRST = Message("the other segment is here", "另一个客群在这里")


@rule(
    "RM214",
    Severity.INFO,
    title_zh="特征完全相同的客群",
    en="{segment} has the same traits as {other} in every dimension: {dimensions}",
    zh="{segment} 与 {other} 在所有细分维度上特征相同：{dimensions}",
    help_en="add the dimension that tells them apart, or make them one",
    help_zh="请补上能区分它们的维度，或合并为一个客群",
    whole=("market",),
)
def segments_that_nothing_tells_apart(plan: Plan) -> Iterator[Finding]:
    """Every segment that is like an earlier one."""
    names = plan.market.dimensions if plan.market is not None else ()
    for first, *others in alike(plan):
        for id in others:
            fields = {"segment": id, "other": first, "dimensions": names}
            related = ((("market", "segments", first), FIRST),)
            yield Finding(("market", "segments", id), fields, key=True, related=related)
