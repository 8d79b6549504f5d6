"""A tactic holds more events than their source can carry.

Somebody has to prepare each of them: a team that can hold six fairs a month holds no forty between March and May. Either the
number has a digit too many, or the capacity is that of another year.

Plan as many as can be held, let the tactic run longer, or raise the capacity. Up to twice as many as their days allow are taken for
a busy season, in which others hold none.

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
    budget: 80_000
    event: {events: 40, format: fairs, date: 2027-03-06}   # <- RM648
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

from collections.abc import Iterator
from math import floor
from typing import TYPE_CHECKING

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.model.funnel_values import UnitsPer
from roadmapctl.model.time import Period
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.tactics.event_claims import planned_sizes
from roadmapctl.rules.tactics.rm621_event_outside_its_tactic import event_outside_its_tactic

if TYPE_CHECKING:
    from roadmapctl.analysis.programme.held import Held


BUSY = 2


@rule(
    "RM648",
    Severity.WARNING,
    title_zh="打法安排的活动场次超过来源的产能",
    en="{tactic} holds {number} events in {days} days; {source} can carry {capacity}",
    zh="{tactic} 在 {days} 天内安排 {number} 场活动，而 {source} 的产能为 {capacity}",
    help_en="look for a digit too many, let it run longer, or raise the capacity",
    help_zh="请检查场次是否多写了一位，或延长打法、提高产能",
    whole=(*PARTS, "tactics"),
)
def more_events_than_their_source_can_carry(plan: Plan) -> Iterator[Finding]:
    """Series of more than twice the events that the source can carry in their days; a date outside of its tactic is RM621's."""
    sources = plan.funnel.sources if plan.funnel is not None else {}
    over, misdated = _over_capacity(plan), {finding.path[1] for finding in event_outside_its_tactic(plan)}
    for held, size in planned_sizes(plan):
        capacity, days = sources[size.source].capacity, _days(held)
        if (
            capacity is None
            or days is None
            or size.source in over
            or held.id in misdated
            or held.number <= _most(capacity, days)
        ):
            continue
        path = ("funnel", "sources", size.source, "capacity")
        fields = {
            "tactic": held.id,
            "number": held.number,
            "days": (days.end - days.start).days + 1,
            "source": size.source,
        }
        related = ((path, Message("its capacity", "其产能")),)
        yield Finding(("tactics", held.id, "event", "events"), {**fields, "capacity": str(capacity)}, related=related)


def _over_capacity(plan: Plan) -> frozenset[str]:
    """The sources whose capacity is too small already for what the funnel takes (RM808, RM835)."""
    from roadmapctl.rules.funnel.undoubted import relied_on

    result = relied_on(plan)
    return frozenset(source.id for source in result.sources if source.shortfall) if result is not None else frozenset()


def _days(held: "Held") -> Period | None:
    """From the first of a series to the last; None for one event, and where no day is said."""
    first, last = held.first, held.last
    return None if first is None or last is None or held.number == 1 else Period(first, last)


def _most(capacity: UnitsPer, days: Period) -> int:
    from roadmapctl.analysis.schedule import periods_in

    periods = periods_in(days, capacity.per)
    return floor(capacity.number * max(BUSY * periods, periods + 1))
