"""An anchor that nothing refers to.

YAML reads a word that begins with `&` as an anchor and drops it from the text: “&Partners GmbH” becomes “GmbH”.
Unless an alias refers to it, that was not meant.

Put the text in quotes.

Bad:

```yaml
roadmap: 1
name: &Partners spring plan   # <- RM008
```

Good:

```yaml
roadmap: 1
name: "&Partners spring plan"
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM008", Severity.WARNING, __name__, title_zh="没有被引用的锚点")
