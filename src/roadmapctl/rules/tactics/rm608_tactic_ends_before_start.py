"""A tactic ends before it starts.

Two days in the wrong order: mostly they were swapped, or one of them carries last year's number. Until they are in order the
tactic cannot be drawn, and neither its length nor its place before its milestone means anything.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  beta-webinars:
    start: 2027-03-20
    end: 2027-01-15   # <- RM608
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  beta-webinars:
    start: 2027-01-15
    end: 2027-03-20
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.days import outside
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM608",
    Severity.ERROR,
    title_zh="打法的结束早于开始",
    en="{tactic} ends on {end}, before it starts on {start}",
    zh="{tactic} 于 {end} 结束，早于其开始日期 {start}",
    help_en="write an end on or after {start}; perhaps the two dates are swapped",
    help_zh="结束日期应不早于 {start}；两个日期可能写反了",
)
def tactic_ends_before_start(plan: Plan) -> Iterator[Finding]:
    """Tactics whose last day lies before their first."""
    for id, tactic in plan.tactics.items():
        start, end = tactic.start, tactic.end
        if start is None or end is None or end >= start:
            continue
        if not outside(plan, start, end):  # else RM607 tells which of the two is wrong
            yield Finding(
                ("tactics", id, "end"),
                {"tactic": id, "start": start, "end": end},
                related=((("tactics", id, "start"), Message("it starts here", "开始日期在这里")),),
            )
