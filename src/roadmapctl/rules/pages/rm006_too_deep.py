"""Nesting or aliases without end.

A plan needs about six levels. Sixty, or a few aliases that stand for more than ten thousand values, are a mistake or
an attack, and reading stops there.

Write the values out, or mend the brackets.

Bad:

```yaml
roadmap: 1
name: Spring
discovery:
  today:
    [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
    [[[[[[[[[[[[[[[[[[[[   # <- RM006
    ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
```

Good:

```yaml
roadmap: 1
name: Spring
discovery:
  today: Eighty workshops use our product.
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM006", Severity.ERROR, __name__, title_zh="嵌套过深或别名过多")
