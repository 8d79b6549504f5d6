"""A source or segment has a rate for a stage that does not exist.

Under the `rates` of a source or segment stand the rates that differ for it, by the ids of the funnel's stages. One with another
id is used nowhere, and the funnel's own rate silently remains. Write the stage's id as it stands under `stages`.

Bad:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
goals:
  year-sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}
funnel:
  goal: year-sales
  deal_size: 1_200
  stages:
    - {id: tasting, rate: 30%}
    - {id: customer}
  sources:
    search-ads:
      feeds: tasting
      rates:
        tastings: 20%   # <- RM812
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
  year-sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}
funnel:
  goal: year-sales
  deal_size: 1_200
  stages:
    - {id: tasting, rate: 30%}
    - {id: customer}
  sources:
    search-ads:
      feeds: tasting
      rates:
        tasting: 20%
```
"""

from collections.abc import Collection, Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.model.nearest import nearest
from roadmapctl.rules.rule import Finding, rule

MAX_LISTED = 8
MAX_GUESSED = 100
"""So many wrong ids are compared with all right ones; a flood of them is told without guesses."""


@rule(
    "RM812",
    Severity.ERROR,
    title_zh="来源或细分市场为不存在的阶段写了转化率",
    en="{source} has a rate for “{stage}”, but the funnel has no such stage",
    zh="{source} 为“{stage}”写了转化率，但漏斗中没有这个阶段",
    whole=("funnel.stages.*.id",),
)
def rate_of_unknown_stage(plan: Plan) -> Iterator[Finding]:
    """Keys under the rates of a source or segment that are no stage."""
    if plan.funnel is None:
        return
    stages = dict.fromkeys(stage.id for stage in plan.funnel.stages)
    stated = [("sources", id, source.rates) for id, source in plan.funnel.sources.items()]
    stated += [("segments", id, segment.rates) for id, segment in plan.funnel.segments.items()]
    unknown = [(section, id, stage) for section, id, rates in stated for stage in rates if stage not in stages]
    for number, (section, id, stage) in enumerate(unknown):
        path = ("funnel", section, id, "rates", stage)
        help = _mend(stage, stages, guess=number < MAX_GUESSED)
        yield Finding(path, {"source": id, "stage": stage}, key=True, help=help)


def _mend(stage: str, stages: Collection[str], *, guess: bool) -> Message:
    likely = nearest(stage, stages) if guess else None
    if likely is not None:
        return Message("did you mean “{likely}”?", "是否想写“{likely}”？", {"likely": likely})
    some = tuple(stages)[:MAX_LISTED]
    return Message("the stages are: {some}", "现有阶段：{some}", {"some": some})
