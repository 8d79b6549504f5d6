"""A tactic ends on its milestone's very day.

Work of more than a week that ends on the day it is needed has no day for what goes wrong, and nobody has counted the result yet
when the milestone is judged. End it some days earlier. Short pieces of work, such as the launch itself, belong on the day.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31}
tactics:
  beta-webinars:
    milestone: beta-launch
    start: 2027-01-15
    end: 2027-03-31   # <- RM617
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31}
tactics:
  beta-webinars:
    milestone: beta-launch
    start: 2027-01-15
    end: 2027-03-24
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

SHORT = 7
"""Days, both ends included, that a tactic may take up to its milestone's day without slack."""


@rule(
    "RM617",
    Severity.INFO,
    title_zh="打法在里程碑当天才结束，没有余量",
    en="{tactic} takes {days} days and ends on {date}, the very day of its milestone {milestone}",
    zh="{tactic} 历时 {days} 天，恰在其里程碑 {milestone} 当天（{date}）结束，没有余量",
    help_en="end it some days earlier, to leave time for what goes wrong and for counting the result",
    help_zh="请提前几天结束，为意外和统计结果留出时间",
)
def no_slack(plan: Plan) -> Iterator[Finding]:
    """Tactics of more than a week that end on their milestone's date."""
    for id, tactic in plan.tactics.items():
        milestone = plan.milestones.get(tactic.milestone or "")
        if milestone is None or tactic.start is None or tactic.end is None or tactic.end != milestone.date:
            continue
        days = (tactic.end - tactic.start).days + 1
        if days > SHORT:
            yield Finding(
                ("tactics", id, "end"),
                {"tactic": id, "days": days, "date": tactic.end, "milestone": tactic.milestone},
                related=(
                    (("milestones", tactic.milestone or "", "date"), Message("the milestone is here", "里程碑在这里")),
                ),
            )
