"""The first deals are late before the plan begins.

If the seasonality wants deals in January and a lead takes four months to a contract, their leads came last autumn. Units that had
to be at a stage before the plan begins, and are not in hand there, cannot be brought any more: these deals come later than it says.
Count what is in hand, or let the season begin later. What enters at once may still be won within the period.

Asked only of a plan with a seasonality, which says when deals are due, and only where more than one in twenty comes late. A lag
that varies counts by what half of the units take.

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
    - {id: lead, rate: 10%, lag: 14d}
    - {id: tasting, rate: 30%, lag: 90d}   # <- RM850
    - {id: customer}
  seasonality: {Q1: 1.2, Q2: 0.9, Q3: 0.6, Q4: 1.3}
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
    - {id: lead, rate: 10%, lag: 14d, in_hand: 100}
    - {id: tasting, rate: 30%, lag: 90d, in_hand: 75}
    - {id: customer}
  seasonality: {Q1: 1.2, Q2: 0.9, Q3: 0.6, Q4: 1.3}
```
"""

from collections.abc import Iterator
from fractions import Fraction

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.in_time import timed
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.rule import Finding, rule

NOTABLE = Fraction(1, 20)
"""So many of the deals."""


@rule(
    "RM850",
    Severity.INFO,
    title_zh="最早的成交在计划开始前就已来不及",
    en="{short} more units had to be at {stage} before {start} for its deals to be won in time: about {deals} come late",
    zh="要按时成交，{stage} 在 {start} 之前还应再有 {short}：约 {deals} 单将晚于计划",
    help_en="count what is in hand there, plan the first deals for later, or bring the units soon: up to {last} is early enough",
    help_zh="请计入该阶段已有的存量（in_hand）、把首批成交排得更晚，或尽快补足：{last} 之前进入的仍可在本期成交",
    whole=(*PARTS, "period"),
)
def first_deals_already_late(plan: Plan) -> Iterator[Finding]:
    """The lowest stage that lacks units for the first deals; where none can be won in the period any more, RM807 says so."""
    timing = timed(plan, NOTABLE) if plan.funnel is not None and plan.funnel.seasonality else None
    if timing is None or any(stage.too_late for stage in timing.result.stages):
        return
    from roadmapctl.analysis.calendar.late import late_at

    for number in reversed(range(len(timing.result.stages))):
        stage, late = timing.result.stages[number], late_at(number, timing)
        if late.deals > timing.result.demand.deals * NOTABLE:
            fields = {
                "stage": stage.name or stage.id,
                "short": late.short_whole,
                "deals": round(late.deals),
                "start": timing.dues.period.start,
            }
            yield Finding(("funnel", "stages", stage.id), {**fields, "last": stage.last_useful_date}, key=True)
            return
