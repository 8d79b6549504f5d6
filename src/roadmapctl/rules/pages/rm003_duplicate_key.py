"""The same key twice.

Ids and keys are unique: a second `beta-launch` would silently replace the first one, and a budget or a date with it.
The same holds across the files of a plan folder; the finding names both places.

Keep one of the two. If both are meant, give the second an id of its own.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31}
  beta-launch: {name: Launch, date: 2027-05-31}   # <- RM003
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31}
  launch: {name: Launch, date: 2027-05-31}
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM003", Severity.ERROR, __name__, title_zh="同一个键出现两次")
