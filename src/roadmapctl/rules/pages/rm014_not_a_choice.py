"""A word that is none of the choices.

Some keys take one of a few words, because the tool acts on them: the `kind` of a metric decides whether values add
up, the `status` of a segment what is asked of it. The finding lists the words and the nearest one.

Bad:

```yaml
roadmap: 1
name: Spring
market:
  segments:
    workshops: {name: Workshops, status: existing}   # <- RM014
```

Good:

```yaml
roadmap: 1
name: Spring
market:
  segments:
    workshops: {name: Workshops, status: current}
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM014", Severity.ERROR, __name__, title_zh="不在可选值之内")
