"""One person carries every function.

Where a single name stands for strategy, content, events, data and sales support, each of them is done on the side. The plan has
other people, so the work can be shared; or a function is missing that nobody has thought of.

Give each person the functions they really carry, or ask for the headcount the plan needs.

Bad:

```yaml
# asked: RM903
roadmap: 1
name: Spring
period: 2027
organization:
  people:
    lin: {name: Lin Mei, functions: [strategy, content, events]}   # <- RM903
    ana: {name: Ana Pérez, functions: [content]}
```

Good:

```yaml
# asked: RM903
roadmap: 1
name: Spring
period: 2027
organization:
  people:
    lin: {name: Lin Mei, functions: [strategy, events]}
    ana: {name: Ana Pérez, functions: [content]}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

FEWEST = 3


@rule(
    "RM903",
    Severity.WARNING,
    title_zh="一个人承担全部职能",
    en="{person} carries every function there is: {functions}",
    zh="{person} 一人承担全部职能：{functions}",
    help_en="share the functions among the people, or ask for the headcount (organization.headcount.asked)",
    help_zh="请把职能分给其他人，或申请编制（organization.headcount.asked）",
    asked=True,
    whole=("organization",),
)
def one_person_carries_everything(plan: Plan) -> Iterator[Finding]:
    """Somebody who has each of three or more functions that people have."""
    people = plan.organization.people if plan.organization is not None else {}
    functions = {function for person in people.values() for function in person.functions}
    for id, person in people.items():
        if len(functions) >= FEWEST and set(person.functions) == functions:
            named = person.functions
            yield Finding(("organization", "people", id), {"person": id, "functions": named}, key=True)
