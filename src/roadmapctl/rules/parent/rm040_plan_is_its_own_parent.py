"""The plan names itself as its parent.

`parent` ties a quarter, a unit or a campaign to the wider plan it belongs to. A plan that is its own parent is held against
itself, so that its budget and its goals always seem to fit.

Name the wider plan's file, or take `parent` out.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
parent: plan.yaml   # <- RM040
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM040",
    Severity.ERROR,
    title_zh="计划以自身为上级计划",
    en="“{file}” is this very plan",
    zh="“{file}”就是本计划自身",
    help_en="name the wider plan's file, or take “parent” out",
    help_zh="请填写上级计划的文件，或删除 parent",
)
def plan_is_its_own_parent(plan: Plan) -> Iterator[Finding]:
    """A plan and a parent that say the same, word for word."""
    if is_itself(plan):
        yield Finding(("parent",), {"file": plan.parent})


def is_itself(plan: Plan) -> bool:
    """Is the wider plan the plan itself? What it holds is not compared then."""
    return plan.above is not None and plan.above.name == plan.name and plan.above.model_dump() == plan.model_dump()
