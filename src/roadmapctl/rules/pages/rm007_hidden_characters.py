r"""Characters that cannot be seen.

Zero-width spaces, control characters and characters that turn the direction of writing come along when text is copied
from web pages and slides. Two ids that look alike are then different, and a text may not read as it is.

Those that change what is read are errors; those that are merely invisible are warnings. Type the text again.

Bad:

```yaml
roadmap: 1
name: "Spring\u200b"   # <- RM007
```

Good:

```yaml
roadmap: 1
name: "Spring"
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM007", Severity.ERROR, __name__, title_zh="看不见的字符")
