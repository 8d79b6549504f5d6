"""A tactic has no start or no end.

Without both dates a tactic has no place on the timeline: nobody sees that it comes too late for its milestone, that two of them
need the same people, or that it waits for something that is not there yet. Write the first and the last day.

Bad:

```yaml
# asked: RM605
roadmap: 1
name: Spring
period: 2027
tactics:
  beta-webinars: {start: 2027-01-15}   # <- RM605
  landing-page:   # <- RM605
    what: One page with one form.
```

Good:

```yaml
# asked: RM605
roadmap: 1
name: Spring
period: 2027
tactics:
  beta-webinars: {start: 2027-01-15, end: 2027-03-20}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM605",
    Severity.WARNING,
    title_zh="打法没有开始或结束日期",
    en="the tactic {tactic} cannot be put on a timeline: it lacks {missing}",
    zh="打法 {tactic} 无法放入时间线：缺少 {missing}",
    help_en="write its first and its last day as start: and end:",
    help_zh="请用 start: 和 end: 写明第一天和最后一天",
    asked=True,
)
def tactic_without_dates(plan: Plan) -> Iterator[Finding]:
    """Tactics without a first or a last day."""
    for id, tactic in plan.tactics.items():
        missing = [key for key in ("start", "end") if getattr(tactic, key) is None]
        if missing:
            path = ("tactics", id)
            fields = {"tactic": id, "missing": " + ".join(missing)}
            yield Finding(path, fields, key=True, absent=tuple((*path, key) for key in missing))
