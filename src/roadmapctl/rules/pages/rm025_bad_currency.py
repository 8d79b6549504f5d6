"""A currency that is none.

Every amount of the plan is in one currency, named by its ISO 4217 code: `USD`, `EUR`, `CNY`. Signs and everyday names
are ambiguous (¥ is both yen and yuan), so they are not guessed; the finding proposes the likely code.

Bad:

```yaml
roadmap: 1
name: Spring
currency: RMB   # <- RM025
budget: 150_000
```

Good:

```yaml
roadmap: 1
name: Spring
currency: CNY
budget: 150_000
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM025", Severity.ERROR, __name__, title_zh="货币代码有误")
