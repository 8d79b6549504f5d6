"""A goal that nobody answers for.

The plan says which goals some people answer for, and this one is among nobody's. What belongs to everybody is worked on last,
and when it is missed nobody has to say why.

Name the goal in the `goals` of the person who answers for it.

Bad:

```yaml
# asked: RM905
# asked: RM905
roadmap: 1
name: Spring
period: 2027
goals:
  revenue: {statement: Win 2M EUR by 31 December 2027}
  leads: {statement: Bring sales 500 leads by 30 September 2027}   # <- RM905
organization:
  people:
    lin: {name: Lin Mei, goals: [revenue]}
```

Good:

```yaml
# asked: RM905
roadmap: 1
name: Spring
period: 2027
goals:
  revenue: {statement: Win 2M EUR by 31 December 2027}
  leads: {statement: Bring sales 500 leads by 30 September 2027}
organization:
  people:
    lin: {name: Lin Mei, goals: [revenue]}
    ana: {name: Ana Pérez, goals: [leads]}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM905",
    Severity.WARNING,
    title_zh="没有人负责的目标",
    en="nobody answers for the goal {goal}",
    zh="没有人对目标 {goal} 负责",
    help_en="name it in the goals of a person (organization.people.….goals)",
    help_zh="请在某个人的 goals 中写上它（organization.people.….goals）",
    asked=True,
    whole=("organization.people.*.goals",),
)
def goal_nobody_answers_for(plan: Plan) -> Iterator[Finding]:
    """Goals outside everybody's, where somebody answers for one."""
    people = plan.organization.people if plan.organization is not None else {}
    answered = {goal for person in people.values() for goal in person.goals}
    if not answered <= plan.goals.keys():
        return  # one is misspelt (RM030)
    known = plan.goals.keys() | (plan.above.goals.keys() if plan.above is not None else ())
    for id in plan.goals if answered and answered <= known else ():  # one may be misspelt (RM030)
        if id not in answered:
            yield Finding(("goals", id), {"goal": id}, key=True)
