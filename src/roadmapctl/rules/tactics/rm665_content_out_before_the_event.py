"""Something made of an event's content comes out before the event.

The replay, the clips and the article are made of what was said; nothing of that is there a day earlier. Mostly the sign is wrong.

Write `+1d`. What goes out beforehand is a step of the playbook's sequence.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  webinar:
    start: 2027-03-01
    end: 2027-03-26
    event: {format: webinar, date: 2027-03-18, reuse: {replay: -1d, clips: +7d}}   # <- RM665
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  webinar:
    start: 2027-03-01
    end: 2027-03-26
    event: {format: webinar, date: 2027-03-18, reuse: {replay: +1d, clips: +7d}}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM665",
    Severity.WARNING,
    title_zh="活动内容的再利用早于活动本身",
    en="the {piece} of {tactic} comes out at {at}, before the event it is made of",
    zh="{tactic} 的 {piece} 在 {at} 发布，早于其来源的活动",
    help_en="write {after}, or make it a step of the playbook's sequence",
    help_zh="请写成 {after}，或改为剧本 sequence 中的步骤",
)
def content_out_before_the_event(plan: Plan) -> Iterator[Finding]:
    """Pieces of an event's content whose time after it is below 0."""
    for id, tactic in plan.tactics.items():
        for piece in tactic.event.reuse if tactic.event is not None else ():
            if piece.at is not None and piece.at.startswith("-"):
                fields = {"tactic": id, "piece": piece.what, "at": piece.at, "after": f"+{piece.at[1:]}"}
                yield Finding(("tactics", id, "event", "reuse", piece.what), fields)
