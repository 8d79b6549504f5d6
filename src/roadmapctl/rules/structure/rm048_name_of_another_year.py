"""The plan's name says an earlier year than its period.

Plans are copied from last year's. When the name was forgotten, what else was? Reports carry the name on their first page.

Write the year of the period, or leave the year out of the name.

Bad:

```yaml
roadmap: 1
name: Growth plan 2026   # <- RM048
period: 2027
```

Good:

```yaml
roadmap: 1
name: Growth plan 2027
period: 2027
```
"""

import re
from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.days import all_outside
from roadmapctl.rules.rule import Finding, rule

YEAR = "(?<![0-9])20[0-9]{2}(?![0-9])"


@rule(
    "RM048",
    Severity.INFO,
    title_zh="计划名称中的年份早于计划周期",
    en="the name says {year}, but the plan begins on {start}",
    zh="名称写的是 {year}，而计划从 {start} 开始",
    help_en="write the year of the period into the name, or leave it out",
    help_zh="请在名称中写周期所在的年份，或去掉年份",
)
def name_of_another_year(plan: Plan) -> Iterator[Finding]:
    """A name whose only year has ended before the plan begins; where no date lies in the period, that is wrong (RM050)."""
    years = set(re.findall(YEAR, plan.name)) if plan.period is not None else set()
    earlier = plan.period is not None and len(years) == 1 and int(min(years)) < plan.period.start.year
    if plan.period is not None and earlier and not all_outside(plan):
        related = ((("period",), Message("the period is here", "计划周期在这里")),)
        yield Finding(("name",), {"year": min(years), "start": plan.period.start}, related=related)
