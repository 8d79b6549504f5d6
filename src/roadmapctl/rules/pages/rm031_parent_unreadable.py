"""The parent plan cannot be read.

`parent` ties a quarter's or a unit's plan to the wider one, so that budgets and goals can be held against it. Its
path starts from this plan's folder. While the parent is missing or has errors of its own, references to its goals and
its budget cannot be checked.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027-Q3
parent: ../2027/no-such-plan.yaml   # <- RM031
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027-Q3
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM031", Severity.ERROR, __name__, title_zh="无法读取上级计划")
