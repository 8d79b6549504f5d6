"""A tactic lies outside the plan's period.

What is done before the plan begins or after it has ended is in no budget, no review and no report of this plan. Most often the
year is a slip of the pen. Correct the date, widen the period, or move the tactic to the plan of that time.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  beta-webinars: {start: 2026-12-01, end: 2027-03-20}   # <- RM607
  autumn-fair:
    start: 2027-10-01
    end: 2028-01-15   # <- RM607
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  beta-webinars: {start: 2027-01-15, end: 2027-03-20}
```
"""

from collections.abc import Iterator
from datetime import date

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.model.tactics import Tactic
from roadmapctl.model.time import Period
from roadmapctl.rules.days import all_outside
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM607",
    Severity.ERROR,
    title_zh="打法不在计划周期内",
    en="the {key} of {tactic}, {day}, is outside the plan, which runs from {start} to {end}",
    zh="{tactic} 的 {key}（{day}）不在计划周期 {start} 至 {end} 之内",
    help_en="write a date from {start} to {end}, or change the plan's period",
    help_zh="请写 {start} 至 {end} 之间的日期，或修改计划的 period",
)
def tactic_outside_period(plan: Plan) -> Iterator[Finding]:
    """Tactics with a day before the plan begins or after it ends; both days on the same side are one finding."""
    if plan.period is None or all_outside(plan):
        return
    related = ((("period",), Message("the period is here", "计划周期在这里")),)
    bounds = {"start": plan.period.start, "end": plan.period.end}
    for id, tactic in plan.tactics.items():
        for key, day in _outside(tactic, plan.period):
            yield Finding(("tactics", id, key), {"tactic": id, "key": key, "day": day, **bounds}, related=related)


def _outside(tactic: Tactic, period: Period) -> Iterator[tuple[str, date]]:
    start, end = tactic.start, tactic.end
    if start is not None and end is not None and period.start <= start <= end <= period.end:
        return  # as it mostly is
    if start is not None and not period.covers(start):
        yield "start", start
    if end is not None and not period.covers(end):
        same_side = start is not None and not period.covers(start) and (start < period.start) == (end < period.start)
        if not same_side:
            yield "end", end
