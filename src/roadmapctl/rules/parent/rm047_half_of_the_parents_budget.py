"""One tactic takes half of the parent's budget and does not say why.

A single initiative at 50,000 of a year's 100,000 changes what the year is about. It may be the right thing: then the evidence
of its return belongs beside it.

Make it smaller, or write its `hypothesis`: because of what it should move which metric from where to where. Only plans shorter
than their parent are looked at.

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
tactics:
  relaunch: {name: Relaunch of the website, start: 2027-01-11, end: 2027-03-12, budget: 50_000}   # <- RM047
```

Good:

```yaml
roadmap: 1
name: First quarter
currency: EUR
period: 2027-Q1
parent: year.yaml
metrics:
  contact-rate: {name: Session-to-contact rate, unit: rate}
tactics:
  relaunch:
    name: Relaunch of the website
    start: 2027-01-11
    end: 2027-03-12
    budget: 50_000
    hypothesis: {because: two visitors in three leave at the form, metric: contact-rate, from: 0.9%, to: 1.8%}
```
"""

from collections.abc import Iterator

from roadmapctl.analysis.schedule import days_in
from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM047",
    Severity.WARNING,
    title_zh="单项打法占用上级计划一半以上的预算而无依据",
    en="{tactic} takes {budget} of the {whole} that its parent, {parent}, has for the whole period",
    zh="{tactic} 占用 {budget}，而上级计划 {parent} 全期预算只有 {whole}",
    help_en="make it smaller, or write its hypothesis: the evidence that it returns more than anything else",
    help_zh="请缩小规模，或写明其 hypothesis：说明它的回报高于其他做法的依据",
)
def half_of_the_parents_budget(plan: Plan) -> Iterator[Finding]:
    """Tactics of half of the parent's budget or more without a hypothesis."""
    wider = plan.above
    if wider is None or wider.budget is None or plan.period is None or wider.period is None:
        return
    if days_in(plan.period) >= days_in(wider.period) or (plan.currency and wider.currency not in (None, plan.currency)):
        return
    for id, tactic in plan.tactics.items():
        most = (
            wider.budget if plan.budget is None else min(plan.budget, wider.budget)
        )  # above it, RM601 and RM043 speak
        half = tactic.budget is not None and tactic.budget <= most and 2 * tactic.budget >= wider.budget
        if half and wider.budget and tactic.hypothesis is None:
            fields = {"tactic": id, "budget": tactic.budget, "whole": wider.budget, "parent": wider.name}
            yield Finding(("tactics", id, "budget"), fields)
