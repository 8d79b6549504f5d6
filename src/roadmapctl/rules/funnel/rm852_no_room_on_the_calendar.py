"""There is no room on the calendar for a source in time.

Over the whole plan the source can carry what is asked of it, but not by the day after which it is too late: with a lag of five
months nothing held in autumn is a customer by December. Hold more in the first months, shorten the way, or ask less of it.


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
    - {id: tasting, rate: 30%, lag: 6mo, in_hand: 120}
    - {id: customer}
  sources:
    fairs: {feeds: tasting, event: {audience: 50, rate: 10%}, capacity: 3 per month}   # <- RM852
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
    - {id: tasting, rate: 30%, lag: 6mo, in_hand: 120}
    - {id: customer}
  sources:
    fairs: {feeds: tasting, event: {audience: 50, rate: 10%}, capacity: 5 per month}
```
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.in_time import by_month
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.funnel.undoubted import relied_on
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.tactics.event_claims import small_events

if TYPE_CHECKING:
    from roadmapctl.analysis.calendar.placement import Placement


@rule(
    "RM852",
    Severity.WARNING,
    title_zh="来源在有效期内排不下",
    en="{unplaced} of {all} that {source} has to bring find no room by {last}, the last day that is early enough",
    zh="{source} 需要的 {all} 中有 {unplaced} 排不进 {last} 之前，而此后已来不及",
    help_en="raise what it can carry, shorten the way to the customer, or ask less of it",
    help_zh="请提高其产能、缩短到成交的时间，或降低对它的要求",
    whole=(*PARTS, "period"),
)
def no_room_on_the_calendar(plan: Plan) -> Iterator[Finding]:
    """Sources whose capacity is enough for the period (else RM808 says so), but not in time; RM643 may know why."""
    result = relied_on(plan)
    bounded = result is not None and any(
        source.capacity is not None and not source.shortfall for source in result.sources
    )
    calendar = by_month(plan) if bounded else None
    if result is None or calendar is None or any(stage.too_late for stage in result.stages):
        return
    from roadmapctl.analysis.calendar.placement import placements

    short = {source.id for source in result.sources if source.shortfall} | small_events(plan)
    for placement in placements(plan, result, calendar):
        if placement.unplaced and placement.source not in short:
            fields = {
                "source": placement.source,
                "unplaced": placement.unplaced,
                "all": placement.total,
                "last": placement.useful_until,
            }
            yield Finding(("funnel", "sources", placement.source, "capacity"), fields, help=_mend(placement))


def _mend(placement: "Placement") -> Message | None:
    if placement.enough is None:
        return None
    return Message(
        "{enough} would be enough; or shorten the way to the customer, or ask less of {source}",
        "{enough} 即可满足；或缩短到成交的时间，或降低对 {source} 的要求",
        {"enough": str(placement.enough), "source": placement.source},
    )
