"""A segment does not say a trait by which the segments are told apart.

`market.dimensions` names the traits that matter to this business. A segment that leaves one out stands in no cell of the table, so
that gaps and overlaps with it cannot be seen.

Write the trait, or `any` if the segment is not bound to one value.

Bad:

```yaml
roadmap: 1
name: Spring
market:
  dimensions: [region, industry]
  segments:
    workshops: {status: current, traits: {region: south, industry: car repair}}
    hauliers: {status: target, traits: {industry: transport}}   # <- RM212
```

Good:

```yaml
roadmap: 1
name: Spring
market:
  dimensions: [region, industry]
  segments:
    workshops: {status: current, traits: {region: south, industry: car repair}}
    hauliers: {status: target, traits: {region: any, industry: transport}}
```
"""

from collections.abc import Iterator

from roadmapctl.analysis.segments.traits import segments_of, traits_of
from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM212",
    Severity.WARNING,
    title_zh="客群缺少用于细分的特征",
    en="{segment} does not say its {trait}, by which the segments are told apart",
    zh="{segment} 没有写明 {trait}，而客群按它细分",
    help_en="write it under traits, or “any” if it may be any",
    help_zh="请在 traits 中写明；若不限，可写“不限”",
    whole=("market",),
)
def segment_without_a_dimension(plan: Plan) -> Iterator[Finding]:
    """Segments without a trait that is a dimension and that another segment states."""
    segments = segments_of(plan)
    said = {id: traits_of(plan, id) for id in segments}
    for trait in dict.fromkeys(plan.market.dimensions if plan.market is not None else ()):
        if any(trait in traits for traits in said.values()):
            for id in (id for id in segments if trait not in said[id]):
                path = ("market", "segments", id)
                yield Finding(path, {"segment": id, "trait": trait}, key=True, absent=((*path, "traits", trait),))
