"""An ignore that ignores nothing.

`# roadmapctl: ignore[RM604] reason` accepts one finding on its line. When the plan has changed and the finding is
gone, the comment would silently hide the next one. Delete it, or move it to the line of the finding.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
milestones:
  launch: {name: Launch, date: 2027-03-31}   # roadmapctl: ignore[RM604] fair was moved   # <- RM098
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
milestones:
  launch: {name: Launch, date: 2027-03-31}
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM098", Severity.INFO, __name__, title_zh="没有作用的忽略标记")
