"""A reference to something that does not exist.

Every chain of a plan (tactic, milestone, goal, metric, owner, segment, stage) is made of ids. One that leads nowhere breaks
the chain: nothing can be added up, dated or answered for. Write the id as it stands where the thing is defined.

Owners are looked up in `organization.people` once the plan has an `organization`; before, any word will do. `supports` may
also name a goal of the `parent` plan.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  spring-leads: {metric: leeds, baseline: 0, target: 100, due: 2027-05-31}   # <- RM030
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
goals:
  spring-leads: {metric: leads, baseline: 0, target: 100, due: 2027-05-31}
```
"""

from collections.abc import Iterator, Mapping
from typing import Any

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.load.doubled import UNNAMED
from roadmapctl.model import Plan
from roadmapctl.model.references import Reference, references
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.structure.unknown_ids import known_ids, unknown_ids

MAX_LISTED = 8
HAN, LAST_HAN = "\u3400", "\u9fff"
"""Chinese is no look-alike of an id; what else is not ASCII may be, and is told by its number."""
MAX_GUESSES = 100  # in a flood of wrong ids nobody reads the guess for the next one, and each costs milliseconds


@rule(
    "RM030",
    Severity.ERROR,
    title_zh="引用了不存在的对象",
    en="“{id}”{points} is not in {section}",
    zh="{section} 中没有“{id}”{points}",
)
def dangling_reference(plan: Plan) -> Iterator[Finding]:
    """Every reference whose id is in no section it may mean; where it is the definition that is misspelt, RM051 tells it once."""
    unknown = unknown_ids(plan)
    if unknown:
        from roadmapctl.rules.structure.misspelt import misspelt

        told = misspelt(plan)
        unknown = {section: {id for id in ids if (section, id) not in told} for section, ids in unknown.items()}
    known = {section: known_ids(plan, section) for section in unknown}
    for number, found in enumerate(references(plan, unknown) if unknown else (), 1):
        strange = sorted({c for c in found.id if not c.isprintable() or not (c.isascii() or HAN <= c <= LAST_HAN)})[:3]
        points = f" ({', '.join(f'U+{ord(c):04X}' for c in strange)})" if strange else ""
        fields = {"id": found.id, "section": found.section, "points": points}
        # The section itself counts as absent too: while it cannot be read, nobody knows what is in it.
        section = tuple(found.section.split("."))
        absent = ((*section, found.id), section, (*section, UNNAMED))
        mend = _mend(found, known[found.section], guess=number <= MAX_GUESSES)
        yield Finding(found.path, fields, key=found.is_key, help=mend, absent=absent)


def _mend(found: Reference, ids: Mapping[str, Any], *, guess: bool) -> Message:
    from roadmapctl.model.nearest import nearest

    called = [id for id, member in ids.items() if getattr(member, "name", None) == found.id] if guess else []
    likely = called[0] if len(called) == 1 else nearest(found.id, ids) if guess else None
    if likely is not None:
        return Message("did you mean “{likely}”?", "是否想写“{likely}”？", {"likely": likely})
    if ids:
        return Message("there are: {some}", "现有：{some}", {"some": tuple(ids)[:MAX_LISTED]})
    return Message("define it under {section}", "请在 {section} 下定义", {"section": found.section})
