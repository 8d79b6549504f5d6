"""A date that is none.

Dates are written year-month-day, `2027-03-31`: the one form that no reader takes for another day. The day must exist.
A time of day is written `09:30`.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch, date: 2027-02-30}   # <- RM022
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch, date: 2027-02-26}
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM022", Severity.ERROR, __name__, title_zh="日期写法有误")
