"""A step of the journey misspells a channel.

The channel of a step is used by no tactic and no segment, but it is nearly the word for one that is. In the report the journey
breaks off there.

Write the channel as tactics and segments write it.

Bad:

```yaml
roadmap: 1
name: Spring
market:
  segments:
    workshops: {status: current, channels: [linkedin, webinar]}
strategy:
  journey:
    - {from: linkdin, to: webinar, how: every post ends in an invitation}   # <- RM407
```

Good:

```yaml
roadmap: 1
name: Spring
market:
  segments:
    workshops: {status: current, channels: [linkedin, webinar]}
strategy:
  journey:
    - {from: linkedin, to: webinar, how: every post ends in an invitation}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.model.nearest import only_near
from roadmapctl.rules.once import once
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM407",
    Severity.WARNING,
    title_zh="旅程写错了渠道名",
    en="the journey leads through “{channel}”, which no tactic and no segment uses",
    zh="旅程经过“{channel}”，但没有打法或客群使用这个渠道",
    whole=("tactics.*.channel", "market.segments.*.channels"),
)
def journey_misspells_a_channel(plan: Plan) -> Iterator[Finding]:
    """Channels of the journey that are nearly one in use, each at the first step that names it."""
    for channel, likely in misspelt_channels(plan).items():
        place = next(place for place, named in journey_channels(plan) if named == channel)
        mend = Message("did you mean “{likely}”?", "是否想写“{likely}”？", {"likely": likely})
        yield Finding(("strategy", "journey", *place), {"channel": channel}, help=mend)


@once
def misspelt_channels(plan: Plan) -> dict[str, str]:
    """By channel of the journey that nothing uses: the one in use of which it is a slip of the pen."""
    named = {channel for _, channel in journey_channels(plan)}
    used = channels_in_use(plan) if named else set()
    near = {channel: only_near(channel, sorted(used)) for channel in sorted(named - used)}
    return {
        channel: one.word for channel, one in near.items() if one is not None and (one.slip or not channel.isascii())
    }


@once
def channels_in_use(plan: Plan) -> set[str]:
    """The channels of tactics and segments."""
    segments = plan.market.segments.values() if plan.market else ()
    used = {tactic.channel for tactic in plan.tactics.values() if tactic.channel is not None}
    return used | {channel for segment in segments for channel in segment.channels}


def journey_channels(plan: Plan) -> Iterator[tuple[tuple[int, str], str]]:
    """The channels of the journey with their places in it, in order."""
    for index, step in enumerate(plan.strategy.journey if plan.strategy else ()):
        for key, channel in (("from", step.from_), ("to", step.to)):
            if channel is not None:
                yield (index, key), channel
