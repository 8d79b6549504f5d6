"""What is won, or what other teams bring, is less than a fraction of one deal.

`already_won` and `other_teams` are taken off the target before the funnel is computed. An amount below a tenth of the average
deal cannot have been won by deals: 20 was meant as 20%, or 1.2 as 1.2M. The funnel then asks marketing for nearly all of the
target.

Write a part of the target with its per cent sign (`other_teams: 20%`), an amount in full (`already_won: 1.2M`), and leave out
what is nothing.

Bad:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
goals:
  year-sales: {metric: revenue, baseline: 0, target: 9M, due: 2027-12-31}
funnel:
  goal: year-sales
  deal_size: 25_000
  other_teams: 20   # <- RM822
  stages:
    - {id: proof, rate: 30%}
    - {id: customer}
```

Good:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
goals:
  year-sales: {metric: revenue, baseline: 0, target: 9M, due: 2027-12-31}
funnel:
  goal: year-sales
  deal_size: 25_000
  other_teams: 20%
  stages:
    - {id: proof, rate: 30%}
    - {id: customer}
```
"""

from collections.abc import Iterator
from fractions import Fraction

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.model.funnel import Funnel
from roadmapctl.model.funnel_values import Part
from roadmapctl.rules.funnel.outcome import PARTS, money_demand
from roadmapctl.rules.once import once
from roadmapctl.rules.rule import Finding, rule

TENTH = Fraction(1, 10)
PER_CENT = 100


@rule(
    "RM822",
    Severity.WARNING,
    title_zh="已赢得或其他团队的部分不足一笔成交",
    en="{amount} is less than a tenth of one deal of {deal}, and next to nothing of the target of {target}",
    zh="{amount} 不足单笔成交额 {deal} 的十分之一，相对目标 {target} 几乎为零",
    help_en="write the amount in full, such as 1.2M, or leave it out",
    help_zh="请写完整金额，如 120万，或删去",
    whole=PARTS,
)
@once
def part_smaller_than_a_deal(plan: Plan) -> tuple[Finding, ...]:
    """Amounts above 0 that are taken off a target of money and are below a tenth of the average deal."""
    demand = money_demand(plan)
    if plan.funnel is None or demand is None or not demand.deal_size or demand.deal_size > demand.target:
        return ()
    fields, tenth = {"deal": demand.deal_size, "target": demand.target}, demand.deal_size * TENTH
    return tuple(
        Finding(("funnel", key), {"amount": amount, **fields}, help=_per_cent(key, amount))
        for key, amount in _amounts(plan.funnel)
        if 0 < amount < tenth
    )


def _amounts(funnel: Funnel) -> Iterator[tuple[str, Fraction]]:
    """What is taken off the target as an amount, by key."""
    if funnel.already_won is not None:
        yield "already_won", Fraction(funnel.already_won)
    others = funnel.other_teams
    if others is not None and not isinstance(others, Part):
        yield "other_teams", Fraction(others)


def _per_cent(key: str, amount: Fraction) -> Message | None:
    if key != "other_teams" or amount > PER_CENT:
        return None
    return Message(
        "write {amount}% if it is a part of the target, the amount in full, or leave it out",
        "若为目标的一部分请写 {amount}%，否则请写完整金额，或删去",
        {"amount": amount},
    )
