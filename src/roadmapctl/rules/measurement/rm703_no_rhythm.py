"""No rhythm of measurement.

Between two reviews lie months. How often somebody holds the figures against the plan decides how late a deviation is seen:
every week for campaigns, every month for a year's plan. Agree on one rhythm and write it down.

Bad:

```yaml
# asked: RM703
roadmap: 1   # <- RM703
name: Spring
period: 2027
```

Good:

```yaml
# asked: RM703
roadmap: 1
name: Spring
period: 2027
measurement:
  rhythm: month
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM703",
    Severity.WARNING,
    title_zh="没有衡量的节奏",
    en="nothing says how often the figures are held against the plan",
    zh="没有写明多久对照一次计划与实际数据",
    help_en="write measurement.rhythm: week, month or quarter",
    help_zh="请写 measurement.rhythm：week（周）、month（月）或 quarter（季度）",
    asked=True,
)
def no_rhythm(plan: Plan) -> Iterator[Finding]:
    """One finding for a plan without a rhythm."""
    if plan.measurement is None or plan.measurement.rhythm is None:
        path = ("measurement",) if plan.measurement is not None else ()
        yield Finding(path, {}, absent=(("measurement", "rhythm"),))
