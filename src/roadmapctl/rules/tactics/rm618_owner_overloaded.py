"""One person has many tactics running at once.

Who answers for more than six things on the same day answers for none of them well: dates slip, and nobody learns it in time. Whose
`capacity` for this plan is half of their time can answer for three; whose capacity is 0% for none.

Give some of them to somebody else, or let them run one after the other.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  a: {owner: lin, start: 2027-02-01, end: 2027-02-28}
  b: {owner: lin, start: 2027-02-01, end: 2027-02-28}
  c: {owner: lin, start: 2027-02-01, end: 2027-02-28}
  d: {owner: lin, start: 2027-02-01, end: 2027-02-28}
  e: {owner: lin, start: 2027-02-01, end: 2027-02-28}
  f: {owner: lin, start: 2027-02-01, end: 2027-02-28}
  g: {owner: lin, start: 2027-02-15, end: 2027-03-15}
organization:
  people:
    lin: {name: Lin Mei, role: Demand generation lead}   # <- RM618
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  a: {owner: lin, start: 2027-02-01, end: 2027-02-28}
  b: {owner: lin, start: 2027-03-01, end: 2027-03-31}
organization:
  people:
    lin: {name: Lin Mei, role: Demand generation lead}
```
"""

from collections.abc import Iterator
from datetime import date

from roadmapctl.analysis.people.at_once import limit, most_at_once
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

NO_TIME = Message(
    "a capacity of 0% leaves no time for any: write the part of their time that is this plan's, or hand the tactics over",
    "capacity 为 0% 即没有时间负责任何打法：请填写其投入本计划的时间比例，或把打法交给他人",
)


@rule(
    "RM618",
    Severity.INFO,
    title_zh="一人同时负责过多打法",
    en="{person} has {count} tactics running at once on {day}",
    zh="{person} 在 {day} 同时负责 {count} 项打法",
    help_en="more than {many} at once are hard to answer for: hand some over, or let them follow each other",
    help_zh="同时负责超过 {many} 项很难兼顾：请分给他人，或错开时间",
    whole=("tactics.*.owner", "tactics.*.start", "tactics.*.end"),
)
def owner_overloaded(plan: Plan) -> Iterator[Finding]:
    """People who own more tactics on one day than anybody can look after."""
    people = plan.organization.people if plan.organization is not None else {}
    spans: dict[str, list[tuple[date, date]]] = {}
    for tactic in plan.tactics.values():
        if tactic.owner in people and tactic.start is not None and tactic.end is not None:
            spans.setdefault(tactic.owner or "", []).append((tactic.start, tactic.end))
    for person, owned in spans.items():
        many = limit(people[person])
        if len(owned) <= many:
            continue  # not too many even if all of them ran on one day
        count, day = most_at_once(owned)
        if count > many:
            fields = {"person": person, "count": count, "day": day, "many": many}
            yield Finding(("organization", "people", person), fields, key=True, help=None if many else NO_TIME)
