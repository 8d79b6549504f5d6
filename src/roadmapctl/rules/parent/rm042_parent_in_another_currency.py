"""The plan and its parent count in different currencies.

Budget and revenue of a part roll up into the whole only in one currency. While the two differ, no amount of this plan is held
against its parent's.

Write both in one currency; the rate at which a unit's money is converted is best fixed once a year.

With the parent `year.yaml`:

```yaml
roadmap: 1
name: Year
currency: EUR
period: 2027
budget: 400_000
```

Bad:

```yaml
roadmap: 1
name: First quarter
currency: USD   # <- RM042
period: 2027-Q1
parent: year.yaml
budget: 100_000
```

Good:

```yaml
roadmap: 1
name: First quarter
currency: EUR
period: 2027-Q1
parent: year.yaml
budget: 92_000
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM042",
    Severity.WARNING,
    title_zh="计划与上级计划的货币不同",
    en="the plan counts in {currency}, its parent in {wider}: their amounts cannot be held against each other",
    zh="计划以 {currency} 计，上级计划以 {wider} 计：两者的金额无法相互核对",
    help_en="write both plans in one currency",
    help_zh="请让两个计划使用同一种货币",
)
def parent_in_another_currency(plan: Plan) -> Iterator[Finding]:
    """Two plans that both name a currency, and not the same one; where this one's metrics speak of the parent's, it is RM313's."""
    wider = plan.above.currency if plan.above is not None else None
    spoken = {metric.unit for metric in plan.metrics.values()}
    if plan.currency is not None and wider is not None and plan.currency != wider and wider not in spoken:
        related = ((("parent",), Message("the parent is named here", "上级计划写在这里")),)
        yield Finding(("currency",), {"currency": plan.currency, "wider": wider}, related=related)
