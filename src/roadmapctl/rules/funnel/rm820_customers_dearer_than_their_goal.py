"""The funnel's customers cost more than the goal on their cost allows.

What the sources cost, divided by the customers they bring, is the least a customer can cost: salaries and everything that is
not in a source come on top. If that alone is above the goal on the customer acquisition cost, the plan misses one of its own
goals when all goes as planned.

Shift share to a cheaper source, better the rates, or set a goal that can be reached.

Bad:

```yaml
roadmap: 1
name: Spring
currency: USD
period: 2027
metrics:
  revenue: {name: New revenue, unit: USD, kind: flow}
  cac: {name: Customer acquisition cost, unit: USD, kind: stock, better: down}
goals:
  year-revenue: {metric: revenue, baseline: 0, target: 240_000, due: 2027-12-31}
  cheaper: {metric: cac, baseline: 1_100, target: 800, due: 2027-12-31}   # <- RM820
funnel:
  goal: year-revenue
  deal_size: 12_000
  stages:
    - {id: lead, rate: 5%}
    - {id: customer}
  sources:
    search-ads: {feeds: lead, share: 100%, cost_per_unit: 50}
```

Good:

```yaml
roadmap: 1
name: Spring
currency: USD
period: 2027
metrics:
  revenue: {name: New revenue, unit: USD, kind: flow}
  cac: {name: Customer acquisition cost, unit: USD, kind: stock, better: down}
goals:
  year-revenue: {metric: revenue, baseline: 0, target: 240_000, due: 2027-12-31}
  cheaper: {metric: cac, baseline: 1_100, target: 800, due: 2027-12-31}
funnel:
  goal: year-revenue
  deal_size: 12_000
  stages:
    - {id: lead, rate: 8%}
    - {id: customer}
  sources:
    search-ads: {feeds: lead, share: 100%, cost_per_unit: 50}
```
"""

from collections.abc import Iterator
from fractions import Fraction

from roadmapctl.analysis.funnel.demand import unit_of
from roadmapctl.analysis.kpis.names import figures_of
from roadmapctl.analysis.words.trusted import trusted
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.funnel.rm815_funnel_costs_more_than_the_budget import funnel_costs_more_than_the_budget
from roadmapctl.rules.funnel.undoubted import relied_on
from roadmapctl.rules.rule import Finding, rule

ROUNDING = Fraction(105, 100)


@rule(
    "RM820",
    Severity.WARNING,
    title_zh="漏斗的获客成本高于获客成本目标",
    en="{goal} allows {aim} for a customer, but the funnel's sources alone cost {cac}",
    zh="{goal} 允许的单客成本为 {aim}，而仅漏斗各来源的花费就达到 {cac}",
    help_en="shift share to a cheaper source, better the rates, or set a goal that can be reached",
    help_zh="请把份额移到更便宜的来源、提高转化率，或设定可以达到的目标",
    whole=PARTS,
)
def customers_dearer_than_their_goal(plan: Plan) -> Iterator[Finding]:
    """Goals on the customer acquisition cost, of no one segment, below what the funnel's sources cost per customer."""
    for id, goal in plan.goals.items():
        metric = plan.metrics.get(goal.metric or "")
        if metric is None or goal.metric is None or goal.aim is None or goal.segment is not None:
            continue
        if "cac" not in figures_of(goal.metric, metric) or unit_of(metric, plan.currency) != "money":
            continue
        cac = _cac(plan)
        if cac is None or cac <= Fraction(goal.aim) * ROUNDING or not trusted(goal, metric):
            continue
        if not any(True for _ in funnel_costs_more_than_the_budget(plan)):  # else it is the cost that is wrong
            start = ((("funnel", "sources"), Message("the sources are here", "来源在这里")),)
            key = "target" if goal.target is not None else "change"
            yield Finding(("goals", id, key), {"goal": id, "aim": goal.aim, "cac": round(cac)}, related=start)


def _cac(plan: Plan) -> Fraction | None:
    """What the sources that state a cost come to, by customer to win; None where none does, or where RM808 speaks."""
    result = relied_on(plan)
    if result is None or not result.demand.deals or any(source.shortfall for source in result.sources):
        return None
    costs = [source.cost for source in result.sources if source.cost is not None]
    return sum(costs, Fraction(0)) / result.demand.deals if costs else None
