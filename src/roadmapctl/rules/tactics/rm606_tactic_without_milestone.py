"""A tactic serves no milestone.

A tactic that leads to no milestone is activity: it costs time and money, and no date and no number tells whether it was worth
them. Name the milestone it serves. Where there is none, either a milestone is missing or the tactic is not needed.

Bad:

```yaml
# asked: RM606
roadmap: 1
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31}
tactics:
  beta-webinars: {start: 2027-01-15, end: 2027-03-20}   # <- RM606
```

Good:

```yaml
# asked: RM606
roadmap: 1
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31}
tactics:
  beta-webinars: {start: 2027-01-15, end: 2027-03-20, milestone: beta-launch}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM606",
    Severity.WARNING,
    title_zh="打法没有对应的里程碑",
    en="the tactic {tactic} serves no milestone",
    zh="打法 {tactic} 没有服务于任何里程碑",
    help_en="write milestone: and the id of the milestone it helps to reach",
    help_zh="请写 milestone: 以及它所服务的里程碑的 id",
    asked=True,
)
def tactic_without_milestone(plan: Plan) -> Iterator[Finding]:
    """Tactics that lead to no milestone."""
    for id, tactic in plan.tactics.items():
        if tactic.milestone is None:
            path = ("tactics", id)
            yield Finding(path, {"tactic": id}, key=True, absent=((*path, "milestone"),))
