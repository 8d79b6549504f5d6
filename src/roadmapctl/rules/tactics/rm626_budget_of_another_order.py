"""A tactic costs a thousandth of what the others cost.

Amounts are written out, in thousands (`12k`), in millions (`1.2M`) or in 万: where the letter is forgotten, a tactic seems to cost
nothing, the sum of the budgets is too small, and nobody is asked for the money. Told is a budget that is not even a thousandth of
the median of the others, where there are three others and more, or a two-hundredth of it where no other budget is near.

Add the zeros or the letter that is missing. A tactic that takes nothing but time has a budget of 0.

Bad:

```yaml
roadmap: 1
name: Spring
currency: CNY
period: 2027
tactics:
  fairs: {start: 2027-01-04, end: 2027-02-26, budget: 80万}
  webinars: {start: 2027-03-01, end: 2027-03-26, budget: 24}   # <- RM626
  posts: {start: 2027-03-01, end: 2027-04-30, budget: 15万}
  calls: {start: 2027-05-03, end: 2027-06-25, budget: 9万}
```

Good:

```yaml
roadmap: 1
name: Spring
currency: CNY
period: 2027
tactics:
  fairs: {start: 2027-01-04, end: 2027-02-26, budget: 80万}
  webinars: {start: 2027-03-01, end: 2027-03-26, budget: 24万}
  posts: {start: 2027-03-01, end: 2027-04-30, budget: 15万}
  calls: {start: 2027-05-03, end: 2027-06-25, budget: 9万}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

APART = 1_000
"""Times as large: amounts in one unit do not lie so far apart."""
ALONE, GAP = 200, 50
"""So many times are enough where no other budget is within so many times of it."""
OTHERS = 3


@rule(
    "RM626",
    Severity.INFO,
    title_zh="打法的预算与其他打法相差千倍",
    en="{tactic} costs {budget}, and half of the other tactics cost {median} and more",
    zh="{tactic} 的预算只有 {budget}，而其他打法的预算中位数为 {median}",
    help_en="look for missing zeros, or for a k, M or 万 that is missing; write 0 where it takes nothing but time",
    help_zh="请检查是否漏写了零或“万”；只花时间不花钱的打法请写 0",
)
def budget_of_another_order(plan: Plan) -> Iterator[Finding]:
    """Budgets not even a thousandth of the median of three others and more, or a two-hundredth and far below all of them."""
    budgets = sorted(tactic.budget for tactic in plan.tactics.values() if tactic.budget)
    if len(budgets) <= OTHERS or budgets[0] * ALONE >= budgets[-1]:
        return
    for id, tactic in plan.tactics.items():
        if not tactic.budget or tactic.budget * ALONE >= budgets[-1]:
            continue
        others = budgets.copy()
        others.remove(tactic.budget)
        median = others[len(others) // 2]
        times = ALONE if tactic.budget * GAP < others[0] else APART
        if tactic.budget * times < median:
            yield Finding(("tactics", id, "budget"), {"tactic": id, "budget": tactic.budget, "median": median})
