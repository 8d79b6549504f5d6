"""The way to the customer takes longer than the plan runs.

New units are wanted at this stage, but to become customers in time they would have had to enter it before the plan began. What
is made now feeds the next period. Count what is already in hand (`in_hand`), shorten the way, or promise less for this period.
A lag that varies counts by what nine of ten take.

Bad:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027-Q2
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
goals:
  quarter-sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-06-30}
funnel:
  goal: quarter-sales
  deal_size: 1_200
  stages:
    - {id: lead, rate: 10%, lag: 14d}
    - {id: tasting, rate: 30%, lag: 120d}   # <- RM807
    - {id: customer}
```

Good:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027-Q2
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
goals:
  quarter-sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-06-30}
funnel:
  goal: quarter-sales
  deal_size: 1_200
  stages:
    - {id: lead, rate: 10%, lag: 14d}
    - {id: tasting, rate: 30%, lag: 21d}
    - {id: customer}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Path, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.funnel.undoubted import relied_on
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM807",
    Severity.WARNING,
    title_zh="到成交所需时间长于计划周期",
    en="{new} new units at {stage} would have had to be there by {last}; the plan begins on {start}",
    zh="{stage} 还需新增 {new}，且须在 {last} 之前进入，而计划从 {start} 才开始",
    help_en="count what is already in hand, shorten the way to the customer, or promise less for this period",
    help_zh="请计入已有的存量（in_hand）、缩短到成交的时间，或下调本期目标",
    whole=(*PARTS, "period"),
)
def lag_longer_than_period(plan: Plan) -> Iterator[Finding]:
    """The lowest stage that new units reach too late; those above it are late with it."""
    result = relied_on(plan)
    late = [stage for stage in result.stages if stage.too_late] if result is not None else []
    for stage in late[-1:]:
        start = plan.period.start if plan.period is not None else None
        fields = {
            "stage": stage.name or stage.id,
            "new": stage.new_whole,
            "last": stage.last_useful_date,
            "start": start,
        }
        yield Finding(_lag_of(plan, stage.id), fields)


def _lag_of(plan: Plan, id: str) -> Path:
    path = ("funnel", "stages", id)
    stated = plan.funnel is not None and any(s.id == id and s.lag is not None for s in plan.funnel.stages)
    return (*path, "lag") if stated else path
