"""The plan has more money than its parent.

A quarter cannot spend more than the year it belongs to. Where the plan states no budget, that of its tactics counts.

Ask for the larger budget in the parent first, or cut this plan down to what there is.

With the parent `year.yaml`:

```yaml
roadmap: 1
name: Year
currency: EUR
period: 2027
budget: 100_000
```

Bad:

```yaml
roadmap: 1
name: First quarter
currency: EUR
period: 2027-Q1
parent: year.yaml
budget: 120_000   # <- RM043
```

Good:

```yaml
roadmap: 1
name: First quarter
currency: EUR
period: 2027-Q1
parent: year.yaml
budget: 30_000
```
"""

from collections.abc import Iterator
from decimal import Decimal

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM043",
    Severity.ERROR,
    title_zh="计划预算超过上级计划的预算",
    en="the plan's budget of {budget} is more than the {whole} of its parent, {parent}",
    zh="计划预算 {budget} 超过上级计划 {parent} 的预算 {whole}",
    help_en="cut it down to what the parent has, or raise the parent's budget first",
    help_zh="请缩减到上级计划的预算之内，或先提高上级计划的预算",
    whole=("tactics",),
)
def budget_above_its_parents(plan: Plan) -> Iterator[Finding]:
    """The plan's budget, or what its tactics add up to, above the parent's, where both count in one currency."""
    wider = plan.above
    if wider is None or wider.budget is None or (plan.currency and wider.currency and plan.currency != wider.currency):
        return
    budget = plan.budget
    if budget is None:
        budget = sum((tactic.budget or Decimal(0) for tactic in plan.tactics.values()), Decimal(0))
    if budget > wider.budget:
        fields = {"budget": budget, "whole": wider.budget, "parent": wider.name}
        yield Finding(("budget",) if plan.budget is not None else ("parent",), fields)
