"""A goal whose wording says no quantity.

“Generate more leads” is reached with one more, and with a thousand. What people repeat is the sentence, not the
fields beneath it; so the sentence itself says how much of what, and by when: “Add 1,000 subscribers to our e-mail
list by 30 June”.

Digits that are only dates, years, quarters, ranks or names (Q3, B2B, number one) are no quantity. Words are: half,
double, two dozen, every hospital, zero complaints. How often this is judged rightly is measured in
[docs/goal-wording.md](../goal-wording.md).

Bad:

```yaml
# asked: RM302
roadmap: 1
name: Spring
period: 2027
metrics:
  subscribers: {name: E-mail subscribers, unit: people, kind: stock}
goals:
  list-growth:
    statement: Generate more subscribers by Q2 2027   # <- RM302
    metric: subscribers
    baseline: 4_000
    target: 5_000
    due: 2027-06-30
```

Good:

```yaml
# asked: RM302
roadmap: 1
name: Spring
period: 2027
metrics:
  subscribers: {name: E-mail subscribers, unit: people, kind: stock}
goals:
  list-growth:
    statement: Add 1,000 subscribers to our e-mail list by 30 June 2027
    metric: subscribers
    baseline: 4_000
    target: 5_000
    due: 2027-06-30
```
"""

from collections.abc import Iterator

from roadmapctl.analysis.words.plain_statement import aims, says_number
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.rules.quantities import quantity
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM302",
    Severity.WARNING,
    title_zh="目标的表述没有数量",
    en="“{statement}” does not say how much",
    zh="“{statement}”没有说明做到多少",
    help_en="say how much of what, by when: “Add 1,000 subscribers to our e-mail list by 30 June”",
    help_zh="请写明到什么时候、做到多少：“6月30日前新增1,000名订阅者”",
    asked=True,
)
def vague_goal(plan: Plan) -> Iterator[Finding]:
    """Goals whose sentence states no quantity, even where their fields do."""
    for id, goal in plan.goals.items():
        statement = goal.statement
        if statement is None or says_number(statement, aims(goal)):
            continue
        from roadmapctl.analysis.words.wording import judge

        if not judge(statement).measurable:
            path = ("goals", id, "statement")
            yield Finding(path, {"statement": statement}, help=_mend(plan, goal))


def _mend(plan: Plan, goal: Goal) -> Message | None:
    """The goal's own numbers to put into its sentence; None where it has none."""
    metric = plan.metrics.get(goal.metric or "")
    if goal.aim is None or goal.due is None or metric is None:
        return None
    fields = {"metric": metric.name or goal.metric, "target": quantity(goal.aim, metric), "due": goal.due}
    return Message(
        "put the numbers in: {metric}, {target} by {due}", "请把数字写进去：{due} 前{metric}达到 {target}", fields
    )
