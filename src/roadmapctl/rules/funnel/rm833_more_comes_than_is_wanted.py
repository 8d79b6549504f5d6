"""What comes anyway is more than the target takes.

Units that a source brings in any case are counted first, and here they, with what is in hand, win more customers than the target
asks for: no other source has anything left to bring. That may be good news, and a reason to ask for more; or `brings` counts
units of another stage, or those of more than the plan's period.

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
    referrals: {feeds: tasting, brings: 400}   # <- RM833
    fairs: {feeds: tasting, share: 100%}
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
    referrals: {feeds: tasting, brings: 40}
    fairs: {feeds: tasting, share: 100%}
```
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.funnel.rm838_more_in_hand_than_is_wanted import covered_in_hand
from roadmapctl.rules.funnel.stage_names import stage_name
from roadmapctl.rules.funnel.undoubted import relied_on
from roadmapctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from roadmapctl.analysis.funnel.reverse import FunnelResult


@rule(
    "RM833",
    Severity.INFO,
    title_zh="固定来源带来的数量已超过目标所需",
    en="what {source} and others bring anyway, with what is in hand, wins {surplus} customers more than the {deals} wanted",
    zh="{source} 等固定带来的数量连同在手存量，比所需的 {deals} 个客户多赢得 {surplus} 个",
    help_en="check that brings counts units of {stage} in the plan's period, or raise the target",
    help_zh="请检查 brings 是否为本计划周期内 {stage} 的数量，或提高目标",
    whole=PARTS,
)
def more_comes_than_is_wanted(plan: Plan) -> Iterator[Finding]:
    """A surplus in a funnel that counts on what comes anyway, at the source of which most customers come so."""
    result = covered_anyway(plan)
    if result is None:
        return
    most = max((s for s in result.sources if s.brings is not None), key=lambda s: s.units * s.conversion)
    fields = {
        "source": most.id,
        "stage": stage_name(plan, most.feeds),
        "surplus": result.surplus,
        "deals": result.demand.deals,
    }
    yield Finding(("funnel", "sources", most.id, "brings"), fields)


def covered_anyway(plan: Plan) -> "FunnelResult | None":
    """The funnel, where some source brings units anyway and more comes than is wanted; RM838 says if that is in hand already."""
    if plan.funnel is None or all(source.brings is None for source in plan.funnel.sources.values()):
        return None
    result = relied_on(plan)
    covered = result is not None and result.surplus and result.demand.deals and not covered_in_hand(plan)
    return result if covered else None
