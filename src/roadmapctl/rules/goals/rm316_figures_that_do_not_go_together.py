"""Targets that contradict a definition.

Some figures are tied to each other by what they mean: customers × average deal = revenue, orders × average order = revenue,
ARR = 12 × MRR, MRR = ARPU × customers, LTV / CAC, ad spend × ROAS, leads × rate = MQLs. Where goals of one day state all parts of
such an identity and it does not hold, at least one of them cannot be reached together with the others.

Mend the number that is wrong. Figures are recognised by the whole name of their metric, in English or Chinese; goals of different
segments or days are not held against each other, and differences of rounding do no harm.

Bad:

```yaml
roadmap: 1
name: Subscription plan
currency: USD
period: 2027
metrics:
  mrr: {name: Monthly recurring revenue, unit: USD, kind: stock}
  arr: {name: Annual recurring revenue, unit: USD, kind: stock}
goals:
  month-end: {metric: mrr, baseline: 150_000, target: 250_000, due: 2027-12-31}
  year-end: {metric: arr, baseline: 1.8M, target: 3.6M, due: 2027-12-31}   # <- RM316
```

Good:

```yaml
roadmap: 1
name: Subscription plan
currency: USD
period: 2027
metrics:
  mrr: {name: Monthly recurring revenue, unit: USD, kind: stock}
  arr: {name: Annual recurring revenue, unit: USD, kind: stock}
goals:
  month-end: {metric: mrr, baseline: 150_000, target: 250_000, due: 2027-12-31}
  year-end: {metric: arr, baseline: 1.8M, target: 3M, due: 2027-12-31}
```
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.quantities import quantity
from roadmapctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from roadmapctl.analysis.kpis.identities import Contradiction


@rule(
    "RM316",
    Severity.WARNING,
    title_zh="目标值之间违反了指标定义",
    en="{formula} makes {implied}, but {whole} is to be {stated}",
    zh="{formula} 得出 {implied}，而 {whole} 的目标是 {stated}",
    help_en="mend the target that is wrong, so that all of them can be reached together",
    help_zh="请修改其中有误的目标值，使它们能够同时达成",
    whole=("goals", "metrics"),
)
def figures_that_do_not_go_together(plan: Plan) -> Iterator[Finding]:
    """Goals of one day whose targets break the definition of a figure."""
    if sum(goal.due is not None and goal.metric is not None for goal in plan.goals.values()) < 2:
        return
    from roadmapctl.analysis.kpis.identities import contradictions

    for found in contradictions(plan):
        goals = (found.whole, *found.factors)
        related = tuple((_place(plan, goal), _says(plan, goal)) for goal in goals if goal != found.doubted)
        yield Finding(_place(plan, found.doubted), _fields(plan, found), related=related)


def _fields(plan: Plan, found: "Contradiction") -> dict[str, Any]:
    sign = " ÷ " if found.divides else " × "
    formula = sign.join(found.factors)
    if found.scale != 1:
        formula += f" × {found.scale}" if found.scale > 1 else f" ÷ {1 / found.scale}"
    metric = plan.metrics.get(plan.goals[found.whole].metric or "")
    implied = round(found.implied, 2) if found.implied.denominator > 1 else found.implied
    values = {"implied": quantity(Fraction(implied), metric), "stated": quantity(found.stated, metric)}
    return {"formula": formula, "whole": found.whole, **values}


def _place(plan: Plan, goal: str) -> Path:
    return ("goals", goal, "target" if plan.goals[goal].target is not None else "change")


def _says(plan: Plan, id: str) -> Message:
    goal = plan.goals[id]
    value = quantity(goal.aim or 0, plan.metrics.get(goal.metric or ""))
    return Message("{goal} is to be {value}", "{goal} 的目标是 {value}", {"goal": id, "value": value})
