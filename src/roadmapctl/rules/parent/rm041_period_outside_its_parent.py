"""The plan's period lies outside its parent's.

A quarter belongs to the year it is cut out of. When the two do not cover the same days, budget and goals of one are held against
those of another time; mostly a plan was copied and `parent` still names last year's file.

Correct the period, or name the parent of that time.

With the parent `year.yaml`:

```yaml
roadmap: 1
name: Year
period: 2027
```

Bad:

```yaml
roadmap: 1
name: First quarter
period: 2028-Q1   # <- RM041
parent: year.yaml
```

Good:

```yaml
roadmap: 1
name: First quarter
period: 2027-Q1
parent: year.yaml
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.days import all_outside
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM041",
    Severity.WARNING,
    title_zh="计划周期超出上级计划的周期",
    en="the plan runs from {start} to {end}, its parent from {first} to {last}",
    zh="计划从 {start} 到 {end}，而上级计划从 {first} 到 {last}",
    help_en="correct the period, or name the parent of that time",
    help_zh="请更正 period，或改为该时段的上级计划",
)
def period_outside_its_parent(plan: Plan) -> Iterator[Finding]:
    """A period with a day that the parent's does not cover; one that fits none of the plan's own days is RM050's."""
    wider = plan.above.period if plan.above is not None and not all_outside(plan) else None
    if plan.period is None or wider is None or (wider.covers(plan.period.start) and wider.covers(plan.period.end)):
        return
    fields = {"start": plan.period.start, "end": plan.period.end, "first": wider.start, "last": wider.end}
    yield Finding(
        ("period",), fields, related=((("parent",), Message("the parent is named here", "上级计划写在这里")),)
    )
