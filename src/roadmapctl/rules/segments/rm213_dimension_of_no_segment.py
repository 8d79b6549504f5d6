"""The segments are to be told apart by a trait that none of them says.

`market.dimensions` names traits of the segments. One that no segment has is mostly a slip of the pen.

Write the trait as the segments do, or give it to them.

Bad:

```yaml
roadmap: 1
name: Spring
market:
  dimensions: [region, branch]   # <- RM213
  segments:
    workshops: {status: current, traits: {region: south, industry: car repair}}
    hauliers: {status: target, traits: {region: north, industry: transport}}
```

Good:

```yaml
roadmap: 1
name: Spring
market:
  dimensions: [region, industry]
  segments:
    workshops: {status: current, traits: {region: south, industry: car repair}}
    hauliers: {status: target, traits: {region: north, industry: transport}}
```
"""

from collections.abc import Iterator

from roadmapctl.analysis.segments.traits import segments_of, traits_of
from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM213",
    Severity.WARNING,
    title_zh="没有任何客群写明的细分特征",
    en="no segment says its {trait}; they say {traits}",
    zh="没有客群写明 {trait}；它们写明的特征有 {traits}",
    help_en="name a trait that the segments have, or give them this one",
    help_zh="请改用客群已有的特征，或为它们补上这个特征",
    whole=("market",),
)
def dimension_of_no_segment(plan: Plan) -> Iterator[Finding]:
    """Dimensions that are a trait of no segment; silent for a market without segments."""
    said = dict.fromkeys(trait for id in segments_of(plan) for trait in traits_of(plan, id))
    for at, trait in enumerate(plan.market.dimensions if plan.market is not None and plan.market.segments else ()):
        if trait not in said:
            fields = {"trait": trait, "traits": tuple(said)[:6] or "–"}
            yield Finding(("market", "dimensions", at), fields)
