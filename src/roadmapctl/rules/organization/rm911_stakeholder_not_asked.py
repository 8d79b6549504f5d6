"""Somebody whose agreement the plan needs has not been asked.

The stance is unknown: the plan counts on an executive or a middle manager who may hear of it in the meeting in which it should be
approved. What they worry about is cheaper to learn now.

Ask them, and write the stance: `agreed`, `concerned` or `opposed`, with the concern and its resolution.

Bad:

```yaml
# asked: RM911
roadmap: 1
name: Spring
period: 2027
organization:
  stakeholders:
    cfo: {level: executive, decides: budget, stance: unknown}   # <- RM911
```

Good:

```yaml
# asked: RM911
roadmap: 1
name: Spring
period: 2027
organization:
  stakeholders:
    cfo: {level: executive, decides: budget, stance: agreed}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM911",
    Severity.INFO,
    title_zh="尚未征询相关方的意见",
    en="{stakeholder} has not been asked yet",
    zh="尚未征询 {stakeholder} 的意见",
    help_en="ask, and write the stance: agreed, concerned or opposed",
    help_zh="请征询后填写 stance：agreed、concerned 或 opposed",
    asked=True,
)
def stakeholder_not_asked(plan: Plan) -> Iterator[Finding]:
    """Stakeholders whose stance is unknown; one that is not written at all is asked for as an element."""
    stakeholders = plan.organization.stakeholders if plan.organization is not None else {}
    for id, one in stakeholders.items():
        if one.stance == "unknown":
            yield Finding(("organization", "stakeholders", id, "stance"), {"stakeholder": one.name or id})
