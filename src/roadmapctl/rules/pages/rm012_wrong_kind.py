"""A value of the wrong kind.

A text where a mapping belongs, a list where one id belongs, a number where a text belongs, or nothing at all. The
finding says what belongs there.

A text that looks like a number or a yes/no is put in quotes; a section without content is deleted or filled.

Bad:

```yaml
roadmap: 1
name: Spring
strategy: teach first, sell later   # <- RM012
```

Good:

```yaml
roadmap: 1
name: Spring
strategy:
  statement: Teach first, sell later.
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM012", Severity.ERROR, __name__, title_zh="值的类型不对")
