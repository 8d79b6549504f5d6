"""A tactic belongs to a focus area that does not serve its goal.

A focus area says which goals it is for; a tactic says its area and, by its milestone, its goal. Where the two disagree, the area is
credited with what it did not plan, and the goal has one tactic less than its area's report shows.

Name the area that serves the goal, or add the goal to the area's.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027-Q2
metrics:
  readers: {name: Readers, unit: people, kind: stock}
  leads: {name: Leads, unit: people, kind: flow}
goals:
  list-growth: {metric: readers, baseline: 4_000, target: 5_000, due: 2027-06-30}
  more-leads: {metric: leads, baseline: 0, target: 400, due: 2027-06-30}
focus:
  list: {name: The list, goals: [list-growth]}
  calls: {name: Calls, goals: [more-leads]}
milestones:
  read: {date: 2027-06-30, goal: list-growth, metric: readers, target: 5_000}
tactics:
  letter: {milestone: read, focus: calls, start: 2027-04-05, end: 2027-06-18}   # <- RM628
  course: {milestone: read, focus: list, start: 2027-04-05, end: 2027-06-18}
  phone: {focus: calls, start: 2027-04-05, end: 2027-06-18}
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027-Q2
metrics:
  readers: {name: Readers, unit: people, kind: stock}
  leads: {name: Leads, unit: people, kind: flow}
goals:
  list-growth: {metric: readers, baseline: 4_000, target: 5_000, due: 2027-06-30}
  more-leads: {metric: leads, baseline: 0, target: 400, due: 2027-06-30}
focus:
  list: {name: The list, goals: [list-growth]}
  calls: {name: Calls, goals: [more-leads]}
milestones:
  read: {date: 2027-06-30, goal: list-growth, metric: readers, target: 5_000}
tactics:
  letter: {milestone: read, focus: list, start: 2027-04-05, end: 2027-06-18}
  course: {milestone: read, focus: list, start: 2027-04-05, end: 2027-06-18}
  phone: {focus: calls, start: 2027-04-05, end: 2027-06-18}
```
"""

from collections.abc import Iterator

from roadmapctl.analysis.funnel.demand import unit_of
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM628",
    Severity.INFO,
    title_zh="打法所属的重点领域并不服务于其目标",
    en="{tactic} leads to {goal}, and its focus area {focus} serves {served}",
    zh="{tactic} 指向目标 {goal}，而其重点领域 {focus} 服务于 {served}",
    help_en="name the focus area that serves {goal}, or add {goal} to the goals of {focus}",
    help_zh="请改为服务于 {goal} 的重点领域，或把 {goal} 加入 {focus} 的目标",
    whole=("focus", "goals", "milestones.*.goal"),
)
def focus_does_not_serve_the_goal(plan: Plan) -> Iterator[Finding]:
    """Tactics whose goal, with what it supports or is supported by, is another focus area's; all areas lead to revenue."""
    used = {tactic.focus for tactic in plan.tactics.values()}  # one that no tactic belongs to is RM624's
    for id, tactic in plan.tactics.items():
        focus, milestone = plan.focus.get(tactic.focus or ""), plan.milestones.get(tactic.milestone or "")
        goal = milestone.goal if milestone is not None else None
        if (
            focus is None
            or goal not in plan.goals
            or not focus.goals
            or any(_akin(plan, goal, one) for one in focus.goals)
        ):
            continue
        others = [name for name, area in plan.focus.items() if goal in area.goals and name in used]
        if others and not _counts_money(plan, goal):
            related = ((("focus", others[0], "goals"), Message("this area serves it", "服务于该目标的重点领域")),)
            fields = {"tactic": id, "goal": goal, "focus": tactic.focus, "served": focus.goals}
            yield Finding(("tactics", id, "focus"), fields, related=related)


def _counts_money(plan: Plan, goal: str) -> bool:
    metric = plan.metrics.get(plan.goals[goal].metric or "")
    return metric is not None and unit_of(metric, plan.currency) == "money"


def _akin(plan: Plan, goal: str | None, other: str) -> bool:
    """The same goal, or one that leads to the other."""
    return goal is None or other in _way_up(plan, goal) or goal in _way_up(plan, other)


def _way_up(plan: Plan, goal: str | None) -> list[str]:
    """The goal and those it supports, one after the other."""
    way: list[str] = []
    while goal is not None and goal in plan.goals and goal not in way:
        way.append(goal)
        goal = plan.goals[goal].supports
    return way
