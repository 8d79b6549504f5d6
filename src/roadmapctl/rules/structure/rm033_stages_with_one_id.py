"""Two stages of the funnel have one id.

Sources feed a stage and targets count one by its id. With two of the same id nobody can say which is meant, and rates
and leads in hand would be counted at the wrong one.

Give the second stage an id of its own.

Bad:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
goals:
  sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}
funnel:
  goal: sales
  deal_size: 1_200
  stages:
    - {id: lead, rate: 20%}
    - {id: lead, rate: 25%}   # <- RM033
    - {id: customer}
```

Good:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
goals:
  sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}
funnel:
  goal: sales
  deal_size: 1_200
  stages:
    - {id: lead, rate: 20%}
    - {id: opportunity, rate: 25%}
    - {id: customer}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM033",
    Severity.ERROR,
    title_zh="两个漏斗阶段使用同一个 id",
    en="a second stage is called “{stage}”",
    zh="有第二个阶段也叫“{stage}”",
    help_en="give it an id of its own",
    help_zh="请为它另取一个 id",
    whole=("funnel.stages",),
)
def stages_with_one_id(plan: Plan) -> Iterator[Finding]:
    """Stages whose id an earlier stage has already."""
    firsts: dict[str, int] = {}
    for index, stage in enumerate(plan.funnel.stages if plan.funnel else ()):
        first = firsts.setdefault(stage.id, index)
        if first != index:
            # By index, not by id: a path with the id leads to the first of the two.
            place = ("funnel", "stages", first, "id")
            related = ((place, Message("the first one is here", "第一个在这里")),)
            yield Finding(("funnel", "stages", index, "id"), {"stage": stage.id}, related=related)
