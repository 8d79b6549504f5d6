"""On the day a goal is due, its milestone asks for less.

Milestones are steps on the way to the goal's target. When the last of them falls on the very day the goal is due and asks for
less, the plan can reach every milestone and miss the goal. Either the goal was raised and the milestone forgotten, or the
reverse.

Give both the same value. Milestones of a flow may also count each its own stretch of time: then their sum is held against the
goal.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  subscribers: {name: E-mail subscribers, unit: people, kind: stock}
goals:
  list-growth: {metric: subscribers, baseline: 4_000, target: 5_000, due: 2027-06-30}
milestones:
  first: {date: 2027-03-31, goal: list-growth, metric: subscribers, target: 4_400}
  full: {date: 2027-06-30, goal: list-growth, metric: subscribers, target: 4_800}   # <- RM511
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  subscribers: {name: E-mail subscribers, unit: people, kind: stock}
goals:
  list-growth: {metric: subscribers, baseline: 4_000, target: 5_000, due: 2027-06-30}
milestones:
  first: {date: 2027-03-31, goal: list-growth, metric: subscribers, target: 4_400}
  full: {date: 2027-06-30, goal: list-growth, metric: subscribers, target: 5_000}
```
"""

from collections.abc import Iterator
from decimal import Decimal

from roadmapctl.analysis.words.trusted import trusted
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.model.metrics import Metric
from roadmapctl.model.milestones import Milestone
from roadmapctl.rules.goals.doubted import doubted
from roadmapctl.rules.milestones.rm510_milestones_go_backwards import milestones_go_backwards
from roadmapctl.rules.milestones.rm512_name_says_another_number import said_otherwise
from roadmapctl.rules.quantities import quantity
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM511",
    Severity.WARNING,
    title_zh="目标截止日当天的里程碑低于目标值",
    en="on the day {goal} is due, the milestone {milestone} asks for {target} of its {aim}",
    zh="在 {goal} 截止当天，里程碑 {milestone} 只要求 {target}，而目标值为 {aim}",
    help_en="give the goal and its last milestone the same value",
    help_zh="请让目标与其最后一个里程碑使用相同的值",
    whole=("milestones", "goals", "metrics"),
)
def milestones_stop_short_of_the_goal(plan: Plan) -> Iterator[Finding]:
    """Goals with a milestone on their due day that neither it nor the sum of their milestones reaches."""
    for id, milestones in _on_the_way(plan).items():
        goal, metric = plan.goals[id], plan.metrics.get(plan.goals[id].metric or "")
        last = next((m for m in milestones if plan.milestones[m].date == goal.due), None)
        if last is None or metric is None or goal.aim is None:
            continue
        targets = [plan.milestones[m].target or Decimal(0) for m in milestones]
        reached = _reached(goal, targets, down=metric.better == "down", flow=metric.kind != "stock")
        if reached or _told_elsewhere(plan, id, metric, milestones):
            continue
        values = {"target": quantity(plan.milestones[last].target or 0, metric), "aim": quantity(goal.aim, metric)}
        place = ("goals", id, "target" if goal.target is not None else "change")
        related = ((place, Message("the goal's target", "目标的目标值")),)
        yield Finding(("milestones", last, "target"), {"goal": id, "milestone": last, **values}, related=related)


def _on_the_way(plan: Plan) -> dict[str, list[str]]:
    """By goal with a due date, its milestones on its own metric that state a target."""
    found: dict[str, list[str]] = {}
    for id, milestone in plan.milestones.items():
        goal = plan.goals.get(milestone.goal or "")
        if goal is None or goal.due is None or milestone.target is None or milestone.metric != goal.metric:
            continue
        found.setdefault(milestone.goal or "", []).append(id)
    return found


def _told_elsewhere(plan: Plan, id: str, metric: Metric, milestones: list[str]) -> bool:
    """Is a number wrong in itself, or a milestone missing from the sum because it names what is not there?"""
    goal = plan.goals[id]
    if not trusted(goal, metric) or doubted(plan, id):
        return True
    if any(said_otherwise(plan, plan.milestones[m]) for m in milestones):
        return True
    if any(finding.fields["metric"] == goal.metric for finding in milestones_go_backwards(plan)):
        return True
    return any(_lost(plan, milestone, id) for milestone in plan.milestones.values())


def _lost(plan: Plan, milestone: Milestone, id: str) -> bool:
    """Would it be one of the goal's, if its goal or its metric were spelt as they are defined (RM030)?"""
    if milestone.goal == id:
        return milestone.metric not in plan.metrics
    return milestone.metric == plan.goals[id].metric and milestone.goal is not None and milestone.goal not in plan.goals


def _reached(goal: Goal, targets: list[Decimal], *, down: bool, flow: bool) -> bool:
    aim = goal.aim or Decimal(0)
    if down:
        return min(targets) <= aim
    return max(targets) >= aim or (flow and sum(targets) >= aim)
