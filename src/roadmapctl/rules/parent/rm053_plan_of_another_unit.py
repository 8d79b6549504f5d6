"""The plan is of another unit than its parent.

A quarter of one business unit belongs to that unit's year. Under the year of another unit its budget and its goals would be added
up to the wrong whole; mostly a plan was copied and one of the two lines was not changed.

Name the plan of the same unit as `parent`, or correct `unit`. A parent without `unit` is the plan of all of them.

With the parent `year.yaml`:

```yaml
roadmap: 1
name: North 2027
unit: North
period: 2027
```

Bad:

```yaml
roadmap: 1
name: South, first quarter
unit: South   # <- RM053
period: 2027-Q1
parent: year.yaml
```

Good:

```yaml
roadmap: 1
name: North, first quarter
unit: North
period: 2027-Q1
parent: year.yaml
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM053",
    Severity.WARNING,
    title_zh="计划与上级计划属于不同的业务单元",
    en="the plan is of the unit {unit}, its parent of {wider}",
    zh="计划属于业务单元 {unit}，而上级计划属于 {wider}",
    help_en="name the plan of {unit} as its parent, or correct the unit",
    help_zh="请把 {unit} 的计划写为 parent，或更正 unit",
)
def plan_of_another_unit(plan: Plan) -> Iterator[Finding]:
    """Two plans that both name a unit, and not the same one."""
    wider = plan.above.unit if plan.above is not None else None
    if plan.unit is not None and wider is not None and plan.unit != wider:
        related = ((("parent",), Message("the parent is named here", "上级计划写在这里")),)
        yield Finding(("unit",), {"unit": plan.unit, "wider": wider}, related=related)
