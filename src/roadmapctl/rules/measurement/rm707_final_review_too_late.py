"""A quarter's final review comes too late.

What a quarter has taught is wanted for the plan of the next one, and that is made in the last two weeks. A review on the last
day finds it made already. Hold the final review at least 14 days before the period ends. Meant is the review called `final`, or
else the last one; plans of more than 92 days are not held to this.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027-Q1
measurement:
  reviews:
    midpoint: {date: 2027-02-14}
    final: {date: 2027-03-30}   # <- RM707
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027-Q1
measurement:
  reviews:
    midpoint: {date: 2027-02-14}
    final: {date: 2027-03-17}
```
"""

from collections.abc import Iterator
from datetime import date, timedelta

from roadmapctl.analysis.schedule import days_in
from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.model.measurement import Measurement
from roadmapctl.rules.rule import Finding, rule

QUARTER = 92
"""Days of the longest quarter."""
NOTICE = 14
"""Days that the plan of the next quarter needs the lessons of this one ahead of its end."""


@rule(
    "RM707",
    Severity.WARNING,
    title_zh="季度期末复盘太晚",
    en="the final review, on {date}, is less than {notice} days before the plan ends on {end}",
    zh="期末复盘定于 {date}，距计划结束日 {end} 不足 {notice} 天",
    help_en="hold it on {latest} or earlier, and call the review that decides what is carried over “final”",
    help_zh="请在 {latest} 或之前举行，并把决定延续事项的那次复盘命名为 final",
    whole=("measurement",),
)
def final_review_too_late(plan: Plan) -> Iterator[Finding]:
    """The last review of a quarter's plan, where the next quarter is planned by then."""
    if plan.period is None or plan.measurement is None or days_in(plan.period) > QUARTER:
        return
    end = plan.period.end
    for id, day in _final(plan.measurement):
        if end - timedelta(days=NOTICE) < day <= end:
            fields = {"date": day, "end": end, "notice": NOTICE}
            latest = end - timedelta(days=NOTICE)
            yield Finding(("measurement", "reviews", id, "date"), {**fields, "latest": latest})


def _final(measurement: Measurement) -> list[tuple[str, date]]:
    """The one called final, else the last; none where no review has a date."""
    dated = [(id, review.date) for id, review in measurement.reviews.items() if review.date is not None]
    named = [(id, day) for id, day in dated if id == "final"]
    return named or sorted(dated, key=lambda item: item[1])[-1:]
