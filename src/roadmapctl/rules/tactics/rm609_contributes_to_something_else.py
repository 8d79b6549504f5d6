"""A tactic contributes to other things than its milestone's measure.

Its milestone waits for sign-ups and the tactic brings visits: done as planned, it brings the milestone no nearer. Say what it
contributes to the milestone's own metric (other metrics may stand beside it), or let it serve another milestone.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}
  visits: {name: Visits, unit: visits, kind: flow}
milestones:
  beta-launch: {date: 2027-03-31, metric: sign-ups, target: 400}
tactics:
  beta-webinars:
    milestone: beta-launch
    start: 2027-01-15
    end: 2027-03-20
    contributes: {visits: 9_000}   # <- RM609
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}
  visits: {name: Visits, unit: visits, kind: flow}
milestones:
  beta-launch: {date: 2027-03-31, metric: sign-ups, target: 400}
tactics:
  beta-webinars:
    milestone: beta-launch
    start: 2027-01-15
    end: 2027-03-20
    contributes: {visits: 9_000, sign-ups: 400}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.milestones.rm508_milestone_measures_something_else import mismeasured
from roadmapctl.rules.rule import Finding, rule

MAX_LISTED = 3


@rule(
    "RM609",
    Severity.WARNING,
    title_zh="打法的贡献与其里程碑的指标无关",
    en="{tactic} brings {given}, but nothing of {metric}, by which its milestone {milestone} is measured",
    zh="{tactic} 带来 {given}，但对其里程碑 {milestone} 所用的指标 {metric} 毫无贡献",
    help_en="add what it brings of {metric}, or let it serve a milestone measured by what it brings",
    help_zh="请补充它对 {metric} 的贡献，或改为服务于用其所贡献指标衡量的里程碑",
)
def contributes_to_something_else(plan: Plan) -> Iterator[Finding]:
    """Tactics whose contributions are all to other metrics than their milestone's, unless it is that which is wrong (RM508)."""
    for id, tactic in plan.tactics.items():
        milestone = plan.milestones.get(tactic.milestone or "")
        if (
            not tactic.contributes
            or milestone is None
            or milestone.metric not in plan.metrics
            or milestone.metric in tactic.contributes
            or tactic.milestone in mismeasured(plan)
            or not tactic.contributes.keys() <= plan.metrics.keys()
        ):
            continue
        path = ("tactics", id, "contributes")
        given = tuple(tactic.contributes)[:MAX_LISTED]
        yield Finding(
            (*path, next(iter(tactic.contributes))),
            {"tactic": id, "given": given, "metric": milestone.metric, "milestone": tactic.milestone},
            key=True,
            related=(
                (("milestones", tactic.milestone or "", "metric"), Message("the milestone's metric", "里程碑的指标")),
            ),
            absent=((*path, milestone.metric),),
        )
