"""Nothing in the plan supports its parent.

A quarter exists for the sake of the year. If none of its goals, milestones or focus areas names a goal of the parent, nobody
can say what the quarter contributes, and the year's goals are left to the quarters that come after.

Write `supports:` and the id of the parent's goal at the goals that serve it.

With the parent `year.yaml`:

```yaml
roadmap: 1
name: Year
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  year-leads: {metric: leads, baseline: 0, target: 600, due: 2027-12-31}
```

Bad:

```yaml
roadmap: 1
name: First quarter
period: 2027-Q1
parent: year.yaml   # <- RM044
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  quarter-leads: {metric: leads, baseline: 0, target: 120, due: 2027-03-31}
```

Good:

```yaml
roadmap: 1
name: First quarter
period: 2027-Q1
parent: year.yaml
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  quarter-leads: {metric: leads, baseline: 0, target: 120, due: 2027-03-31, supports: year-leads}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.once import ids_in_use
from roadmapctl.rules.parent.rm040_plan_is_its_own_parent import is_itself
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM044",
    Severity.WARNING,
    title_zh="计划没有支持上级计划的任何目标",
    en="none of the plan's goals supports a goal of its parent, {parent}",
    zh="计划的目标均未支持上级计划 {parent} 的任何目标",
    help_en="write supports: and one of {goals}",
    help_zh="请写 supports: 以及其中之一：{goals}",
    whole=("goals.*.supports", "milestones.*.goal", "focus.*.goals", "organization.people.*.goals"),
)
def plan_serves_nothing_of_its_parent(plan: Plan) -> Iterator[Finding]:
    """A plan with goals under a parent with goals that it never names; one that names a goal that is not there is RM030's."""
    if plan.above is None or not plan.above.goals or not plan.goals or is_itself(plan):
        return
    named = ids_in_use(plan).get("goals", set())
    own = {goal.supports for id, goal in plan.goals.items() if goal.supports == id}
    if not (named - plan.goals.keys()) | own:
        goals = tuple(plan.above.goals)[:4]
        yield Finding(("parent",), {"parent": plan.above.name, "goals": goals})
