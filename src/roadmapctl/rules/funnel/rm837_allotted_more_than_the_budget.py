"""The sources are allotted more money than the plan has.

`spend` is a part of the plan's budget: what one source gets, the others and everything else cannot have. Together they may leave
some of it over; here they ask for more than all of it, mostly because one amount has a zero too many.

Correct the amount that is wrong, or ask for the larger budget now.

Bad:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
budget: 20_000
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
    search-ads: {feeds: tasting, share: 60%, cost_per_unit: 45, spend: 80_000}   # <- RM837
    letters: {feeds: tasting, share: 40%, cost_per_unit: 20, spend: 4_000}
```

Good:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
budget: 20_000
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
    search-ads: {feeds: tasting, share: 60%, cost_per_unit: 45, spend: 8_000}
    letters: {feeds: tasting, share: 40%, cost_per_unit: 20, spend: 4_000}
```
"""

from collections.abc import Iterator
from fractions import Fraction

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.tactics.rm601_tactics_exceed_budget import tactics_exceed_budget


@rule(
    "RM837",
    Severity.WARNING,
    title_zh="分配给各来源的投入超过计划预算",
    en="the sources are allotted {sum}, {excess} more than the plan's budget of {budget}",
    zh="各来源共分得 {sum}，超出计划预算 {budget} 达 {excess}",
    help_en="look for a zero too many in what {source} gets, or raise the plan's budget",
    help_zh="请检查 {source} 的投入是否多写了零，或提高计划预算",
    whole=("funnel.sources.*.spend", "tactics"),
)
def allotted_more_than_the_budget(plan: Plan) -> Iterator[Finding]:
    """The sum of what sources are allotted, where it is above the plan's budget, at the largest; a wrong budget is RM601's."""
    sources = plan.funnel.sources if plan.funnel is not None else {}
    spends = {id: Fraction(source.spend) for id, source in sources.items() if source.spend}
    total = sum(spends.values(), Fraction(0))
    if plan.budget is None or total <= plan.budget or any(True for _ in tactics_exceed_budget(plan)):
        return
    largest = max(spends, key=lambda id: spends[id])
    fields = {"sum": total, "budget": plan.budget, "excess": total - Fraction(plan.budget), "source": largest}
    budget = (("budget",), Message("the plan's budget is here", "计划预算在这里"))
    yield Finding(("funnel", "sources", largest, "spend"), fields, related=(budget,))
