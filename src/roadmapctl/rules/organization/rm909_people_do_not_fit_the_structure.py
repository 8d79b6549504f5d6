"""The people who are listed do not fit the structure that is named.

A start-up lives with one or two roles; three say that a department has begun. A central team has nobody who works for a single
unit; with a team in each unit, or with both, the plan says who works where. And whatever is larger than a start-up has a head.

Name the structure that you have, write the `unit` of those who work for one, or the `head`.

Bad:

```yaml
# asked: RM909
roadmap: 1
name: Spring
period: 2027
organization:
  structure: startup   # <- RM909
  people:
    lin: {name: Lin Mei, role: Head of marketing}
    ana: {name: Ana Pérez, role: Web lead}
    ben: {name: Ben Okafor, role: Event manager}
```

Good:

```yaml
# asked: RM909
roadmap: 1
name: Spring
period: 2027
organization:
  structure: hybrid
  head: lin
  people:
    lin: {name: Lin Mei, role: Head of marketing}
    ana: {name: Ana Pérez, role: Web lead}
    ben: {name: Ben Okafor, role: Event manager, unit: Benelux}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

DIFFERS = {
    "too_many_roles": ("a start-up has one or two roles, and more are listed", "初创团队只有一两个岗位，而这里列了更多"),
    "people_in_units": ("the team is central, and somebody works for a single unit", "团队是集中式的，却有人只属于某个单元"),
    "nobody_in_units": ("units have people of their own, and nobody's unit is named", "各单元应有自己的人员，却没有人写明所属单元"),
    "nobody_central": ("a part of the team is central, and everybody works for a unit", "应有集中人员，而所有人都属于某个单元"),
}  # fmt: skip


@rule(
    "RM909",
    Severity.INFO,
    title_zh="所列人员与架构不符",
    en="the structure is {structure}: {differs}",
    zh="架构为 {structure}：{differs_zh}",
    help_en="name the structure you have, or the unit of each person (organization.people.….unit)",
    help_zh="请写实际的架构，或写明每个人所属的单元（organization.people.….unit）",
    asked=True,
    whole=("organization",),
)
def people_do_not_fit_the_structure(plan: Plan) -> Iterator[Finding]:
    """The first difference; a missing head is asked for by itself."""
    organization = plan.organization
    if organization is None or organization.structure is None:
        return
    from roadmapctl.analysis.people.structures import structure_gaps

    for gap in structure_gaps(organization):
        if gap in DIFFERS:
            differs, differs_zh = DIFFERS[gap]
            fields = {"structure": organization.structure, "differs": differs, "differs_zh": differs_zh}
            yield Finding(("organization", "structure"), fields)
            return
