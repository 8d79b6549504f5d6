"""A tactic's channel does not reach its segment.

The tactic is for one segment and uses a channel that only others are said to be reached by. Perhaps the channel is missing from
the segment's list; perhaps the money goes to people whom nobody meant. Change the one or the other.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
market:
  segments:
    it-managers: {status: target, who: Heads of IT, channels: [webinar, email]}
    buyers: {status: current, who: Heads of purchasing, channels: [trade-fair]}
tactics:
  spring-fair:
    segment: it-managers
    channel: trade-fair   # <- RM620
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
    buyers: {status: current, who: Heads of purchasing, channels: [trade-fair]}
tactics:
  spring-fair:
    segment: buyers
    channel: trade-fair
    start: 2027-01-15
    end: 2027-03-20
```
"""

from collections.abc import Iterator

from roadmapctl.analysis.words.look_alikes import skeleton
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

MAX_LISTED = 6


@rule(
    "RM620",
    Severity.INFO,
    title_zh="打法的渠道触达不到其细分市场",
    en="{tactic} is for {segment} but uses {channel}; {segment} is reached by {channels}",
    zh="{tactic} 面向 {segment}，却使用 {channel}；{segment} 的触达渠道为 {channels}",
    help_en="use a channel of {segment}, or add {channel} to its channels",
    help_zh="请改用 {segment} 的渠道，或把 {channel} 加入其 channels",
    whole=("market.segments.*.channels",),
)
def channel_misses_segment(plan: Plan) -> Iterator[Finding]:
    """Tactics whose channel reaches other segments than the one they are for."""
    segments = plan.market.segments if plan.market is not None else {}
    known = {channel for segment in segments.values() for channel in segment.channels}
    for id, tactic in plan.tactics.items():
        segment = segments.get(tactic.segment or "")
        if segment is None or not segment.channels or tactic.channel not in known or tactic.channel in segment.channels:
            continue
        if skeleton(tactic.channel or "") in map(skeleton, segment.channels):
            continue  # one of the two was misspelt (RM036)
        channels = segment.channels[:MAX_LISTED]
        path = ("market", "segments", tactic.segment or "", "channels")
        yield Finding(
            ("tactics", id, "channel"),
            {"tactic": id, "segment": tactic.segment, "channel": tactic.channel, "channels": channels},
            related=((path, Message("the segment's channels", "该细分市场的渠道")),),
        )
