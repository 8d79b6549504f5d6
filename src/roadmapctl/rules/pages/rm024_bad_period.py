"""A period that is none.

The period decides which dates belong to the plan and how targets are split. Write a year (`2027`), a quarter
(`2027-Q3`), a half (`2027-H1`), a month (`2027-05`), or the two days, `{start: 2027-04-01, end: 2028-03-31}`.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027-Q5   # <- RM024
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027-Q4
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM024", Severity.ERROR, __name__, title_zh="时段写法有误")
