"""What the sources must bring costs more than the plan's budget.

Each source states what a unit or an event costs; the target says how many it takes. Together that is more than all the money of
the plan: either the target will be missed, or the budget.

Check the costs, shift share to a cheaper source, ask for the larger budget now, or promise less.

Bad:

```yaml
roadmap: 1
name: Spring
currency: USD
period: 2027
budget: 10_000
metrics:
  revenue: {name: New revenue, unit: USD, kind: flow}
goals:
  year-revenue: {metric: revenue, baseline: 0, target: 240_000, due: 2027-12-31}
funnel:
  goal: year-revenue
  deal_size: 12_000
  stages:
    - {id: lead, rate: 5%}
    - {id: customer}
  sources:
    search-ads: {feeds: lead, share: 100%, cost_per_unit: 45}   # <- RM815
```

Good:

```yaml
roadmap: 1
name: Spring
currency: USD
period: 2027
budget: 20_000
metrics:
  revenue: {name: New revenue, unit: USD, kind: flow}
goals:
  year-revenue: {metric: revenue, baseline: 0, target: 240_000, due: 2027-12-31}
funnel:
  goal: year-revenue
  deal_size: 12_000
  stages:
    - {id: lead, rate: 5%}
    - {id: customer}
  sources:
    search-ads: {feeds: lead, share: 100%, cost_per_unit: 45}
```
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from roadmapctl.analysis.rounding import exact_sum, summed
from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.funnel.rm814_more_customers_than_the_market_has import customers_beyond_the_market
from roadmapctl.rules.funnel.undoubted import relied_on
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.tactics.event_claims import small_events

NAMED = 4


@rule(
    "RM815",
    Severity.WARNING,
    title_zh="漏斗所需花费超过计划预算",
    en="bringing what the target takes costs {cost}, more than the plan's budget of {budget}",
    zh="要带来目标所需的数量，花费为 {cost}，超过计划预算 {budget}",
    help_en="check the costs, shift share to a cheaper source, raise the budget, or lower the target",
    help_zh="请检查成本、把份额移到更便宜的来源、提高预算，或下调目标",
    whole=(*PARTS, "tactics"),
)
def funnel_costs_more_than_the_budget(plan: Plan) -> Iterator[Finding]:
    """The sum of what the sources cost, where it is above the plan's budget; RM601, RM643, RM808, RM814, RM834 know a nearer
    cause."""
    result = relied_on(plan) if plan.budget is not None else None
    costs = {source.id: source.cost for source in result.sources if source.cost} if result is not None else {}
    total = summed(costs.values())
    if plan.budget is None or total <= plan.budget:
        return
    spent = exact_sum(tactic.budget for tactic in plan.tactics.values() if tactic.budget is not None)
    if spent > plan.budget:
        return
    over = any(source.shortfall for source in result.sources) if result is not None else False
    if over or customers_beyond_the_market(plan) or _allotted_less(plan, costs) or small_events(plan):
        return
    largest = sorted(costs, key=lambda id: -costs[id])[:NAMED]
    related = tuple((_place(plan, id), _says(id, costs[id])) for id in largest)
    budget = (("budget",), Message("the plan's budget is here", "计划预算在这里"))
    yield Finding(related[0][0], {"cost": total, "budget": plan.budget}, related=(budget, *related[1:]))


def _allotted_less(plan: Plan, costs: Mapping[str, Fraction]) -> bool:
    """Is a source allotted less than it costs?"""
    allotted = {id: source.spend for id, source in plan.funnel.sources.items()} if plan.funnel is not None else {}
    return any(spend is not None and costs.get(id, 0) > spend for id, spend in allotted.items())


def _place(plan: Plan, id: str) -> Path:
    source = plan.funnel.sources[id] if plan.funnel is not None else None
    by_event = source is not None and source.event is not None and source.event.cost is not None
    return ("funnel", "sources", id, *(("event", "cost") if by_event else ("cost_per_unit",)))


def _says(source: str, cost: Fraction) -> Message:
    return Message("{source} costs {cost}", "{source} 花费 {cost}", {"source": source, "cost": cost})
