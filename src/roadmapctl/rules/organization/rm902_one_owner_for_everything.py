"""One person owns every tactic.

A plan of six tactics or more that hangs on a single name stops when that name falls ill, although others are there. Mostly the
author wrote their own name everywhere for the time being. Let those who do the work answer for it.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  a: {owner: lin, start: 2027-01-04, end: 2027-01-29}
  b: {owner: lin, start: 2027-02-01, end: 2027-02-26}
  c: {owner: lin, start: 2027-03-01, end: 2027-03-26}
  d: {owner: lin, start: 2027-04-01, end: 2027-04-30}
  e: {owner: lin, start: 2027-05-03, end: 2027-05-28}
  f: {owner: lin, start: 2027-06-01, end: 2027-06-25}
organization:
  people:
    lin: {name: Lin Mei, role: Demand generation lead}   # <- RM902
    ana: {name: Ana Pérez, role: Web lead, functions: [website]}
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  a: {owner: lin, start: 2027-01-04, end: 2027-01-29}
  b: {owner: lin, start: 2027-02-01, end: 2027-02-26}
  c: {owner: lin, start: 2027-03-01, end: 2027-03-26}
  d: {owner: lin, start: 2027-04-01, end: 2027-04-30}
  e: {owner: lin, start: 2027-05-03, end: 2027-05-28}
  f: {owner: ana, start: 2027-06-01, end: 2027-06-25}
organization:
  people:
    lin: {name: Lin Mei, role: Demand generation lead}
    ana: {name: Ana Pérez, role: Web lead, functions: [website]}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

MANY = 6
"""From so many tactics on, one owner for all of them is worth a look."""


@rule(
    "RM902",
    Severity.INFO,
    title_zh="所有打法由同一人负责",
    en="{person} owns all {count} tactics, although the plan lists {people} people",
    zh="{person} 一人负责全部 {count} 项打法，而计划中列有 {people} 人",
    help_en="let those who do the work own the tactics",
    help_zh="请让实际执行的人负责相应打法",
    whole=("tactics.*.owner", "organization.people"),
)
def one_owner_for_everything(plan: Plan) -> Iterator[Finding]:
    """The one owner of a plan that has many tactics and more than one person."""
    people = plan.organization.people if plan.organization is not None else {}
    owners = {tactic.owner for tactic in plan.tactics.values()}
    if len(plan.tactics) < MANY or len(people) < 2 or len(owners) != 1:
        return
    for owner in owners & people.keys():
        fields = {"person": owner, "count": len(plan.tactics), "people": len(people)}
        yield Finding(("organization", "people", owner or ""), fields, key=True)
