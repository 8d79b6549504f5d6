"""An id that is none.

Ids are what tactics, milestones and goals refer to, what overrides and diffs name, and what appears in file names and
links: lower-case words of letters and digits joined by hyphens. Names in any language and any script go in `name`.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
milestones:
  Beta Launch: {name: Beta launch, date: 2027-03-31}   # <- RM013
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31}
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM013", Severity.ERROR, __name__, title_zh="不符合规则的 id")
