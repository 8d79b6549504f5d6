"""An id is misspelt where it is defined.

Several parts of the plan name `pipeline`, no such goal exists, and the one that is called `pipleine` is named by nobody: the slip
is in the definition. Every reference to it leads nowhere.

Spell the id as everything else does. Told is the definition only, once for all that names it; a single reference with another
spelling is taken for the slip itself (RM030).

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  opportunities: {name: New opportunities, unit: opportunities, kind: flow}
goals:
  pipleine: {metric: opportunities, baseline: 0, target: 180, due: 2027-10-15}   # <- RM051
milestones:
  half: {date: 2027-06-18, goal: pipeline, metric: opportunities, target: 90}
  full: {date: 2027-10-08, goal: pipeline, metric: opportunities, target: 90}
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  opportunities: {name: New opportunities, unit: opportunities, kind: flow}
goals:
  pipeline: {metric: opportunities, baseline: 0, target: 180, due: 2027-10-15}
milestones:
  half: {date: 2027-06-18, goal: pipeline, metric: opportunities, target: 90}
  full: {date: 2027-10-08, goal: pipeline, metric: opportunities, target: 90}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.model.references import references
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.structure.unknown_ids import unknown_ids

NAMED = 5


@rule(
    "RM051",
    Severity.ERROR,
    title_zh="id 在定义处拼写有误",
    en="“{id}” is named by nothing, while {count} places name “{meant}”, which does not exist",
    zh="没有任何地方引用“{id}”，而有 {count} 处引用了并不存在的“{meant}”",
    help_en="call it {meant}",
    help_zh="请改为 {meant}",
)
def misspelt_where_it_is_defined(plan: Plan) -> Iterator[Finding]:
    """Members of a section that nothing names, hardly different from an id that several places name in vain."""
    if not unknown_ids(plan):
        return
    from roadmapctl.rules.structure.misspelt import misspelt

    for (section, meant), id in misspelt(plan).items():
        places = [found.path for found in references(plan, {section: (meant,)})]
        path: Path = (*section.split("."), id)
        related = tuple(
            (place, Message("{meant} is named here", "此处引用了 {meant}", {"meant": meant}))
            for place in places[:NAMED]
        )
        yield Finding(path, {"id": id, "meant": meant, "count": len(places)}, key=True, related=related)
