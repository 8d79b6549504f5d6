"""A milestone asks for more than its goal.

A step on the way that lies beyond the end of the way: either the goal is set too low, or the milestone was meant for a later
plan. Where less is better, as with a cost, beyond means below. Look at both targets and correct the one that is wrong.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}
goals:
  list-growth: {metric: sign-ups, baseline: 0, target: 400, due: 2027-06-30}
milestones:
  beta-launch: {date: 2027-03-31, goal: list-growth, metric: sign-ups, target: 4_000}   # <- RM509
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

from roadmapctl.analysis.words.trusted import trusted
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.model.milestones import Milestone
from roadmapctl.rules.goals.doubted import doubted
from roadmapctl.rules.milestones.rm512_name_says_another_number import said_otherwise
from roadmapctl.rules.quantities import above_the_whole, quantity
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM509",
    Severity.INFO,
    title_zh="里程碑的目标值超过其目标",
    en="the milestone {milestone} asks for {target} of {metric}, more than the {aim} of its goal {goal}",
    zh="里程碑 {milestone} 要求 {metric} 达到 {target}，超过其目标 {goal} 的 {aim}",
    help_en="a step on the way to {goal} lies at {aim} or before it; correct one of the two targets",
    help_zh="通向 {goal} 的里程碑不应超过 {aim}；请更正其中一个目标值",
)
def milestone_beyond_goal(plan: Plan) -> Iterator[Finding]:
    """Milestones whose target lies beyond that of the goal on the same metric."""
    for id, milestone in plan.milestones.items():
        goal = plan.goals.get(milestone.goal or "")
        metric = plan.metrics.get(milestone.metric or "")
        if goal is None or metric is None or not beyond(plan, milestone):
            continue
        if not trusted(goal, metric) or doubted(plan, milestone.goal or "") or said_otherwise(plan, milestone):
            continue  # told where the wrong number stands
        values = {"target": quantity(milestone.target or 0, metric), "aim": quantity(goal.aim or 0, metric)}
        yield Finding(
            ("milestones", id, "target"),
            {"milestone": id, "metric": milestone.metric, "goal": milestone.goal, **values},
            related=((("goals", milestone.goal or "", "target"), Message("the goal's target", "目标的目标值")),),
            absent=(("metrics", milestone.metric or "", "better"),),
        )


def beyond(plan: Plan, milestone: Milestone) -> bool:
    """Does the target lie beyond that of the goal? A goal that goes back is RM307's, a rate above the whole RM311's."""
    goal, metric = plan.goals.get(milestone.goal or ""), plan.metrics.get(milestone.metric or "")
    if goal is None or metric is None or goal.goes_back(metric.better) or above_the_whole(milestone.target, metric):
        return False
    if milestone.metric != goal.metric or milestone.target is None or goal.aim is None:
        return False
    return milestone.target < goal.aim if metric.better == "down" else milestone.target > goal.aim
