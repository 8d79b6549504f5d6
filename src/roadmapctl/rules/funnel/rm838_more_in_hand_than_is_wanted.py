"""What is in hand is more than the target takes.

Leads, opportunities and contacts that are tried again count before anything new. Here they alone win more customers than the
target asks for, so that no source has anything left to bring. Mostly `in_hand` holds the whole database instead of the units that
are worked today, or a rate or the average deal has a digit too many.

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
    - {id: lead, rate: 40%}
    - {id: tasting, rate: 30%, in_hand: 400}   # <- RM838
    - {id: customer}
  sources:
    fairs: {feeds: lead, share: 100%}
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
    - {id: lead, rate: 40%}
    - {id: tasting, rate: 30%, in_hand: 40}
    - {id: customer}
  sources:
    fairs: {feeds: lead, share: 100%}
```
"""

from collections.abc import Iterator
from fractions import Fraction

from roadmapctl.diagnostics import Path, Severity
from roadmapctl.model import Plan
from roadmapctl.model.funnel import Funnel, Stage
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.funnel.stage_names import stage_name
from roadmapctl.rules.funnel.undoubted import relied_on
from roadmapctl.rules.once import once
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM838",
    Severity.INFO,
    title_zh="在手存量已超过目标所需",
    en="what is in hand, most of it at {stage}, wins {surplus} customers more than the {deals} wanted",
    zh="在手存量（主要在 {stage}）比所需的 {deals} 个客户多赢得 {surplus} 个",
    help_en="check that in_hand counts what is worked today, then the rates below {stage} and the average deal; or aim higher",
    help_zh="请先确认 in_hand 只计目前在跟进的数量，再检查 {stage} 之后的转化率与客单价；或提高目标",
    whole=PARTS,
)
def more_in_hand_than_is_wanted(plan: Plan) -> Iterator[Finding]:
    """A surplus that would be there without what sources bring anyway; at the stage at which most customers are in hand."""
    if plan.funnel is None or not covered_in_hand(plan):
        return
    stage, _, place = max(_in_hand(plan.funnel), key=lambda found: found[1])
    result = relied_on(plan)
    if result is not None:
        fields = {"stage": stage_name(plan, stage.id), "surplus": result.surplus, "deals": result.demand.deals}
        yield Finding(("funnel", "stages", stage.id, *place), fields)


@once
def covered_in_hand(plan: Plan) -> bool:
    """Does what is in hand win more than the target takes, with nothing that any source brings?"""
    if plan.funnel is None or all(stage.in_hand == 0 and stage.recycled is None for stage in plan.funnel.stages):
        return False
    result = relied_on(plan)
    if result is None or not result.surplus or not result.demand.deals:
        return False
    return sum((won for _, won, _ in _in_hand(plan.funnel)), Fraction(0)) > result.demand.deals


def _in_hand(funnel: Funnel) -> Iterator[tuple[Stage, Fraction, Path]]:
    """The customers that each stage's units in hand lead to, and where it says how many units these are."""
    from roadmapctl.analysis.funnel.volumes import recycled_units  # a plan without a funnel need not wait for it

    share = Fraction(1)
    for stage in reversed(funnel.stages):
        yield stage, recycled_units(stage) * share, ("recycled", "units")
        share *= stage.rate.point if stage.rate is not None else Fraction(stage.multiplier or 1)
        yield stage, stage.in_hand * share, ("in_hand",)
