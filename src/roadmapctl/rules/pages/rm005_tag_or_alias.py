"""A YAML tag, or an alias that leads nowhere.

Plans hold plain values. Tags (`!eighty`) would tell a program what to make of a value, and nothing in a plan is ever
executed. An alias (`*name`) must come after its anchor (`&name`) and outside of it; `<<` merges mappings only.

Often the text just begins with `!` or `*`, as in Markdown: put it in quotes.

Bad:

```yaml
roadmap: 1
name: Spring
discovery:
  today: !eighty workshops use our product   # <- RM005
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

page("RM005", Severity.ERROR, __name__, title_zh="YAML 标签，或无法解析的别名")
