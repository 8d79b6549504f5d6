"""The journey leads through a channel that nothing uses.

A step leads people to a place; if no tactic works there and no segment is reached there, nobody is expecting them.
Often it is a second word for the same channel.

Use one word for one channel, plan a tactic for it, or take the step out.

Bad:

```yaml
# asked: RM406
roadmap: 1
name: Spring
strategy:
  journey:
    - {from: email, to: podcast, how: every letter ends with the new episode}   # <- RM406
tactics:
  letters: {name: Letters, channel: email}
```

Good:

```yaml
# asked: RM406
roadmap: 1
name: Spring
strategy:
  journey:
    - {from: email, to: podcast, how: every letter ends with the new episode}
tactics:
  letters: {name: Letters, channel: email}
  episodes: {name: Episodes, channel: podcast}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

MAX_LISTED = 8


@rule(
    "RM406",
    Severity.INFO,
    title_zh="旅程经过没有被使用的渠道",
    en="the journey leads through {channel}, but no tactic and no segment uses it",
    zh="旅程经过 {channel}，但没有打法或客群使用该渠道",
    help_en="plan a tactic there, or use the word that the others use: {known}",
    help_zh="请为它安排打法，或改用已有的渠道名：{known}",
    asked=True,
    whole=("tactics.*.channel", "market.segments.*.channels", "strategy.journey"),
)
def journey_through_unused_channel(plan: Plan) -> Iterator[Finding]:
    """Channels of the journey that no tactic and no segment uses, each at the first step that names it."""
    segments = plan.market.segments.values() if plan.market else ()
    used = {tactic.channel for tactic in plan.tactics.values()} | {c for segment in segments for c in segment.channels}
    known = ", ".join(sorted(channel for channel in used if channel)[:MAX_LISTED])
    met: set[str] = set()
    for index, step in enumerate(plan.strategy.journey if plan.strategy and known else ()):
        for key, channel in (("from", step.from_), ("to", step.to)):
            if channel is not None and channel not in used and channel not in met:
                met.add(channel)
                yield Finding(("strategy", "journey", index, key), {"channel": channel, "known": known})
