"""An ignore that names no code.

`# roadmapctl: ignore[RM604] reason` accepts the findings of its line that have this code, or are of this family (`RM6`). A comment
without brackets, with nothing in them, or with a code that does not exist ignores nothing, and the finding it was meant for
stays. Write the code as the finding shows it, and say why for those who come after you.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
milestones:
  launch: {name: Launch, date: 2027-03-31}   # roadmapctl: ignore[RM6O4] fair was moved   # <- RM096
  fair: {name: Fair, date: 2027-04-30}   # roadmapctl: ignore   # <- RM096
```

Good:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
budget: 100
tactics:
  fair: {start: 2027-03-01, end: 2027-03-31, budget: 120}   # roadmapctl: ignore[RM601] the fair pays the rest
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM096", Severity.WARNING, __name__, title_zh="忽略标记没有写明有效的代码")
