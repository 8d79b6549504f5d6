"""A review decides on a tactic without a verdict.

“We looked at it” is no decision. What was learned changes something only if the tactic is continued, adjusted, carried over into
the next plan or stopped. Write which of the four it is, and because of what.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  beta-webinars: {start: 2027-01-15, end: 2027-03-20}
measurement:
  reviews:
    midpoint:
      date: 2027-02-14
      decisions:
        beta-webinars: {because: half of the viewers came from one post}   # <- RM709
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  beta-webinars: {start: 2027-01-15, end: 2027-03-20}
measurement:
  reviews:
    midpoint:
      date: 2027-02-14
      decisions:
        beta-webinars: {verdict: adjust, because: half of the viewers came from one post}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM709",
    Severity.WARNING,
    title_zh="复盘决定没有结论",
    en="the review {review} names {tactic} but does not say what becomes of it",
    zh="复盘 {review} 提到 {tactic}，但没有写明如何处理",
    help_en="write verdict: continue, adjust, carry-over or stop",
    help_zh="请写 verdict：continue（继续）、adjust（调整）、carry-over（延续到下期）或 stop（停止）",
)
def decision_without_verdict(plan: Plan) -> Iterator[Finding]:
    """Decisions of reviews that decide nothing."""
    reviews = plan.measurement.reviews if plan.measurement is not None else {}
    for id, review in reviews.items():
        for tactic, decision in review.decisions.items():
            if decision.verdict is None:
                path = ("measurement", "reviews", id, "decisions", tactic)
                yield Finding(path, {"review": id, "tactic": tactic}, key=True, absent=((*path, "verdict"),))
