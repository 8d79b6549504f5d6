"""Two ids that look alike.

`webinar` and `webniar`, `email` and `e-mail`, `l0go` and `logo`: one of them was a slip of the pen, and from then on the plan
has two things where there is one. Contributions, budgets and references are shared out between them unseen.

Keep one of the two and mend the places that name the other. Numbers, single letters and plurals tell ids apart: `wave-1` and
`wave-2`, `event-a` and `event-b`, `lead` and `leads` are left alone. Channels and, in a plan without an `organization`, owners
are looked at too.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  webinar-series: {start: 2027-02-01, end: 2027-03-20, channel: webinar}
  webniar-series: {start: 2027-04-01, end: 2027-05-20, channel: webinar}   # <- RM036
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  webinar-series-1: {start: 2027-02-01, end: 2027-03-20, channel: webinar}
  webinar-series-2: {start: 2027-04-01, end: 2027-05-20, channel: webinar}
```
"""

from collections.abc import Iterator

from roadmapctl.analysis.words.look_alikes import similar_ids
from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.structure.collections import collections

FIRST = Message("the other one is here", "另一个在这里")


@rule(
    "RM036",
    Severity.WARNING,
    title_zh="两个 id 极易混淆",
    en="“{id}” is easily taken for “{other}”",
    zh="“{id}”与“{other}”极易混淆",
    help_en="keep one of them, or give them ids that nobody mixes up",
    help_zh="请只保留其中一个，或换成不会混淆的 id",
)
def look_alike_ids(plan: Plan) -> Iterator[Finding]:
    """Members of one collection, channels and owners whose ids look like an earlier one's."""
    for path, members in collections(plan):
        for id, other in similar_ids(members):
            yield _finding((*path, id), id, (*path, other), other, key=True)
    for words in (_channels(plan), _owners(plan)):
        for id, other in similar_ids(words):
            yield _finding(words[id], id, words[other], other, key=False)


def _finding(path: Path, id: str, first: Path, other: str, *, key: bool) -> Finding:
    return Finding(path, {"id": id, "other": other}, key=key, related=((first, FIRST),))


def _channels(plan: Plan) -> dict[str, Path]:
    """The channels in use, each with its first place; a tactic's that no segment names, where segments name any, is RM619's."""
    segments = plan.market.segments.items() if plan.market is not None else ()
    found: dict[str, Path] = {}
    for id, segment in segments:
        for index, channel in enumerate(segment.channels):
            found.setdefault(channel, ("market", "segments", id, "channels", index))
    if not found:
        for id, tactic in plan.tactics.items():
            if tactic.channel is not None:
                found.setdefault(tactic.channel, ("tactics", id, "channel"))
    for id, playbook in plan.playbooks.items():
        for index, step in enumerate(playbook.sequence):
            if step.channel is not None:
                found.setdefault(step.channel, ("playbooks", id, "sequence", index, "channel"))
    return found


def _owners(plan: Plan) -> dict[str, Path]:
    """The owners' words, each with its first place, while no organization says who there is (RM030 looks at it then)."""
    found: dict[str, Path] = {}
    for id, tactic in plan.tactics.items() if plan.organization is None else ():
        if tactic.owner is not None:
            found.setdefault(tactic.owner, ("tactics", id, "owner"))
    return found
