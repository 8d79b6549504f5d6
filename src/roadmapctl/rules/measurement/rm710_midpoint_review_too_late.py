"""The midpoint review comes too late to change anything.

The midpoint review is there to move money and people while there is time. Held in the last quarter of the period, or after the
final review, it can only regret. Meant is the review called `midpoint`.

Hold it near the middle of the period.

Bad:

```yaml
roadmap: 1
name: Third quarter
period: 2027-Q3
measurement:
  reviews:
    midpoint: {date: 2027-09-15}   # <- RM710
    final: {date: 2027-09-16}
```

Good:

```yaml
roadmap: 1
name: Third quarter
period: 2027-Q3
measurement:
  reviews:
    midpoint: {date: 2027-08-16}
    final: {date: 2027-09-16}
```
"""

from collections.abc import Iterator
from datetime import date, timedelta

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM710",
    Severity.WARNING,
    title_zh="中期复盘太晚",
    en="the midpoint review is on {date}, when little of the plan is left to change",
    zh="中期复盘定于 {date}，此时计划已几乎没有调整余地",
    help_en="hold it near {middle}",
    help_zh="请在 {middle} 前后举行",
    whole=("measurement",),
)
def midpoint_review_too_late(plan: Plan) -> Iterator[Finding]:
    """A midpoint review in the last quarter of the period or not before the final one; one outside of the period is RM704's."""
    if plan.period is None or plan.measurement is None:
        return
    days = {id: review.date for id, review in plan.measurement.reviews.items() if review.date is not None}
    midpoint = days.get("midpoint")
    if midpoint is None or not plan.period.covers(midpoint):
        return
    final = days.get("final", date.max)
    final = final if plan.period.covers(final) else date.max
    length = plan.period.end - plan.period.start
    if midpoint > plan.period.start + length * 3 / 4 or midpoint >= final:
        middle = plan.period.start + timedelta(days=length.days // 2)
        yield Finding(("measurement", "reviews", "midpoint", "date"), {"date": midpoint, "middle": middle})
