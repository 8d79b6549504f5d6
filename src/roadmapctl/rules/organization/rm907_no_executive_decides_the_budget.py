"""No executive is named who decides the budget.

The plan names the executives it needs and what each of them decides, and the money is among none of it. Then it is decided late,
by somebody whom nobody has asked, and the plan is cut where it hurts.

Name the executive who approves the money: `decides: budget`, or `decides: strategy and budget`.

Bad:

```yaml
# asked: RM907
roadmap: 1
name: Spring
period: 2027
organization:
  stakeholders:   # <- RM907
    managing-director: {level: executive, decides: strategy, stance: agreed}
```

Good:

```yaml
# asked: RM907
roadmap: 1
name: Spring
period: 2027
organization:
  stakeholders:
    managing-director: {level: executive, decides: strategy, stance: agreed}
    cfo: {level: executive, decides: budget, stance: agreed}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

MONEY = (
    "budget", "money", "spend", "fund", "financ", "invest", "cost", "resource", "everything",
    "预算", "资金", "经费", "费用", "投入", "投资", "资源", "财务", "一切", "全部", "所有",
)  # fmt: skip
"""Words by which somebody says that the money is theirs to decide."""


@rule(
    "RM907",
    Severity.WARNING,
    title_zh="没有写明由哪位高管决定预算",
    en="none of the executives decides the budget; they decide: {decided}",
    zh="没有一位高管决定预算；他们决定的是：{decided}",
    help_en="name the one who approves the money, with decides: budget",
    help_zh="请写明由谁批准预算，例如 decides: 预算",
    asked=True,
    whole=("organization.stakeholders.*.level", "organization.stakeholders.*.decides"),
)
def no_executive_decides_the_budget(plan: Plan) -> Iterator[Finding]:
    """Plans whose executives all say what they decide, none of them the money."""
    stakeholders = plan.organization.stakeholders.values() if plan.organization is not None else ()
    executives = [one for one in stakeholders if one.level == "executive"]
    decided = [one.decides for one in executives if one.decides is not None]
    if not executives or len(decided) < len(executives):
        return  # who decides what is not said in full: that is asked for by itself
    if not any(word in text.lower() for text in decided for word in MONEY):
        yield Finding(("organization", "stakeholders"), {"decided": tuple(decided)}, key=True)
