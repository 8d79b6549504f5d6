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
from datetime import date
from decimal import Decimal

from roadmapctl.analysis.schedule import days_in
from roadmapctl.analysis.words.trusted import trusted
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.model.metrics import Metric
from roadmapctl.model.milestones import Milestone
from roadmapctl.rules.goals.doubted import doubted
from roadmapctl.rules.goals.rm317_goal_beyond_what_it_supports import goal_beyond_what_it_supports
from roadmapctl.rules.milestones.rm510_milestones_go_backwards import milestones_go_backwards, so_far
from roadmapctl.rules.milestones.rm512_name_says_another_number import said_otherwise
from roadmapctl.rules.once import once
from roadmapctl.rules.quantities import quantity
from roadmapctl.rules.rule import Finding, rule

NEAR = 10
"""In one part in so many of the plan's time, before the due day, little more can come."""
ONE, SEVERAL = Decimal("0.5"), Decimal("0.8")
"""The part of the way that one milestone, or several that share a flow, have come at least by then."""


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
        come = _come(plan, metric, milestones)
        when = ("on the day", "当天") if left == 0 else (f"{left} days before", f"前 {left} 天")
        values = {"target": quantity(come, metric), "aim": quantity(goal.aim or 0, metric)}
        fields = {"goal": id, "milestone": last, "when": when[0], "when_zh": when[1], **values}
        place = ("goals", id, "target" if goal.target is not None else "change")
        yield Finding(
            ("milestones", last, "target"),
            fields,
            related=((place, Message("the goal's target", "目标的目标值")),),
        )


@once
def stopping_short(plan: Plan) -> dict[str, tuple[list[str], str, int]]:
    """By goal that its milestones do not reach: these, the last of them, and the days from it to the goal's due day."""
    found: dict[str, tuple[list[str], str, int]] = {}
    for id, milestones in _on_the_way(plan).items():
        goal, metric = plan.goals[id], plan.metrics.get(plan.goals[id].metric or "")
        last = max(milestones, key=lambda m: plan.milestones[m].date or date.min)
        left = _days_left(plan, last, goal)
        if left is None or metric is None or goal.aim is None:
            continue
        if not _reached(goal, metric, _come(plan, metric, milestones), len(milestones), left):
            found[id] = milestones, last, left
    return found


def _days_left(plan: Plan, last: str, goal: Goal) -> int | None:
    """From the last milestone to the goal's due day; None where that is more than a tenth of the plan's time, or none is left."""
    day = plan.milestones[last].date
    left = -1 if day is None or goal.due is None else (goal.due - day).days
    near = 0 if plan.period is None else days_in(plan.period) // NEAR
    return left if 0 <= left <= near else None


def _come(plan: Plan, metric: Metric, milestones: list[str]) -> Decimal:
    """How far the milestones come: those of a flow that count each its own stretch of time, all together."""
    targets = [plan.milestones[id].target or Decimal(0) for id in milestones]
    if metric.better == "down":
        return min(targets)
    adds = not metric.is_stock and milestones[0] not in so_far(plan)
    return sum(targets, Decimal(0)) if adds else max(targets)


def _reached(goal: Goal, metric: Metric, come: Decimal, number: int, left: int) -> bool:
    """Is it the goal's target, or, where days are left, so much of the way that the rest may well be made in them?"""
    sign = -1 if metric.better == "down" else 1
    missing = sign * ((goal.aim or Decimal(0)) - come)
    if missing <= 0 or left == 0:
        return missing <= 0
    adds = not metric.is_stock and sign > 0
    start = Decimal(0) if adds or goal.baseline is None else goal.baseline
    part = SEVERAL if adds and number > 1 else ONE
    return missing <= (1 - part) * abs((goal.aim or Decimal(0)) - start)


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
    from roadmapctl.rules.tactics.rm625_contributions_far_beyond_the_need import contributions_far_beyond_the_need

    goal = plan.goals[id]
    if not trusted(goal, metric) or doubted(plan, id):
        return True
    if any(finding.path[1] == id for finding in goal_beyond_what_it_supports(plan)):
        return True  # RM317: it is the goal that is too large
    if any(finding.fields["milestone"] in milestones for finding in contributions_far_beyond_the_need(plan)):
        return True  # RM625: it is one milestone that is too small
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
