"""A tactic uses a channel that reaches no segment.

The segments say where they are reached, and this channel is not among them: either the tactic speaks to an empty room, or the
name is spelt in another way there. Use a channel of the segment, or add this one to the segments it reaches.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
market:
  segments:
    it-managers: {status: target, who: Heads of IT, channels: [webinar, email]}
tactics:
  beta-webinars:
    channel: webinars   # <- RM619
    start: 2027-01-15
    end: 2027-03-20
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
market:
  segments:
    it-managers: {status: target, who: Heads of IT, channels: [webinar, email]}
tactics:
  beta-webinars:
    channel: webinar
    start: 2027-01-15
    end: 2027-03-20
```
"""

from collections.abc import Collection, Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.model.nearest import nearest
from roadmapctl.rules.rule import Finding, rule

MAX_LISTED = 8
MAX_GUESSED = 100
"""So many wrong names are compared with all right ones; a flood of them is told without guesses."""


@rule(
    "RM619",
    Severity.WARNING,
    title_zh="打法的渠道触达不到任何细分市场",
    en="{tactic} uses the channel {channel}, by which no segment is reached",
    zh="{tactic} 使用渠道 {channel}，但没有任何细分市场能通过它触达",
    whole=("market.segments.*.channels",),
)
def channel_reaches_nobody(plan: Plan) -> Iterator[Finding]:
    """Tactics whose channel no segment names, where segments name channels."""
    segments = plan.market.segments.values() if plan.market is not None else ()
    channels = dict.fromkeys(channel for segment in segments for channel in segment.channels)
    silent = {id for id, segment in plan.market.segments.items() if not segment.channels} if plan.market else set()
    mends: dict[str, Message] = {}
    for id, tactic in plan.tactics.items():
        if channels and tactic.channel is not None and tactic.channel not in channels:
            mend = mends.get(tactic.channel) or _mend(tactic.channel, channels, guess=len(mends) < MAX_GUESSED)
            mends[tactic.channel] = mend
            if tactic.segment in silent and "likely" not in mend.fields:
                continue  # RM208 asks for that segment's channels: this may be one
            yield Finding(("tactics", id, "channel"), {"tactic": id, "channel": tactic.channel}, help=mend)


def _mend(channel: str, channels: Collection[str], *, guess: bool) -> Message:
    likely = nearest(channel, channels) if guess else None
    if likely is not None:
        return Message("did you mean “{likely}”?", "是否想写“{likely}”？", {"likely": likely})
    return Message(
        "the segments are reached by {some}; use one of these, or add {channel} to a segment's channels",
        "各细分市场的渠道有：{some}；请选用其一，或把 {channel} 加入某个细分市场的 channels",
        {"some": tuple(channels)[:MAX_LISTED], "channel": channel},
    )
