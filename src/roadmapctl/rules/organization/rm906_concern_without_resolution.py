"""Somebody has a concern, and the plan does not say how it is resolved.

Online prices against dealers, or who owns the BDR team: conflicts of this kind do not go away while the plan is carried out,
they stop it in its third month. Named with their resolution they are work like any other.

Talk to the person and write under `resolution` what was agreed, and what the plan does differently because of it.

Bad:

```yaml
# asked: RM906
roadmap: 1
name: Spring
period: 2027
organization:
  stakeholders:
    head-of-sales: {level: middle, stance: concerned, concern: Online prices undercut dealers}   # <- RM906
```

Good:

```yaml
# asked: RM906
roadmap: 1
name: Spring
period: 2027
organization:
  stakeholders:
    head-of-sales: {level: middle, stance: concerned, concern: Online prices undercut dealers, resolution: An online-only line}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

STANCES = {"concerned": ("is concerned", "有顾虑"), "opposed": ("is opposed", "反对")}


@rule(
    "RM906",
    Severity.WARNING,
    title_zh="顾虑没有解决办法",
    en="{stakeholder} {stance}, and nothing says how that is resolved",
    zh="{stakeholder} {stance_zh}，但没有写如何解决",
    help_en="write under resolution what was agreed with {stakeholder}",
    help_zh="请在 resolution 中写明与 {stakeholder} 达成了什么",
    asked=True,
)
def concern_without_resolution(plan: Plan) -> Iterator[Finding]:
    """Stakeholders who are concerned or opposed, without a resolution."""
    stakeholders = plan.organization.stakeholders if plan.organization is not None else {}
    for id, one in stakeholders.items():
        if one.stance in STANCES and one.resolution is None:
            path = ("organization", "stakeholders", id)
            stance, stance_zh = STANCES[one.stance]
            fields = {"stakeholder": one.name or id, "stance": stance, "stance_zh": stance_zh}
            yield Finding((*path, "stance"), fields, absent=((*path, "resolution"),))
