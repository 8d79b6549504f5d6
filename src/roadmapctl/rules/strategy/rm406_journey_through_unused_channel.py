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
from roadmapctl.rules.journey.rm407_journey_misspells_a_channel import (
    channels_in_use,
    journey_channels,
    misspelt_channels,
)
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
    """Channels of the journey that no tactic and no segment uses (and that misspell none, RM407), each at its first step."""
    used = channels_in_use(plan)
    known = tuple(sorted(used)[:MAX_LISTED])
    met = used | misspelt_channels(plan).keys()
    for place, channel in journey_channels(plan) if known else ():
        if channel not in met:
            met.add(channel)
            yield Finding(("strategy", "journey", *place), {"channel": channel, "known": known})
