"""A person has no part in the plan.

Somebody is listed who owns no tactic, answers for no goal and has no function. Either their part was forgotten, or they left.
Break a goal down to them, name what they do under `functions`, or take them out.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  beta-webinars: {owner: lin, start: 2027-01-15, end: 2027-03-20}
organization:
  people:
    lin: {name: Lin Mei, role: Demand generation lead}
    ana: {name: Ana Pérez, role: Web lead}   # <- RM901
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  beta-webinars: {owner: lin, start: 2027-01-15, end: 2027-03-20}
organization:
  people:
    lin: {name: Lin Mei, role: Demand generation lead}
    ana: {name: Ana Pérez, role: Web lead, functions: [website, content]}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM901",
    Severity.INFO,
    title_zh="有人在计划中没有任何职责",
    en="{person} owns no tactic, answers for no goal and has no function",
    zh="{person} 既不负责打法，也不承担目标，也没有职能",
    help_en="give {person} a tactic, a goal or a function, or take the name out",
    help_zh="请为 {person} 分配打法、目标或职能，或将其移除",
    whole=("tactics.*.owner",),
)
def person_without_part(plan: Plan) -> Iterator[Finding]:
    """People of a plan with tactics who do nothing in it."""
    people = plan.organization.people if plan.organization is not None and plan.tactics else {}
    owners = {tactic.owner for tactic in plan.tactics.values()}
    for id, person in people.items():
        if id not in owners and not person.goals and not person.functions:
            path = ("organization", "people", id)
            yield Finding(path, {"person": id}, key=True, absent=((*path, "goals"), (*path, "functions")))
