"""The audience is looked at less than once a quarter.

Who comes and who buys changes within the year: new regions, other functions, another kind of project. A yearly plan reviews its
segments each quarter, so that a new audience is found while there is still time to reach it.

Write `reviewed: quarter`, or `month`.

Bad:

```yaml
# asked: RM215
roadmap: 1
name: Year
period: 2027
market:
  reviewed: year   # <- RM215
  segments:
    workshops: {status: current}
```

Good:

```yaml
# asked: RM215
roadmap: 1
name: Year
period: 2027
market:
  reviewed: quarter
  segments:
    workshops: {status: current}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM215",
    Severity.WARNING,
    title_zh="客群复核得太少",
    en="the segments are held against new figures only once a year",
    zh="客群一年只用新数据复核一次",
    help_en="write reviewed: quarter",
    help_zh="请写 reviewed: quarter",
    asked=True,
)
def segments_seldom_reviewed(plan: Plan) -> Iterator[Finding]:
    """A market that is reviewed once a year."""
    if plan.market is not None and plan.market.reviewed == "year":
        yield Finding(("market", "reviewed"), {})
