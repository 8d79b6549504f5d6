"""A tactic ends after the milestone it serves.

A milestone is a date by which something measurable is reached. What a tactic brings after that date does not count towards
it. End the tactic earlier, move the milestone, or let the tactic serve a later one.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31}
tactics:
  beta-webinars:
    name: Beta webinars
    milestone: beta-launch
    start: 2027-01-15
    end: 2027-04-10   # <- RM604
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
    name: Beta webinars
    milestone: beta-launch
    start: 2027-01-15
    end: 2027-03-20
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM604",
    Severity.ERROR,
    title_zh="打法在其里程碑之后才结束",
    en="{tactic} ends {end}, after its milestone {milestone} on {date}",
    zh="{tactic} 于 {end} 结束，晚于其里程碑 {milestone}（{date}）",
    help_en="end it by {date}, or let it serve a later milestone",
    help_zh="请在 {date} 前结束，或改为服务于更晚的里程碑",
)
def tactic_ends_after_milestone(plan: Plan) -> Iterator[Finding]:
    """Tactics whose last day lies after their milestone's date."""
    for id, tactic in plan.tactics.items():
        milestone = plan.milestones.get(tactic.milestone or "")
        if milestone is None or milestone.date is None or tactic.end is None or tactic.end <= milestone.date:
            continue
        yield Finding(
            ("tactics", id, "end"),
            {"tactic": id, "end": tactic.end, "milestone": tactic.milestone, "date": milestone.date},
            related=(
                (("milestones", tactic.milestone or "", "date"), Message("the milestone is here", "里程碑在这里")),
            ),
        )
