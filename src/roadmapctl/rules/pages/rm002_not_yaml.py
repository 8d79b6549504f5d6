"""The text is not YAML.

Nothing after this place could be read, so fix it first; further findings may follow. Most often it is a full-width
colon, a line indented with a tab, a quote that was never closed, or a text that holds “: ” and needs quotes around
it.

The finding stands where the mistake probably is, which may be above the line where the reader gave up.

Bad:

```yaml
roadmap: 1
name：Spring   # <- RM002
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

page("RM002", Severity.ERROR, __name__, title_zh="文本不是合法的 YAML")
