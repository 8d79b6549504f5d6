"""A tactic contributes nothing.

A milestone is reached by what its tactics bring. A tactic that does not say how much it brings cannot be added up, compared
with its cost or found wanting later. Estimate it in the milestone's own metric, however roughly; the review will correct it.

Bad:

```yaml
# asked: RM616
roadmap: 1
name: Spring
period: 2027
tactics:
  beta-webinars: {start: 2027-01-15, end: 2027-03-20}   # <- RM616
```

Good:

```yaml
# asked: RM616
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}
tactics:
  beta-webinars: {start: 2027-01-15, end: 2027-03-20, contributes: {sign-ups: 300}}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import ANY, Finding, rule


@rule(
    "RM616",
    Severity.WARNING,
    title_zh="打法没有贡献",
    en="the tactic {tactic} does not say what it brings",
    zh="打法 {tactic} 没有写明会带来什么",
    help_en="write what it brings to its milestone's metric, such as contributes: {{sign-ups: 300}}",
    help_zh="请写明它为里程碑的指标带来多少，例如 contributes: {{sign-ups: 300}}",
    asked=True,
)
def tactic_contributes_nothing(plan: Plan) -> Iterator[Finding]:
    """Tactics without a contribution to any metric."""
    for id, tactic in plan.tactics.items():
        if not tactic.contributes:
            path = ("tactics", id)
            yield Finding(path, {"tactic": id}, key=True, absent=((*path, "contributes", ANY),))
