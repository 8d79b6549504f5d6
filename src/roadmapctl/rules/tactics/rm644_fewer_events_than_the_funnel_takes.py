"""The events on the calendar bring fewer leads than the funnel counts on.

The funnel says how many leads a source of events has to bring, and with that how many events there must be. Those that are
planned early enough bring less, at the audience and rate that the funnel itself counts with: what is planned does not reach the
target.

Plan the missing events (`roadmapctl events` shows by month where they are missing), or give other sources a larger share.

Bad:

```yaml
# asked: RM644
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
    - {id: lead, rate: 50%}
    - {id: tasting, rate: 30%}
    - {id: customer}
  sources:
    fairs: {feeds: tasting, event: {audience: 100, rate: 25%}}   # <- RM644
tactics:
  spring-fair: {event: {format: fairs, events: 2, date: 2027-04-10}}
```

Good:

```yaml
# asked: RM644
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
    - {id: lead, rate: 50%}
    - {id: tasting, rate: 30%}
    - {id: customer}
  sources:
    fairs: {feeds: tasting, event: {audience: 100, rate: 25%}}
tactics:
  spring-fair: {event: {format: fairs, events: 4, date: 2027-04-10}}
  autumn-fair: {event: {format: fairs, events: 6, date: 2027-09-11}}
```
"""

from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.funnel.stage_names import stage_name
from roadmapctl.rules.funnel.undoubted import relied_on
from roadmapctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from roadmapctl.analysis.funnel.sources import SourceResult
    from roadmapctl.analysis.programme.sizes import Size


@rule(
    "RM644",
    Severity.WARNING,
    title_zh="已排活动少于漏斗所需",
    en="{planned} events of {source} are planned in time, bringing {units} of {needed} {stage}; {missing} more are missing",
    zh="来源 {source} 及时排上的 {planned} 场带来 {stage} {units} 个，需要 {needed} 个；还缺 {missing} 场",
    help_en="plan the missing events (roadmapctl events shows the months), or give other sources a larger share",
    help_zh="请补排缺少的场次（roadmapctl events 逐月列出），或提高其他来源的占比",
    asked=True,
    whole=(*PARTS, "tactics"),
)
def fewer_events_than_the_funnel_takes(plan: Plan) -> Iterator[Finding]:
    """Sources of events some of which are planned, but not as many as bring their units and nothing nearer is wrong."""
    if all(tactic.event is None for tactic in plan.tactics.values()):
        return
    from roadmapctl.analysis.programme.held import after  # few plans have events
    from roadmapctl.analysis.programme.sizes import sized

    result = relied_on(plan)
    if result is None or any(stage.too_late for stage in result.stages) or _nearer(plan):
        return
    days = {stage.id: stage.last_useful_date for stage in result.stages}
    events = [(size, held.number - after(held, days[size.feeds])) for held, size in sized(plan, result)]
    for source in result.sources:
        own = [(size, number) for size, number in events if size.source == source.id]
        if source.events is not None and own:
            yield from _short(plan, source, own)


def _nearer(plan: Plan) -> bool:
    """Is there a finding that tells the cause: a wrong source, too little capacity or time, a rate, a date, a contribution?"""
    sources = plan.funnel.sources if plan.funnel is not None else {}
    named = {
        tactic.event.source for tactic in plan.tactics.values() if tactic.event is not None and tactic.event.source
    }
    if any(id not in sources or sources[id].event is None for id in named):  # RM030, RM645
        return True
    from roadmapctl.rules.funnel.rm808_source_over_capacity import source_over_capacity
    from roadmapctl.rules.funnel.rm835_target_out_of_reach import target_out_of_reach
    from roadmapctl.rules.funnel.rm852_no_room_on_the_calendar import no_room_on_the_calendar
    from roadmapctl.rules.tactics.rm621_event_outside_its_tactic import event_outside_its_tactic
    from roadmapctl.rules.tactics.rm643_event_claims_more_than_it_can_bring import event_claims_more_than_it_can_bring

    funnel = (source_over_capacity, target_out_of_reach, no_room_on_the_calendar)
    rules = (*funnel, event_outside_its_tactic, event_claims_more_than_it_can_bring)
    return any(True for rule in rules for _ in rule(plan))


def _short(plan: Plan, source: "SourceResult", events: "list[tuple[Size, int]]") -> Iterator[Finding]:
    """`events` are sizes with the numbers that are planned of them early enough for the period's target."""
    from roadmapctl.analysis.rounding import summed

    units = summed(number * size.units for size, number in events)
    need = source.events
    if need is None or units >= source.units:
        return
    own = need.series or need
    one = own.audience * own.rate
    fields = {
        "source": source.id,
        "planned": sum(number for _, number in events),
        "units": units,
        "needed": source.units_whole,
        "stage": stage_name(plan, source.feeds),
        "missing": ceil((source.units - units) / one) if one else "–",
    }
    yield Finding(("funnel", "sources", source.id, "event"), fields, key=True)
