"""Tactics wait for each other in a ring.

Each of them may start only when the next one has ended, and the last of them waits for the first: none can ever start. Find the
`after` that is not really needed and delete it. A tactic that waits for itself is the shortest ring of all.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  landing-page:
    after: [beta-webinars]   # <- RM612
  beta-webinars:
    after: [landing-page]
  summer-fair:
    after:
      - summer-fair   # <- RM612
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

from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.tactics.waiting import knots_of, rings, waits_of

MAX_PRINTED = 6
"""A longer ring is printed without its middle."""


@rule(
    "RM612",
    Severity.ERROR,
    title_zh="打法之间循环等待",
    en="these tactics wait for each other and can never start: {ring}",
    zh="这些打法相互等待，永远无法开始：{ring}",
    help_en="delete the “after” that is not really needed",
    help_zh="请删除其中并非必要的 after",
)
def tactics_wait_in_a_ring(plan: Plan) -> Iterator[Finding]:
    """Every tactic that waits for itself, and one ring of every group of tactics that wait for each other."""
    for id, tactic in plan.tactics.items():
        if id in tactic.after:
            yield _finding(plan, (id,))
    for ring in rings(waits_of(plan), knots_of(plan)):
        yield _finding(plan, ring)


def _finding(plan: Plan, ring: tuple[str, ...]) -> Finding:
    following = (*ring[1:], ring[0])
    shown = (*ring, ring[0])
    if len(shown) > MAX_PRINTED:
        shown = (*shown[: MAX_PRINTED // 2], "…", *shown[-MAX_PRINTED // 2 :])
    links = list(zip(ring, following, strict=True))[:MAX_PRINTED]
    return Finding(
        _link(plan, *links[0]),
        {"ring": " → ".join(shown)},
        related=tuple(
            (_link(plan, id, other), Message("{id} waits for {other}", "{id} 等待 {other}", {"id": id, "other": other}))
            for id, other in links[1:]
        ),
    )


def _link(plan: Plan, id: str, other: str) -> Path:
    """Where a tactic says that it waits for the other one."""
    return ("tactics", id, "after", plan.tactics[id].after.index(other))
