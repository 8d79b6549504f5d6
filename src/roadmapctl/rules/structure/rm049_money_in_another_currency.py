"""A sentence writes money in another currency than the plan's.

The plan counts in one currency and its words speak of another: readers take the number of the sentence, the funnel and the budget
take that of the field, and an exchange rate lies between them. Often it is a plan copied from another country's.

Convert the amount, or change the plan's `currency`. Looked at are the sentences of goals, and the names and descriptions of
milestones, tactics and ideas; amounts that describe others (firms with a turnover above $50M) are left alone.

Bad:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: New revenue, unit: EUR, kind: flow}
goals:
  year-revenue:
    statement: Win $2.4M of new revenue by 31 December 2027   # <- RM049
    metric: revenue
    baseline: 0
    target: 2.4M
    due: 2027-12-31
```

Good:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: New revenue, unit: EUR, kind: flow}
goals:
  year-revenue:
    statement: Win 2.4M EUR of new revenue by 31 December 2027
    metric: revenue
    baseline: 0
    target: 2.4M
    due: 2027-12-31
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.structure.other_currency import amounts_in_another, speaks_of_another

RELATED = ((("currency",), Message("the plan's currency is here", "计划的货币在这里")),)


@rule(
    "RM049",
    Severity.WARNING,
    title_zh="文字中的金额使用了与计划不同的货币",
    en="“{amount}” is not money in {currency}, the plan's currency",
    zh="“{amount}”不是计划货币 {currency} 的金额",
    help_en="convert it to {currency}, or change the plan's currency",
    help_zh="请换算成 {currency}，或修改计划的 currency",
)
def money_in_another_currency(plan: Plan) -> Iterator[Finding]:
    """The first such amount of each text; where all of the plan speaks of another currency, its own is wrong (RM313)."""
    for path, amount in amounts_in_another(plan):
        if not speaks_of_another(plan):
            yield Finding(path, {"amount": amount, "currency": plan.currency}, related=RELATED)
