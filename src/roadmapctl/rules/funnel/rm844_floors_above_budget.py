"""The sources' floors are more than the plan's budget.

`at_least` is money that has to be spent on a source. Added up, these floors ask for more than the plan has, so there is nothing
left to decide: lower one of them, or ask for the larger budget.

Bad:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
budget: 10_000
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
    fairs: {share: 50%, cost_per_unit: 20, at_least: 6_000}
    search-ads: {share: 50%, cost_per_unit: 15, at_least: 5_000}   # <- RM844
```

Good:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
budget: 10_000
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
    fairs: {share: 50%, cost_per_unit: 20, at_least: 6_000}
    search-ads: {share: 50%, cost_per_unit: 15, at_least: 3_000}
```
"""

from collections.abc import Iterator
from fractions import Fraction

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

NAMED = 5


@rule(
    "RM844",
    Severity.ERROR,
    title_zh="各来源最低投入之和超出计划预算",
    en="the sources must get {sum} at least, {excess} more than the plan's budget of {budget}",
    zh="各来源的最低投入合计 {sum}，超出计划预算 {budget} 达 {excess}",
    help_en="lower one of the floors by {excess}, or raise the plan's budget to {sum}",
    help_zh="请把某个最低投入降低 {excess}，或把计划预算提高到 {sum}",
    whole=("funnel.sources.*.at_least",),
)
def floors_above_budget(plan: Plan) -> Iterator[Finding]:
    """The sum of the sources' floors, where it is above the plan's budget and neither is wrong anyway (RM601, RM841)."""
    sources = plan.funnel.sources if plan.funnel is not None else {}
    floors = {id: Fraction(source.at_least) for id, source in sources.items() if source.at_least}
    total = sum(floors.values(), Fraction(0))
    if plan.budget is None or total <= plan.budget or _told(plan):
        return
    *others, last = floors
    budget = (("budget",), Message("the plan's budget is {budget}", "计划预算为 {budget}", {"budget": plan.budget}))
    yield Finding(
        ("funnel", "sources", last, "at_least"),
        {"sum": total, "budget": plan.budget, "excess": total - Fraction(plan.budget)},
        related=(budget, *((("funnel", "sources", id, "at_least"), _says(id, floors[id])) for id in others[-NAMED:])),
    )


def _told(plan: Plan) -> bool:
    from roadmapctl.rules.funnel.rm841_floor_above_cap import floor_above_cap
    from roadmapctl.rules.tactics.rm601_tactics_exceed_budget import tactics_exceed_budget

    return any(True for rule in (floor_above_cap, tactics_exceed_budget) for _ in rule(plan))


def _says(source: str, floor: Fraction) -> Message:
    return Message("{source} must get {floor}", "{source} 至少 {floor}", {"source": source, "floor": floor})
