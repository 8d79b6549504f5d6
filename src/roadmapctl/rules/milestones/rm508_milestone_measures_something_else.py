"""A milestone measures something else than its goal.

On the way to 400 sign-ups, visits say little: they can all be made while the sign-ups stay away. Measure the milestone by its
goal's metric, or write a goal for the other metric that `supports` the wider one and let the milestone lead to that.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}
  visits: {name: Visits, unit: visits, kind: flow}
goals:
  list-growth: {metric: sign-ups, baseline: 0, target: 400, due: 2027-06-30}
milestones:
  beta-launch: {date: 2027-03-31, goal: list-growth, metric: visits, target: 9_000}   # <- RM508
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}
goals:
  list-growth: {metric: sign-ups, baseline: 0, target: 400, due: 2027-06-30}
milestones:
  beta-launch: {date: 2027-03-31, goal: list-growth, metric: sign-ups, target: 150}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.once import once
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM508",
    Severity.WARNING,
    title_zh="里程碑与其目标使用不同的指标",
    en="the milestone {milestone} is measured by {metric}, its goal {goal} by {wanted}",
    zh="里程碑 {milestone} 用 {metric} 衡量，而其目标 {goal} 用 {wanted} 衡量",
    help_en="measure it by {wanted}, or write a goal for {metric} that supports {goal}",
    help_zh="请改用 {wanted} 衡量，或另写一个以 {metric} 为指标、支持 {goal} 的目标",
)
def milestone_measures_something_else(plan: Plan) -> Iterator[Finding]:
    """Milestones whose metric is not that of the goal they lead to."""
    for id, milestone in plan.milestones.items():
        goal = plan.goals.get(milestone.goal or "")
        if goal is None or goal.metric is None or milestone.metric in (None, goal.metric):
            continue
        if not {goal.metric, milestone.metric} <= plan.metrics.keys():
            continue  # one of the two is misspelt (RM030)
        yield Finding(
            ("milestones", id, "metric"),
            {"milestone": id, "metric": milestone.metric, "goal": milestone.goal, "wanted": goal.metric},
            related=((("goals", milestone.goal or "", "metric"), Message("the goal's metric", "目标的指标")),),
        )


@once
def mismeasured(plan: Plan) -> dict[str, str | None]:
    """The milestones whose tactics bring what their goal counts and nothing of their own metric, with that goal."""
    told = [(finding.path[1], finding.fields) for finding in milestone_measures_something_else(plan)]
    found: dict[str, str | None] = {}
    for id, fields in told:
        given = [tactic.contributes for tactic in plan.tactics.values() if tactic.milestone == id]
        if any(fields["wanted"] in part for part in given) and all(fields["metric"] not in part for part in given):
            found[str(id)] = fields["goal"]
    return found
