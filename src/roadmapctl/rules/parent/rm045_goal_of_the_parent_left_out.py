"""A goal of the parent falls due in this plan, and nothing here serves it.

The parent counts on this quarter for a goal that is due before the quarter ends. If nothing in the quarter's plan names it, it
will be missed without anybody having decided so.

Let a goal, a milestone or a focus area of this plan serve it, or move its date in the parent. Only plans that are shorter than
their parent and serve some of its goals are held to this.

With the parent `year.yaml`:

```yaml
roadmap: 1
name: Year
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
  references: {name: Reference customers, unit: customers, kind: stock}
goals:
  year-leads: {metric: leads, baseline: 0, target: 600, due: 2027-12-31}
  spring-references: {metric: references, baseline: 4, target: 9, due: 2027-03-15}
```

Bad:

```yaml
roadmap: 1
name: First quarter
period: 2027-Q1
parent: year.yaml   # <- RM045
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  quarter-leads: {metric: leads, baseline: 0, target: 120, due: 2027-03-31, supports: year-leads}
```

Good:

```yaml
roadmap: 1
name: First quarter
period: 2027-Q1
parent: year.yaml
metrics:
  leads: {name: Leads, unit: people, kind: flow}
  references: {name: Reference customers, unit: customers, kind: stock}
goals:
  quarter-leads: {metric: leads, baseline: 0, target: 120, due: 2027-03-31, supports: year-leads}
  references: {metric: references, baseline: 4, target: 9, due: 2027-03-15, supports: spring-references}
```
"""

from collections.abc import Iterator

from roadmapctl.analysis.schedule import days_in
from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.once import ids_in_use
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM045",
    Severity.INFO,
    title_zh="上级计划在本期到期的目标无人承接",
    en="{goal} of the parent is due on {due}, and nothing in this plan serves it",
    zh="上级计划的目标 {goal} 于 {due} 到期，但本计划没有任何内容支持它",
    help_en="let a goal of this plan support it, or move its date in the parent",
    help_zh="请让本计划的某个目标支持它，或在上级计划中调整其日期",
    whole=("goals.*.supports", "milestones.*.goal", "focus.*.goals", "organization.people.*.goals"),
)
def goal_of_the_parent_left_out(plan: Plan) -> Iterator[Finding]:
    """The parent's goals that fall due within this shorter plan and that none of its parts leads to."""
    wider = plan.above
    if wider is None or plan.period is None or wider.period is None or days_in(plan.period) >= days_in(wider.period):
        return
    named = ids_in_use(plan).get("goals", set())
    served = _with_what_they_support(wider, named)
    known = plan.goals.keys() | wider.goals.keys()
    if any(goal.supports is not None and goal.supports not in known for goal in plan.goals.values()):
        return  # it may be the one that is misspelt there (RM030)
    for id, goal in wider.goals.items() if served else ():
        if id not in served and id not in plan.goals and goal.due is not None and plan.period.covers(goal.due):
            yield Finding(("parent",), {"goal": id, "due": goal.due})


def _with_what_they_support(wider: Plan, named: set[str]) -> set[str]:
    """The parent's goals among those named and, link by link, the goals these support."""
    served: set[str] = set()
    for id in named:
        step: str | None = id
        while step is not None and step in wider.goals and step not in served:
            served.add(step)
            step = wider.goals[step].supports
    return served
