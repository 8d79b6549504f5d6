"""No review is planned.

A plan that is never looked at is not steered: what works is not repeated and what does not is paid for until December. Plan at
least two dates now, one half-way and one two weeks before the end, when there is still time to carry over what was learned.

Bad:

```yaml
# asked: RM701
roadmap: 1
name: Spring
period: 2027
measurement:   # <- RM701
  rhythm: month
```

Good:

```yaml
# asked: RM701
roadmap: 1
name: Spring
period: 2027
measurement:
  rhythm: month
  reviews:
    midpoint: {date: 2027-06-30}
    final: {date: 2027-12-17}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM701",
    Severity.WARNING,
    title_zh="没有计划复盘",
    en="no review of the plan has a date",
    zh="计划没有任何定好日期的复盘",
    help_en="write measurement.reviews with a midpoint and a final one, each with its date",
    help_zh="请在 measurement.reviews 中写明中期（midpoint）和期末（final）复盘的日期",
    asked=True,
    whole=("measurement",),
)
def no_review_planned(plan: Plan) -> Iterator[Finding]:
    """One finding for a plan that is not looked at on any day."""
    reviews = plan.measurement.reviews if plan.measurement is not None else {}
    if all(review.date is None for review in reviews.values()):
        yield Finding(
            ("measurement",) if plan.measurement is not None else (), {}, absent=(("measurement", "reviews"),)
        )
