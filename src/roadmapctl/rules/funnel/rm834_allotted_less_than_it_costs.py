"""A source is allotted less money than its units cost.

`spend` says what the plan gives a source. What the target takes of that source costs more, so either some of those units will not
come, or the money has to come from elsewhere. Allot what it costs, let other sources bring what the money does not pay for, or
find a cheaper way to the same units.

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
    search-ads: {feeds: tasting, cost_per_unit: 45, spend: 8_000}   # <- RM834
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
    search-ads: {feeds: tasting, cost_per_unit: 45, spend: 12_000}
```
"""

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.funnel.overrun import all_overrun
from roadmapctl.rules.funnel.rm845_spend_outside_bounds import spend_outside_bounds
from roadmapctl.rules.funnel.stage_names import stage_name
from roadmapctl.rules.funnel.undoubted import relied_on
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM834",
    Severity.WARNING,
    title_zh="分配给来源的投入低于其成本",
    en="{source} is allotted {spend}, but the {units} units of {stage} wanted of it cost {cost}",
    zh="{source} 分得 {spend}，而所需的 {units} 个 {stage} 要花费 {cost}",
    help_en="allot {cost} to it, or let other sources bring what {spend} does not pay for",
    help_zh="请为它分配 {cost}，或让其他来源带来 {spend} 买不到的部分",
    whole=PARTS,
)
def allotted_less_than_it_costs(plan: Plan) -> Iterator[Finding]:
    """Sources whose planned spend is below what the units wanted of them cost.

    Where all is overrun, RM808 tells it once; of a spend out of its own bounds RM845 speaks.
    """
    allotted = {id: s.spend for id, s in plan.funnel.sources.items() if s.spend is not None} if plan.funnel else {}
    for finding in spend_outside_bounds(plan) if allotted else ():
        del allotted[str(finding.path[2])]
    result = relied_on(plan) if allotted else None
    overrun = any(source.shortfall for source in result.sources) and all_overrun(plan) if result is not None else False
    for source in result.sources if result is not None and not overrun else ():
        spend = allotted.get(source.id)
        if spend is None or source.cost is None or source.cost <= spend:
            continue
        fields = {
            "source": source.id,
            "stage": stage_name(plan, source.feeds),
            "spend": spend,
            "units": source.units_whole,
        }
        fields["cost"] = source.cost
        yield Finding(("funnel", "sources", source.id, "spend"), fields, help=_mend(fields, source.cost_per_unit))


def _mend(fields: dict[str, object], each: Fraction | None) -> Message | None:
    """With the units the money pays for, where one price holds for all of them."""
    if not each or not isinstance(fields["units"], int):
        return None
    pays = min(floor(Fraction(str(fields["spend"])) / each), fields["units"])
    return Message(
        "allot {cost} to it, or let other sources bring {missing} of them: {spend} pays for {pays}",
        "请为它分配 {cost}，或让其他来源带来其中 {missing} 个：{spend} 只够 {pays} 个",
        {**fields, "pays": pays, "missing": fields["units"] - pays},
    )
