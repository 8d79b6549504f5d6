"""A tactic has no owner.

What everybody is to do is done by nobody. One person answers for a tactic, even where many work on it: that person knows when
it starts, what it may spend and what it shall bring. Name one, by the id in `organization.people` if the plan lists its people.

Bad:

```yaml
# asked: RM603
roadmap: 1
name: Spring
period: 2027
tactics:
  beta-webinars: {start: 2027-01-15, end: 2027-03-20}   # <- RM603
```

Good:

```yaml
# asked: RM603
roadmap: 1
name: Spring
period: 2027
tactics:
  beta-webinars: {start: 2027-01-15, end: 2027-03-20, owner: lin}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM603",
    Severity.WARNING,
    title_zh="打法没有负责人",
    en="nobody owns the tactic {tactic}",
    zh="打法 {tactic} 没有负责人",
    help_en="write owner: and the id of the one person who answers for it",
    help_zh="请写 owner: 以及对其负责的那个人的 id",
    asked=True,
)
def tactic_without_owner(plan: Plan) -> Iterator[Finding]:
    """Tactics nobody answers for."""
    for id, tactic in plan.tactics.items():
        if tactic.owner is None:
            path = ("tactics", id)
            yield Finding(path, {"tactic": id}, key=True, absent=((*path, "owner"),))
