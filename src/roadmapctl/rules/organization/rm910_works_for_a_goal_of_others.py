"""Somebody's tactics lead to a goal that is not among theirs.

The plan says which goals each person answers for. This one owns tactics whose milestones lead elsewhere: when they slip, the
goal of a colleague is missed, and nothing in this person's goals tells them.

Name the goal among theirs too, or give the tactics to the person who answers for it. A goal that theirs supports counts as theirs.

Bad:

```yaml
# asked: RM910
roadmap: 1
name: Spring
period: 2027
goals:
  revenue: {statement: Win 2M EUR by 31 December 2027}
  leads: {statement: Bring sales 500 leads by 30 September 2027}
milestones:
  first-leads: {date: 2027-03-31, goal: leads}
tactics:
  webinars: {owner: lin, milestone: first-leads, start: 2027-01-11, end: 2027-03-26}
organization:
  people:
    lin: {name: Lin Mei, goals: [revenue]}   # <- RM910
    ana: {name: Ana Pérez, goals: [leads]}
```

Good:

```yaml
# asked: RM910
roadmap: 1
name: Spring
period: 2027
goals:
  revenue: {statement: Win 2M EUR by 31 December 2027}
  leads: {statement: Bring sales 500 leads by 30 September 2027, supports: revenue}
milestones:
  first-leads: {date: 2027-03-31, goal: leads}
tactics:
  webinars: {owner: lin, milestone: first-leads, start: 2027-01-11, end: 2027-03-26}
organization:
  people:
    lin: {name: Lin Mei, goals: [revenue]}
    ana: {name: Ana Pérez, goals: [leads]}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.structure.unknown_ids import unknown_ids


@rule(
    "RM910",
    Severity.INFO,
    title_zh="打法所服务的目标不在其负责人的目标之内",
    en="{person} owns {count} tactics that lead to {goal}, which is not among the goals {person} answers for",
    zh="{person} 负责的 {count} 项打法服务于 {goal}，但该目标不在其负责的目标之内",
    help_en="add {goal} to the goals of {person}, or let those who answer for it own the tactics",
    help_zh="请把 {goal} 写进 {person} 的 goals，或由该目标的负责人来承担这些打法",
    asked=True,
    whole=("organization", "tactics", "milestones", "goals"),
)
def works_for_a_goal_of_others(plan: Plan) -> Iterator[Finding]:
    """People with goals of their own, each with the goal most of whose tactics they own without answering for it."""
    people = plan.organization.people if plan.organization is not None else {}
    answered = {goal for person in people.values() for goal in person.goals}
    if "goals" in unknown_ids(plan) or "milestones" in unknown_ids(plan):
        return  # whose goal it is, nobody can say before that is mended (RM030, RM051)
    strange: dict[str, dict[str, list[str]]] = {}
    for id, tactic in plan.tactics.items():
        owner = people.get(tactic.owner or "")
        milestone = plan.milestones.get(tactic.milestone or "")
        goal = milestone.goal if milestone is not None else None
        if owner is not None and owner.goals and goal in answered and not _theirs(plan, goal or "", owner.goals):
            strange.setdefault(tactic.owner or "", {}).setdefault(goal or "", []).append(id)
    for person, goals in strange.items():
        goal, tactics = max(goals.items(), key=lambda item: len(item[1]))
        fields = {"person": person, "goal": goal, "count": len(tactics)}
        related = ((("tactics", tactics[0], "owner"), Message("one of them is here", "其中一项在这里")),)
        yield Finding(("organization", "people", person, "goals"), fields, key=True, related=related)


def _theirs(plan: Plan, goal: str, own: tuple[str, ...]) -> bool:
    """Is the goal one of theirs, or does one of the two support the other?"""
    return goal in own or bool(_above(plan, goal) & set(own)) or any(goal in _above(plan, one) for one in own)


def _above(plan: Plan, goal: str) -> set[str]:
    """The goals that a goal supports, up to the widest."""
    found: set[str] = set()
    while goal in plan.goals and goal not in found:
        found.add(goal)
        goal = plan.goals[goal].supports or ""
    return found
