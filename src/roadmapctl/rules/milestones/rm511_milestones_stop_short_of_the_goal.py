"""On the day a goal is due, its milestone asks for less.

Milestones are steps on the way to the goal's target. When the last of them falls on the very day the goal is due and asks for
less, the plan can reach every milestone and miss the goal. Either the goal was raised and the milestone forgotten, or the
reverse. The same holds shortly before that day (a tenth of the plan's time), when not even half of the way is asked for, or
less than four fifths where several milestones of a flow share it.

Give both the same value. Milestones of a flow may count each its own stretch of time: then their sum is held against the goal. Or
each counts the whole so far: then the last one is.

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
from typing import NamedTuple

from roadmapctl.analysis.words.trusted import trusted
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.model.metrics import Metric
from roadmapctl.model.milestones import Milestone
from roadmapctl.rules.goals.doubted import doubted
from roadmapctl.rules.goals.rm317_goal_beyond_what_it_supports import goal_beyond_what_it_supports
from roadmapctl.rules.milestones.rm510_milestones_go_backwards import milestones_go_backwards
from roadmapctl.rules.milestones.rm512_name_says_another_number import said_otherwise
from roadmapctl.rules.milestones.stopping_short import come, stopping_short
from roadmapctl.rules.once import once
from roadmapctl.rules.quantities import quantity
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM511",
    Severity.WARNING,
    title_zh="目标截止日当天的里程碑低于目标值",
    en="{when} {goal} is due, its milestones have come to {target} of its {aim}",
    zh="在 {goal} 截止{when_zh}，里程碑合计只到 {target}，而目标值为 {aim}",
    help_en="give the goal and its last milestone the same value",
    help_zh="请让目标与其最后一个里程碑使用相同的值",
    whole=(
        *("milestones.*.date", "milestones.*.goal", "milestones.*.metric", "milestones.*.target"),
        *("goals.*.metric", "goals.*.baseline", "goals.*.target", "goals.*.change", "goals.*.due", "metrics"),
    ),
)
def milestones_stop_short_of_the_goal(plan: Plan) -> Iterator[Finding]:
    """Goals with a milestone on their due day, or shortly before, that neither it nor the sum of their milestones reaches."""
    for id, (milestones, last, left) in stopping_short(plan).items():
        goal, metric = plan.goals[id], plan.metrics[plan.goals[id].metric or ""]
        if _told_elsewhere(plan, id, metric, milestones):
            continue
        reached = come(plan, metric, milestones)
        when = ("on the day", "当天") if left == 0 else (f"{left} days before", f"前 {left} 天")
        values = {"target": quantity(reached, metric), "aim": quantity(goal.aim or 0, metric)}
        fields = {"goal": id, "milestone": last, "when": when[0], "when_zh": when[1], **values}
        place = ("goals", id, "target" if goal.target is not None else "change")
        yield Finding(
            ("milestones", last, "target"),
            fields,
            related=((place, Message("the goal's target", "目标的目标值")),),
        )


class _Told(NamedTuple):
    """What other rules have found: goals that are too large (RM317), milestones that are too small (RM625), metrics whose
    milestones go backwards (RM510)."""

    goals: frozenset[str]
    milestones: frozenset[str]
    metrics: frozenset[str]


@once
def _told(plan: Plan) -> _Told:
    from roadmapctl.rules.tactics.rm625_contributions_far_beyond_the_need import contributions_far_beyond_the_need

    return _Told(
        frozenset(str(finding.path[1]) for finding in goal_beyond_what_it_supports(plan)),
        frozenset(str(finding.fields["milestone"]) for finding in contributions_far_beyond_the_need(plan)),
        frozenset(str(finding.fields["metric"]) for finding in milestones_go_backwards(plan)),
    )


def _told_elsewhere(plan: Plan, id: str, metric: Metric, milestones: list[str]) -> bool:
    """Is a number wrong in itself, or a milestone missing from the sum because it names what is not there?"""
    goal = plan.goals[id]
    if not trusted(goal, metric) or doubted(plan, id):
        return True
    told = _told(plan)
    if id in told.goals or goal.metric in told.metrics or not told.milestones.isdisjoint(milestones):
        return True
    if any(said_otherwise(plan, plan.milestones[m]) for m in milestones):
        return True
    return any(_lost(plan, milestone, id) for milestone in plan.milestones.values())


def _lost(plan: Plan, milestone: Milestone, id: str) -> bool:
    """Would it be one of the goal's, if its goal or its metric were spelt as they are defined (RM030)?"""
    if milestone.goal == id:
        return milestone.metric not in plan.metrics
    return milestone.metric == plan.goals[id].metric and milestone.goal is not None and milestone.goal not in plan.goals
