"""A number or an amount that is none.

Numbers are exact and plain: `84_000`, `1.2M`, `10万`, `1亿`. Money is never negative and stands without a currency of
its own, because a plan has one currency. Counts of people and units are whole.

Bad:

```yaml
roadmap: 1
name: Spring
currency: USD
budget: a lot   # <- RM021
```

Good:

```yaml
roadmap: 1
name: Spring
currency: USD
budget: 150_000
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM021", Severity.ERROR, __name__, title_zh="数字或金额写法有误")
