"""A goal has no milestone.

A goal that is first looked at on its due date is missed on its due date. A milestone on the way says early whether it will be
reached, and gives the tactics something to work for. A goal is served too when a goal that `supports` it has a milestone.
A plan without any milestone is told so once (RM506).

Bad:

```yaml
# asked: RM505
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}
  revenue: {name: Revenue, unit: EUR, kind: flow}
goals:
  list-growth: {metric: sign-ups, baseline: 0, target: 400, due: 2027-06-30}
  year-sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}   # <- RM505
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31, goal: list-growth}
```

Good:

```yaml
# asked: RM505
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}
  revenue: {name: Revenue, unit: EUR, kind: flow}
goals:
  list-growth: {metric: sign-ups, baseline: 0, target: 400, due: 2027-06-30, supports: year-sales}
  year-sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31, goal: list-growth}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.structure.rm032_goals_in_a_ring import goals_in_a_ring


@rule(
    "RM505",
    Severity.WARNING,
    title_zh="目标没有里程碑",
    en="no milestone leads to the goal {goal}, nor to a goal that supports it",
    zh="没有里程碑通向目标 {goal}，也没有里程碑通向支持它的目标",
    help_en="give a milestone the line goal: {goal}, or say which goal supports it",
    help_zh="请在某个里程碑中写 goal: {goal}，或注明由哪个目标支持它（supports）",
    asked=True,
    whole=("goals.*.supports", "goals.*.metric", "milestones.*.goal", "milestones.*.metric"),
)
def goal_without_milestone(plan: Plan) -> Iterator[Finding]:
    """Goals that no milestone serves, directly or through others; silent while its milestone's goal is not there (RM030, RM504)."""
    named = {milestone.goal for milestone in plan.milestones.values() if milestone.goal is not None}
    if not plan.milestones or not named <= plan.goals.keys():
        return
    if any(True for _ in goals_in_a_ring(plan)):
        return  # RM032: where the ring is cut, another goal may be served
    served = _served(plan)
    homeless = {milestone.metric for milestone in plan.milestones.values() if milestone.goal is None}
    for id, goal in plan.goals.items():
        if id not in served and (goal.metric is None or goal.metric not in homeless):
            yield Finding(("goals", id), {"goal": id}, key=True)


def _served(plan: Plan) -> set[str]:
    """Goals with a milestone and, link by link, the goals those support."""
    served: set[str] = set()
    for milestone in plan.milestones.values():
        id = milestone.goal
        while id is not None and id in plan.goals and id not in served:
            served.add(id)
            id = plan.goals[id].supports
    return served
