"""A goal without a statement.

People do not repeat fields, they repeat a sentence. The statement is what is said in meetings and stands in reports,
and it is what others hold the plan to: how much of what, by when.

Bad:

```yaml
# asked: RM312
roadmap: 1
name: Spring
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  more-leads: {metric: leads, baseline: 260, target: 600, due: 2027-09-30}   # <- RM312
```

Good:

```yaml
# asked: RM312
roadmap: 1
name: Spring
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  more-leads:
    statement: Bring sales 600 leads by 30 September 2027, after 260 last year
    metric: leads
    baseline: 260
    target: 600
    due: 2027-09-30
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM312",
    Severity.WARNING,
    title_zh="目标没有文字表述",
    en="the goal {goal} is not said in a sentence",
    zh="目标 {goal} 没有用一句话表述（statement）",
    help_en="write statement: how much of what, by when",
    help_zh="请写 statement: 到什么时候、做到多少",
    asked=True,
)
def goal_without_statement(plan: Plan) -> Iterator[Finding]:
    """Goals without a statement."""
    for id, goal in plan.goals.items():
        if goal.statement is None:
            path = ("goals", id)
            yield Finding(path, {"goal": id}, key=True, absent=((*path, "statement"),))
