"""Rates are said to go together in a way that cannot be.

`correlated` says how closely rates do well or badly together; a pair that is not named is independent. But two rates that each
follow a third one closely follow each other, too: where the numbers say otherwise, no market can behave so, and a simulation draws
the nearest that can be, which is not what stands here. Give the third pair its number, or bring all of them nearer to 0.

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
    - {id: order, rate: 50%}
    - {id: repeat, rate: 40%}
    - {id: customer}
  correlated:                                    # <- RM847
    - {between: [tasting, order], by: 0.9}
    - {between: [order, repeat], by: 0.9}
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
    - {id: order, rate: 50%}
    - {id: repeat, rate: 40%}
    - {id: customer}
  correlated:
    - {between: [tasting, order], by: 0.9}
    - {between: [order, repeat], by: 0.9}
    - {between: [tasting, repeat], by: 0.7}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

MOST = 50
"""Rates: more than a funnel has, and few enough to be looked through at once."""


@rule(
    "RM847",
    Severity.WARNING,
    title_zh="转化率的相关性不可能同时成立",
    en="these correlations cannot hold at once: rates that go with a third one go with each other, too",
    zh="这些相关性不可能同时成立：都与第三个转化率同步变化的转化率，彼此也会同步变化",
    help_en="give the pairs that are not named a number, too, or bring all of them nearer to 0: {part} times each can be",
    help_zh="请为未写明的组合也写上相关性，或把各项都改得更接近 0：每项乘以 {part} 即可成立",
    whole=("funnel.correlated", "funnel.stages"),
)
def correlations_that_cannot_be(plan: Plan) -> Iterator[Finding]:
    """Correlations whose matrix is none of any rates: it is not positive semidefinite."""
    if plan.funnel is None or not plan.funnel.correlated:
        return
    from roadmapctl.analysis.uncertainty.question.correlation import correlations, part_possible, path_of

    rates, matrix = correlations(plan.funnel.correlated, [path_of(stage.id) for stage in plan.funnel.stages])
    part = part_possible(matrix) if len(rates) <= MOST else 1
    if part < 1:
        yield Finding(("funnel", "correlated"), {"part": part}, key=True)
