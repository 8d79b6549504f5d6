"""The tactics cost more than the plan's budget.

Added up, the tactics spend money that the plan does not have: somebody will be told in autumn that there is nothing left.
Shrink or drop the tactic that returns least, or ask for the larger budget now and write it down.

Bad:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
budget: 10_000   # <- RM601
tactics:
  beta-webinars: {start: 2027-01-15, end: 2027-03-20, budget: 8_000}
  landing-page: {start: 2027-01-04, end: 2027-01-14, budget: 5_000}
```

Good:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
budget: 13_000
tactics:
  beta-webinars: {start: 2027-01-15, end: 2027-03-20, budget: 8_000}
  landing-page: {start: 2027-01-04, end: 2027-01-14, budget: 5_000}
```
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from roadmapctl.analysis.rounding import exact_total
from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

NAMED = 3
"""How many of the largest tactics are shown beside the finding."""


@rule(
    "RM601",
    Severity.ERROR,
    title_zh="打法预算合计超出计划预算",
    en="the tactics' budgets add up to {sum}, {excess} more than the plan's budget of {budget}",
    zh="各打法的预算合计为 {sum}，超出计划预算 {budget} 达 {excess}",
    help_en="take {excess} out of the tactics, or raise the plan's budget to {sum}",
    help_zh="请从打法中削减 {excess}，或把计划预算提高到 {sum}",
    whole=("tactics.*.budget",),
)
def tactics_exceed_budget(plan: Plan) -> Iterator[Finding]:
    """The sum of the tactics' budgets, where it is above the plan's."""
    asked = [(tactic.budget, id) for id, tactic in plan.tactics.items() if tactic.budget]
    spent = exact_total(budget for budget, _ in asked)
    if plan.budget is None or spent <= plan.budget:
        return
    total = Fraction(spent)
    largest = sorted(asked, key=lambda item: -item[0])[:NAMED]
    most, id = largest[0]
    alone = (
        most > plan.budget >= total - Fraction(most)
    )  # where the others are too much as well, the budget is too small
    fields = {"sum": total, "budget": plan.budget, "excess": total - Fraction(plan.budget)}
    yield Finding(
        ("tactics", id, "budget") if alone else ("budget",),
        fields,
        help=_shrink(id, most, plan.budget) if alone else None,
        related=tuple(_related(plan, largest, alone=alone)),
    )


def _shrink(id: str, most: Decimal, budget: Decimal) -> Message:
    return Message(
        "{tactic} alone takes {most} of {budget}: shrink it, or raise the plan's budget",
        "仅 {tactic} 一项就需要 {most}，而计划预算为 {budget}：请缩减它，或提高计划预算",
        {"tactic": id, "most": most, "budget": budget},
    )


def _related(plan: Plan, largest: list[tuple[Decimal, str]], *, alone: bool) -> Iterator[tuple[Path, Message]]:
    """The plan's budget where one tactic is to blame, and the largest (other) tactics."""
    if alone:
        yield ("budget",), Message("the plan's budget is {budget}", "计划预算为 {budget}", {"budget": plan.budget})
    for budget, id in largest[1:] if alone else largest:
        fields = {"tactic": id, "budget": budget}
        yield ("tactics", id, "budget"), Message("{tactic} takes {budget}", "{tactic} 需要 {budget}", fields)
