"""The plan's parents lead back to a plan that was there before.

`parent` leads from a quarter or a unit to the plan it is a part of, and from there to a wider one. Where the way comes back to
where it has been, each plan is a part of itself, and no budget or goal can be held against the whole. Mostly the annual plan was
copied from one of its quarters, with the line `parent` in it.

Take `parent` out of the widest of them.

With the parent `year.yaml`:

```yaml
roadmap: 1
name: Year
period: 2027
parent: plan.yaml
```

Bad:

```yaml
roadmap: 1
name: First quarter
period: 2027-Q1
parent: year.yaml   # <- RM052
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM052", Severity.ERROR, __name__, title_zh="上级计划形成循环")
