"""A tactic waits twice for the same one.

Waiting twice is no longer than waiting once. Mostly a second, different tactic was meant when the line was copied: then its
dates are not checked now. Name that one, or delete the repetition.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  landing-page: {start: 2027-01-04, end: 2027-01-14}
  beta-webinars:
    after:
      - landing-page
      - landing-page   # <- RM614
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  landing-page: {start: 2027-01-04, end: 2027-01-14}
  beta-webinars:
    after: [landing-page]
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM614",
    Severity.INFO,
    title_zh="重复等待同一打法",
    en="{tactic} waits for {other} twice",
    zh="{tactic} 重复等待 {other}",
    help_en="delete it here, or name the other tactic that was meant",
    help_zh="请删除此处，或改为真正要等待的打法",
)
def waits_twice(plan: Plan) -> Iterator[Finding]:
    """Items of `after` that stand there already."""
    for id, tactic in plan.tactics.items():
        seen: set[str] = set()
        for index, other in enumerate(tactic.after):
            if other in seen:
                yield Finding(("tactics", id, "after", index), {"tactic": id, "other": other})
            seen.add(other)
