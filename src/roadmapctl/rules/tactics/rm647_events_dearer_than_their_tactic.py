"""A series of events costs more than its tactic may.

Twelve fairs at 2,000 each are 24,000; a tactic that holds them for 2,400 has lost a zero, or the cost of one event has one too
many. Either way the budget that is added up is not the money that will be spent.

Give the tactic what its events cost, or mend what one of them costs. A tenth less is taken for a price that was bargained down.

Bad:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
goals:
  year-sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}
funnel:
  goal: year-sales
  deal_size: 1_200
  stages:
    - {id: tasting, rate: 30%}
    - {id: customer}
  sources:
    fairs: {feeds: tasting, event: {audience: 50, rate: 10%, cost: 2_000}, capacity: 6 per month}
tactics:
  spring-fairs:
    start: 2027-03-01
    end: 2027-05-31
    budget: 2_400   # <- RM647
    event: {events: 12, format: fairs, date: 2027-03-06}
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
  year-sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}
funnel:
  goal: year-sales
  deal_size: 1_200
  stages:
    - {id: tasting, rate: 30%}
    - {id: customer}
  sources:
    fairs: {feeds: tasting, event: {audience: 50, rate: 10%, cost: 2_000}, capacity: 6 per month}
tactics:
  spring-fairs:
    start: 2027-03-01
    end: 2027-05-31
    budget: 24_000
    event: {events: 12, format: fairs, date: 2027-03-06}
```
"""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.tactics.event_claims import planned_sizes
from roadmapctl.rules.tactics.rm648_more_events_than_their_source_can_carry import (
    more_events_than_their_source_can_carry,
)

if TYPE_CHECKING:
    from roadmapctl.analysis.programme.held import Held
    from roadmapctl.analysis.programme.sizes import Size

BARGAIN = Fraction(9, 10)


@rule(
    "RM647",
    Severity.WARNING,
    title_zh="一组活动的成本超过其打法的预算",
    en="{tactic} has {budget}, but {number} events at {each} cost {cost}",
    zh="{tactic} 的预算为 {budget}，而 {number} 场活动每场 {each}，共需 {cost}",
    help_en="give it {cost}, hold fewer events, or mend what one of them costs",
    help_zh="请把预算改为 {cost}、减少场次，或更正每场的成本",
    whole=(*PARTS, "tactics"),
)
def events_dearer_than_their_tactic(plan: Plan) -> Iterator[Finding]:
    """Tactics whose budget is less than nine tenths of events × cost; where all of one size are, it is the cost, said once."""
    many = {finding.path[1] for finding in more_events_than_their_source_can_carry(plan)}
    rows = [row for row in planned_sizes(plan) if _cost(*row) is not None and row[0].id not in many]
    short = [row for row in rows if _too_dear(*row)]
    events, lacking = (Counter(_place(size) for _, size in some) for some in (rows, short))
    wrong = {place for place, number in lacking.items() if number == events[place] > 1}  # all of several of one size
    if short and not _money_is_short(plan):
        yield from (
            _finding(held, size, ("tactics", held.id, "budget")) for held, size in short if _place(size) not in wrong
        )
        firsts = {_place(size): (held, size) for held, size in reversed(short)}
        yield from (_finding(*firsts[place], place) for place in firsts if place in wrong)


def _cost(held: "Held", size: "Size") -> Fraction | None:
    return None if size.cost is None or held.tactic.budget is None else held.number * size.cost


def _too_dear(held: "Held", size: "Size") -> bool:
    cost = _cost(held, size)
    return cost is not None and Fraction(held.tactic.budget or 0) < cost * BARGAIN


def _money_is_short(plan: Plan) -> bool:
    """Does another finding doubt the plan's budget, or what the funnel's sources cost (RM601, RM815)?"""
    from roadmapctl.rules.funnel.rm815_funnel_costs_more_than_the_budget import funnel_costs_more_than_the_budget
    from roadmapctl.rules.tactics.rm601_tactics_exceed_budget import tactics_exceed_budget

    return any(True for rule in (tactics_exceed_budget, funnel_costs_more_than_the_budget) for _ in rule(plan))


def _place(size: "Size") -> Path:
    tier = ("tiers", size.tier) if size.tier else ()
    return ("funnel", "sources", size.source, "event", *tier, "cost")


def _finding(held: "Held", size: "Size", place: Path) -> Finding:
    fields = {
        "tactic": held.id,
        "budget": held.tactic.budget,
        "number": held.number,
        "each": size.cost,
        "cost": _cost(held, size),
    }
    places: tuple[tuple[Path, Message], ...] = (
        (("tactics", held.id, "budget"), Message("the tactic's budget", "打法的预算")),
        (_place(size), Message("what one event costs", "每场活动的成本")),
    )
    return Finding(place, fields, related=tuple(other for other in places if other[0] != place))
