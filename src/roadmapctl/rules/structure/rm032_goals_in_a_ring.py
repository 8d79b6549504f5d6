"""Goals support each other in a ring.

`supports` leads from a goal to the wider goal it serves, up to the one the plan is for. In a ring no goal is the
wider one: nothing can be rolled up, and each goal would be the reason for itself.

Take `supports` out of the widest goal of the ring, or let it name a goal outside of it.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
  deals: {name: Deals, unit: deals, kind: flow}
goals:
  more-leads: {metric: leads, baseline: 0, target: 600, due: 2027-09-30, supports: more-deals}   # <- RM032
  more-deals: {metric: deals, baseline: 0, target: 60, due: 2027-12-31, supports: more-leads}
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  leads: {name: Leads, unit: people, kind: flow}
  deals: {name: Deals, unit: deals, kind: flow}
goals:
  more-leads: {metric: leads, baseline: 0, target: 600, due: 2027-09-30, supports: more-deals}
  more-deals: {metric: deals, baseline: 0, target: 60, due: 2027-12-31}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM032",
    Severity.ERROR,
    title_zh="目标之间循环支持",
    en="these goals support each other in a ring: {ring}",
    zh="这些目标循环支持：{ring}",
    help_en="take “supports” out of the widest of them",
    help_zh="请删除其中最上层目标的 supports",
)
def goals_in_a_ring(plan: Plan) -> Iterator[Finding]:
    """Every ring of goals once, at its first goal in the plan's order."""
    order = {id: index for index, id in enumerate(plan.goals)}
    met: set[str] = set()
    for start in plan.goals:
        way: dict[str, None] = {}
        id: str | None = start
        while id is not None and id not in met:
            met.add(id)
            way[id] = None
            id = _wider(plan, id)
        if id is not None and id in way:
            walked = list(way)
            ring = [*walked[walked.index(id) :], id]
            first = min(ring, key=order.__getitem__)
            turn = ring.index(first)
            yield _finding([*ring[turn:-1], *ring[:turn], first])


def _wider(plan: Plan, id: str) -> str | None:
    """The goal of this plan that a goal supports; one that bears its own name is the parent's."""
    wider = plan.goals[id].supports
    if wider == id and plan.above is not None and id in plan.above.goals:
        return None
    return wider if wider in plan.goals else None


def _finding(ring: list[str]) -> Finding:
    closing = Message("and this closes the ring", "此处形成循环")
    related = ((("goals", ring[-2], "supports"), closing),) if len(ring) > 2 else ()
    return Finding(("goals", ring[0], "supports"), {"ring": " → ".join(ring)}, related=related)
