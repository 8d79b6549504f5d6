"""A rate is zero while units are still wanted behind it.

If nothing passes a stage, no number of leads brings a customer. A zero usually stands for “not known yet”. Write the rate that was
seen last year, or evidence such as `{won: 3, of: 200}`; where really nothing passes, take the stage or the source out.

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
    - {id: tasting, rate: 0%}   # <- RM801
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
  year-sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}
funnel:
  goal: year-sales
  deal_size: 1_200
  stages:
    - {id: tasting, rate: 30%}
    - {id: customer}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import PARTS, stopped_by
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM801",
    Severity.ERROR,
    title_zh="转化率为零但仍有需求",
    en="the rate of {where} is 0 while {wanted} are still wanted behind it: no number of units is enough",
    zh="{where} 的转化率为 0，而其后仍需要 {wanted}：再多的数量也无法满足",
    help_en="write the rate seen last, such as 18% or {{won: 3, of: 200}}, or take {where} out",
    help_zh="请写最近观测到的比率，例如 18% 或 {{won: 3, of: 200}}，或去掉 {where}",
    whole=PARTS,
)
def rate_of_zero(plan: Plan) -> Iterator[Finding]:
    """The first rate of 0 that demand meets on its way up the funnel."""
    stop = stopped_by(plan, "zero_rate")
    if stop is not None:
        where = stop.fields.get("stage") or stop.fields.get("source")
        yield Finding(stop.path, {"where": where, "wanted": stop.fields["wanted"]})
