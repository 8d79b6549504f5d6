"""An idea costs more than the whole plan.

An idea is scored to be done instead of, or beside, what is planned. One that costs more than all the money there is was not costed,
or its amount has zeros too many: the ranking of ideas by what they bring for their money is then wrong as well.

Correct the amount, or leave it out until somebody knows it.

Bad:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
budget: 90_000
ideas:
  podcast: {lever: content, budget: 250_000}   # <- RM652
```

Good:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
budget: 90_000
ideas:
  podcast: {lever: content, budget: 25_000}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.tactics.rm601_tactics_exceed_budget import tactics_exceed_budget


@rule(
    "RM652",
    Severity.INFO,
    title_zh="点子的花费超过整个计划的预算",
    en="{idea} would cost {cost}, more than the plan's whole budget of {budget}",
    zh="{idea} 需花费 {cost}，超过计划的全部预算 {budget}",
    help_en="look for zeros too many, or leave the amount out until it is known",
    help_zh="请检查是否多写了零；尚不清楚花费时可不写",
    whole=("tactics",),
)
def idea_dearer_than_the_plan(plan: Plan) -> Iterator[Finding]:
    """Ideas whose budget is above the plan's, unless that is too small for what is planned already (RM601)."""
    dear = {
        id: idea.budget for id, idea in plan.ideas.items() if idea.budget and plan.budget and idea.budget > plan.budget
    }
    if not dear or any(True for _ in tactics_exceed_budget(plan)):
        return
    budget = (("budget",), Message("the plan's budget is here", "计划预算在这里"))
    for id, cost in dear.items():
        fields = {"idea": id, "cost": cost, "budget": plan.budget}
        yield Finding(("ideas", id, "budget"), fields, related=(budget,))
