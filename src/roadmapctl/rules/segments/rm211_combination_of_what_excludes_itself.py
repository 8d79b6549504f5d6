"""A combination of segments that nobody can belong to.

Whoever is in a combination of segments has the traits of all of them. Where two of these state different values of one trait
(`region: north` and `region: south`), nobody is in both.

Combine other segments, or correct the trait. If either of the two is meant, they need no common segment: name them one by one.

Bad:

```yaml
roadmap: 1
name: Spring
market:
  segments:
    north: {status: current, traits: {region: north}}
    south: {status: current, traits: {region: south}}
    everywhere: {status: target, combines: [north, south]}   # <- RM211
```

Good:

```yaml
roadmap: 1
name: Spring
market:
  segments:
    north: {status: current, traits: {region: north}}
    hauliers: {status: current, traits: {industry: transport}}
    northern-hauliers: {status: target, combines: [north, hauliers]}
```
"""

from collections.abc import Iterator

from roadmapctl.analysis.segments.traits import is_any, parts_of, segments_of, text_of
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

OTHER = Message("the other value is here", "另一个值在这里")


@rule(
    "RM211",
    Severity.WARNING,
    title_zh="组合的客群互相排斥",
    en="nobody is in {segment}: {trait} is {one} in {first} and {two} in {second}",
    zh="没有人属于 {segment}：{trait} 在 {first} 中是 {one}，在 {second} 中是 {two}",
    help_en="combine segments whose traits go together, or correct one of the two values",
    help_zh="请组合特征不冲突的客群，或更正其中一个值",
)
def combination_of_what_excludes_itself(plan: Plan) -> Iterator[Finding]:
    """The first trait on which a combination and its parts disagree."""
    for id, segment in segments_of(plan).items():
        clash = _clash(plan, id) if segment.combines else None
        if clash is not None:
            first, second, trait = clash
            values = [text_of(segments_of(plan)[one].traits[trait]) for one in (first, second)]
            fields = {"segment": id, "trait": trait, "first": first, "second": second}
            related = tuple(
                (("market", "segments", one, "traits", trait), OTHER) for one in (first, second) if one != id
            )
            place = ("market", "segments", id, "combines")
            yield Finding(place, {**fields, "one": values[0], "two": values[1]}, key=True, related=related)


def _clash(plan: Plan, id: str) -> tuple[str, str, str] | None:
    """Two segments and the trait of which they state different values."""
    said: dict[str, str] = {}
    for one in (id, *parts_of(plan, id)):
        traits = segments_of(plan)[one].traits
        for trait, value in ((name, value) for name, value in traits.items() if not is_any(value)):
            other = said.setdefault(trait, one)
            if text_of(segments_of(plan)[other].traits[trait]) != text_of(value):
                return other, one, trait
    return None
