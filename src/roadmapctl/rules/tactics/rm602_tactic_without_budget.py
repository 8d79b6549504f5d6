"""A tactic has no budget.

A tactic that costs nothing is rare; mostly nobody has asked yet. Without its number the plan's budget cannot be checked and
the money is found missing half-way. Write what it may cost, and 0 where it really takes nothing but time.

Bad:

```yaml
# asked: RM602
roadmap: 1
name: Spring
currency: EUR
period: 2027
tactics:
  beta-webinars: {start: 2027-01-15, end: 2027-03-20}   # <- RM602
```

Good:

```yaml
# asked: RM602
roadmap: 1
name: Spring
currency: EUR
period: 2027
tactics:
  beta-webinars: {start: 2027-01-15, end: 2027-03-20, budget: 12_000}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM602",
    Severity.WARNING,
    title_zh="打法没有预算",
    en="the tactic {tactic} has no budget",
    zh="打法 {tactic} 没有预算",
    help_en="write budget: and what it may cost; 0 where it takes nothing but time",
    help_zh="请写 budget: 及其可用金额；若只花时间不花钱则写 0",
    asked=True,
)
def tactic_without_budget(plan: Plan) -> Iterator[Finding]:
    """Tactics that do not say what they may cost."""
    for id, tactic in plan.tactics.items():
        if tactic.budget is None:
            path = ("tactics", id)
            yield Finding(path, {"tactic": id}, key=True, absent=((*path, "budget"),))
