"""A key that must be there is missing.

Almost everything in a plan is optional. A few values are not, because nothing can be said without them: `roadmap` and
`name` of the plan, the `id` of a funnel's stage, the `units` and `rate` of recycled leads, `audience` and `rate` of
an event.

The finding stands at the mapping from which the key is missing.

Bad:

```yaml
roadmap: 1   # <- RM011
period: 2027
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM011", Severity.ERROR, __name__, title_zh="缺少必填的键")
