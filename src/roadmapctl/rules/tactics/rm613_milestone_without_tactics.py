"""No tactic serves a milestone.

A date and a number do not come about by themselves. A milestone that no tactic works for is a hope; break it down into what is
done for it, by whom and when, or drop it. A plan without any tactic is told so once (RM615).

Bad:

```yaml
# asked: RM613
roadmap: 1
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31}
  summer-peak: {name: Summer peak, date: 2027-07-31}   # <- RM613
tactics:
  beta-webinars: {milestone: beta-launch, start: 2027-01-15, end: 2027-03-20}
```

Good:

```yaml
# asked: RM613
roadmap: 1
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31}
tactics:
  beta-webinars: {milestone: beta-launch, start: 2027-01-15, end: 2027-03-20}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM613",
    Severity.WARNING,
    title_zh="没有打法服务于里程碑",
    en="no tactic serves the milestone {milestone}",
    zh="没有任何打法服务于里程碑 {milestone}",
    help_en="give the tactics that work for it the line milestone: {milestone}",
    help_zh="请在为其服务的打法中写 milestone: {milestone}",
    asked=True,
    whole=("tactics.*.milestone",),
)
def milestone_without_tactics(plan: Plan) -> Iterator[Finding]:
    """Milestones that no tactic names; nothing is said while its tactic names none, or one that is not there."""
    served = {tactic.milestone for tactic in plan.tactics.values() if tactic.milestone is not None}
    homeless = {metric for tactic in plan.tactics.values() if tactic.milestone is None for metric in tactic.contributes}
    for id in plan.milestones if plan.tactics and served <= plan.milestones.keys() else ():
        if id not in served and plan.milestones[id].metric not in homeless:
            yield Finding(("milestones", id), {"milestone": id}, key=True)
