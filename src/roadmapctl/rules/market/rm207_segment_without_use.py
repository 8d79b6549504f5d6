"""A segment that nothing in the plan is for.

A segment that no goal, tactic, idea or message names was described and then forgotten: nobody will reach it, and
nobody will notice.

Let a goal or a tactic name it (`segment: fleet-garages`), or take it out of the market.

Bad:

```yaml
# asked: RM207
roadmap: 1
name: Spring
market:
  segments:
    workshops: {status: current}
    fleet-garages: {status: target}   # <- RM207
strategy:
  messages:
    two-minutes: {text: An estimate in two minutes, segment: workshops}
```

Good:

```yaml
# asked: RM207
roadmap: 1
name: Spring
market:
  segments:
    workshops: {status: current}
    fleet-garages: {status: target}
strategy:
  messages:
    two-minutes: {text: An estimate in two minutes, segment: workshops}
    on-the-day: {text: Back on the road on the day, segment: fleet-garages}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM207",
    Severity.WARNING,
    title_zh="没有任何工作针对的客群",
    en="nothing in the plan is for the segment {segment}: no goal, tactic, idea or message names it",
    zh="没有任何目标、打法、点子或信息针对客群 {segment}",
    help_en="let a goal or a tactic name it: segment: {segment}",
    help_zh="请在某个目标或打法中写 segment: {segment}",
    asked=True,
    whole=("goals.*.segment", "tactics.*.segment", "ideas.*.segment", "strategy.messages.*.segment"),
)
def segment_without_use(plan: Plan) -> Iterator[Finding]:
    """Segments that no goal, tactic, idea or core message names; silent while one of them names none there is (RM030)."""
    messages = plan.strategy.messages if plan.strategy else {}
    users = (plan.goals, plan.tactics, plan.ideas, messages)
    used = {member.segment for section in users for member in section.values()}
    segments = plan.market.segments if plan.market else {}
    for id in segments if used - {None} <= segments.keys() else ():
        if id not in used and not _meant_by_a_tactic(plan, id):
            yield Finding(("market", "segments", id), {"segment": id}, key=True)


def _meant_by_a_tactic(plan: Plan, segment: str) -> bool:
    """Does a tactic name another segment, which its channel does not reach, while it reaches this one (RM620)?"""
    from roadmapctl.rules.tactics.rm620_channel_misses_segment import channel_misses_segment

    own = plan.market.segments[segment].channels if plan.market else ()
    return any(finding.fields["channel"] in own for finding in channel_misses_segment(plan))
