"""A function that the plan needs is carried by nobody.

The organisation lists what somebody has to do, and this is among nobody's duties. It gets done late, by whoever happens to
notice, or not at all.

Give it to a person (`functions`), ask for the headcount, or take it out of the list. Spelling is not looked at too closely:
`Trade shows` and `trade-shows` are one function.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
organization:
  functions: [strategy, content, events, data]   # <- RM908
  people:
    lin: {name: Lin Mei, functions: [strategy, events]}
    ana: {name: Ana Pérez, functions: [content]}
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
organization:
  functions: [strategy, content, events, data]
  people:
    lin: {name: Lin Mei, functions: [strategy, events]}
    ana: {name: Ana Pérez, functions: [content, data]}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM908",
    Severity.WARNING,
    title_zh="没有人承担的职能",
    en="nobody carries the function “{function}”",
    zh="没有人承担职能“{function}”",
    help_en="write it among the functions of a person, or ask for the headcount (organization.headcount.asked)",
    help_zh="请写进某个人的 functions，或申请编制（organization.headcount.asked）",
    whole=("organization.functions", "organization.people.*.functions"),
)
def function_nobody_carries(plan: Plan) -> Iterator[Finding]:
    """Functions that are needed and among nobody's, where people say theirs."""
    organization = plan.organization
    if organization is None or not organization.functions:
        return
    from roadmapctl.analysis.people.functions import functions

    found = functions(organization)
    carried = [function.name for function in found if function.people]
    for function in found if carried else ():
        if not function.people:
            place = organization.functions.index(function.name)
            mend = _likely(function.name, [one.name for one in found if one.people and not one.needed])
            path = ("organization", "functions", place)
            yield Finding(path, {"function": function.name}, help=mend)


def _likely(name: str, others: list[str]) -> Message | None:
    """A function of somebody's that is nearly called the same."""
    from roadmapctl.model.nearest import nearest

    likely = nearest(name, others)
    if likely is None:
        return None
    fields = {"likely": likely}
    return Message("somebody carries “{likely}”: write both the same way", "有人承担“{likely}”：请统一写法", fields)
