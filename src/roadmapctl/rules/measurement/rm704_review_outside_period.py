"""A review lies outside the plan's period.

Before the plan begins there is nothing to look at; after it has ended nothing can be changed any more. Most often the year is a
slip of the pen. Hold the review while the plan runs.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
measurement:
  reviews:
    midpoint: {date: 2026-06-30}   # <- RM704
    final: {date: 2027-12-17}
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
measurement:
  reviews:
    midpoint: {date: 2027-06-30}
    final: {date: 2027-12-17}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.days import all_outside
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM704",
    Severity.WARNING,
    title_zh="复盘日期不在计划周期内",
    en="the review {review} is dated {date}; the plan runs from {start} to {end}",
    zh="复盘 {review} 的日期是 {date}，而计划周期为 {start} 至 {end}",
    help_en="write a date from {start} to {end}",
    help_zh="请写 {start} 至 {end} 之间的日期",
)
def review_outside_period(plan: Plan) -> Iterator[Finding]:
    """Reviews dated before the plan begins or after it ends."""
    if plan.period is None or plan.measurement is None or all_outside(plan):
        return
    related = ((("period",), Message("the period is here", "计划周期在这里")),)
    for id, review in plan.measurement.reviews.items():
        if review.date is not None and not plan.period.covers(review.date):
            fields = {"review": id, "date": review.date, "start": plan.period.start, "end": plan.period.end}
            yield Finding(("measurement", "reviews", id, "date"), fields, related=related)
