"""A source must bring more than it can carry.

Four webinars a month are 48 a year. If the target takes 60, twelve of them will not happen and their deals with them. Give some
of its share to another source, raise what it can carry, or make each event bring more.

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
    fairs:
      feeds: tasting
      share: 50%
      event: {audience: 50, rate: 10%}
      capacity: 1 per month   # <- RM808
    search-ads: {feeds: tasting, share: 50%}
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
    fairs:
      feeds: tasting
      share: 50%
      event: {audience: 50, rate: 10%}
      capacity: 3 per month
    search-ads: {feeds: tasting, share: 50%}
```
"""

from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.funnel.overrun import all_overrun
from roadmapctl.rules.funnel.undoubted import relied_on
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.tactics.event_claims import small_events

if TYPE_CHECKING:
    from roadmapctl.analysis.funnel.sources import SourceResult


@rule(
    "RM808",
    Severity.WARNING,
    title_zh="来源超出其产能",
    en="{source} can carry {capacity} in {period}, but the plan counts on {need}: {short} too many",
    zh="{source} 在 {period} 内最多承载 {capacity}，而计划需要 {need}：超出 {short}",
    help_en="give part of its share to another source, raise its capacity, or let each unit of it bring more",
    help_zh="请把部分份额分给其他来源、提高其产能，或提高单次产出",
    whole=(*PARTS, "period"),
)
def source_over_capacity(plan: Plan) -> Iterator[Finding]:
    """Sources whose events or units are more than they can carry over the plan's period; RM643 and RM835 may say more."""
    result = relied_on(plan)
    for source in result.sources if result is not None else ():
        if source.shortfall and source.id not in small_events(plan) and not _out_of_reach(plan):
            fields = {
                "source": source.id,
                "capacity": source.capacity,
                "need": _need(source),
                "short": source.shortfall,
            }
            path = ("funnel", "sources", source.id, "capacity")
            yield Finding(path, {**fields, "period": str(plan.period)}, help=_mend(plan, source))


def _out_of_reach(plan: Plan) -> bool:
    """Are all sources together too little (RM835)?"""
    from roadmapctl.rules.funnel.rm835_target_out_of_reach import target_out_of_reach

    return any(True for _ in target_out_of_reach(plan))


def _mend(plan: Plan, source: "SourceResult") -> Message | None:
    """The capacity that would be enough, in the period it is stated for; what to look at first where all sources lack it."""
    from roadmapctl.analysis.schedule import periods_in

    stated = plan.funnel.sources[source.id].capacity if plan.funnel is not None else None
    if stated is None or plan.period is None:
        return None
    enough = {
        "source": source.id,
        "enough": f"{ceil(_need(source) / periods_in(plan.period, stated.per))} per {stated.per}",
    }
    if all_overrun(plan):
        return Message(
            "all sources are asked several times what they can carry or may cost: look at the rates, the average deal and the "
            "target first; else {source} needs {enough}",
            "所有来源都超出承载能力或投入数倍：请先检查转化率、客单价与目标；否则 {source} 需要 {enough}",
            enough,
        )
    if source.brings is not None:
        return Message(
            "write how many {source} really brings, or the capacity for that: {enough}",
            "请写 {source} 实际带来的数量，或与之相符的产能：{enough}",
            enough,
        )
    return Message(
        "{enough} would be enough; or give part of the share of {source} to others, or let each of its units bring more",
        "{enough} 即可满足；或把 {source} 的部分份额分给其他来源，或提高单次产出",
        enough,
    )


def _need(source: "SourceResult") -> int:
    """Whole events of a source of events, else whole units."""
    return source.units_whole if source.events is None else source.events.events_whole
