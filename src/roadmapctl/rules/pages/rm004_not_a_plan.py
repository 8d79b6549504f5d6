"""The file holds no plan, or more than one.

A plan is one mapping of keys to values. An empty file, a bare list, or a second document after a line `---` cannot be
one.

Begin with `roadmap: 1` and `name: …` (`roadmapctl init` writes a plan to start from). Move a second document to a
file of its own; a big plan may be a folder whose files are its sections.

Bad:

```yaml
roadmap: 1
name: Spring
---   # <- RM004
roadmap: 1
name: Summer
```

Good:

```yaml
roadmap: 1
name: Spring
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM004", Severity.ERROR, __name__, title_zh="文件中没有计划，或不止一个")
