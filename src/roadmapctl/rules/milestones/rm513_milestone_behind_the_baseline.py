"""A milestone asks for less than there is today.

The milestone's target lies on the wrong side of its goal's baseline: on the way from 58,000 members to 74,000 it wants 46,000.
A milestone on a stock or a rate says the value to have by then, so it lies between the baseline and the target of its goal. Mostly
two digits changed places, or what is to be added was written in place of the whole.

Write the value to have by that day.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  members: {name: Members, unit: people, kind: stock}
goals:
  more-members: {metric: members, baseline: 58_000, target: 74_000, due: 2027-09-30}
milestones:
  midway: {date: 2027-06-30, goal: more-members, metric: members, target: 46_000}   # <- RM513
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  members: {name: Members, unit: people, kind: stock}
goals:
  more-members: {metric: members, baseline: 58_000, target: 74_000, due: 2027-09-30}
milestones:
  midway: {date: 2027-06-30, goal: more-members, metric: members, target: 64_000}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.milestones.behind import behind
from roadmapctl.rules.milestones.rm510_milestones_go_backwards import milestones_go_backwards
from roadmapctl.rules.milestones.rm511_milestones_stop_short_of_the_goal import milestones_stop_short_of_the_goal
from roadmapctl.rules.milestones.rm512_name_says_another_number import said_otherwise
from roadmapctl.rules.quantities import quantity
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM513",
    Severity.WARNING,
    title_zh="里程碑的目标值不及基线",
    en="{milestone} wants {target} of {metric}; {goal} starts from {baseline} already",
    zh="{milestone} 要求 {metric} 达到 {target}，而 {goal} 的基线已是 {baseline}",
    help_en="write the value to have by then, which lies between the goal's baseline and its target",
    help_zh="请填写届时的总值，它应介于该目标的基线与目标值之间",
)
def milestone_behind_the_baseline(plan: Plan) -> Iterator[Finding]:
    """Milestones on a stock that lie before the start of their goal; RM510, RM511 and RM512 may tell of it already."""
    odd = {id: m for id, m in plan.milestones.items() if behind(plan, m) and not said_otherwise(plan, m)}
    rules = (milestones_go_backwards, milestones_stop_short_of_the_goal) if odd else ()
    told = {finding.path[1] for one in rules for finding in one(plan)}
    for id, milestone in odd.items():
        if id in told:
            continue
        goal, metric = plan.goals[milestone.goal or ""], plan.metrics[milestone.metric or ""]
        target, baseline = (quantity(value or 0, metric) for value in (milestone.target, goal.baseline))
        fields = {"milestone": id, "target": target, "metric": milestone.metric}
        related = ((("goals", milestone.goal or "", "baseline"), Message("the baseline is here", "基线在这里")),)
        fields |= {"goal": milestone.goal, "baseline": baseline}
        yield Finding(("milestones", id, "target"), fields, related=related)
