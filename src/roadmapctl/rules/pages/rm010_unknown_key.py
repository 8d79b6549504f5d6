"""A key that plans do not have.

A misspelt key would be a value that nobody reads: a budget that is not counted, a date that is not checked. So every
key must be known; the finding names the nearest one, or the keys there are. Chinese and camel-case spellings are
recognised too.

Notes of your own belong in comments, or in the texts: `what`, `because`, `insight`.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
tatics: {}   # <- RM010
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics: {}
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM010", Severity.ERROR, __name__, title_zh="计划中没有的键")
