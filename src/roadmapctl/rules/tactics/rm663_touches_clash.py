"""Two events write to the same people through the same channel on the same day.

The reminder of one event and the survey of another arrive together: one of them is not read, and some people leave the list.
Each playbook is right for itself; it is the dates that bring the two together.

Move one of the events by a day or two, send through another channel, or let the events go to different segments.
`roadmapctl playbooks` shows every dated touch.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
market:
  segments: {workshops: {who: Owners of car workshops}}
playbooks:
  webinar: {sequence: [{at: -7d, channel: email, message: invitation}, {at: +1d, channel: email, message: replay}]}
tactics:
  webinar-in-april:
    segment: workshops
    start: 2027-03-29
    end: 2027-04-23
    playbook: webinar
    event: {format: webinar, date: 2027-04-13}
  second-webinar:
    segment: workshops
    start: 2027-03-29
    end: 2027-04-30
    playbook: webinar
    event: {format: webinar, date: 2027-04-21}   # <- RM663
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
market:
  segments: {workshops: {who: Owners of car workshops}}
playbooks:
  webinar: {sequence: [{at: -7d, channel: email, message: invitation}, {at: +1d, channel: email, message: replay}]}
tactics:
  webinar-in-april:
    segment: workshops
    start: 2027-03-29
    end: 2027-04-23
    playbook: webinar
    event: {format: webinar, date: 2027-04-13}
  second-webinar:
    segment: workshops
    start: 2027-03-29
    end: 2027-04-30
    playbook: webinar
    event: {format: webinar, date: 2027-04-22}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM663",
    Severity.INFO,
    title_zh="两场活动同日以同一渠道触达同一客群",
    en="{channel} reaches {segment} for {tactic} ({at}) and for {other} ({other_at}) on {day}; days like this: {days}",
    zh="{day}，{channel} 同时为 {tactic}（{at}）与 {other}（{other_at}）触达 {segment}；这样的日子共 {days} 天",
    help_en="move one of them by a day or two, or send one through another channel",
    help_zh="请错开一两天，或改用其他渠道",
    whole=("playbooks",),
)
def touches_clash(plan: Plan) -> Iterator[Finding]:
    """For each segment and channel the first day, at the later of the two runs, and how many there are."""
    if len(plan.tactics) < 2 or not plan.playbooks:
        return
    from roadmapctl.analysis.playbooks.touches import Clash, clashes
    from roadmapctl.rules.tactics.playbook_steps import dated_touches, zero_path

    groups: dict[tuple[str, str], list[Clash]] = {}
    in_time = [touch for touch in dated_touches(plan) if touch.outside is None]  # of the others RM660 to RM662 tell
    for clash in clashes(in_time):
        groups.setdefault((clash.channel, clash.segment), []).append(clash)
    for (channel, segment), found in groups.items():
        one, other = found[0].pair
        fields = {"tactic": one.run.tactic, "at": one.at, "other": other.run.tactic, "other_at": other.at}
        shared = {"segment": segment, "channel": channel, "day": found[0].day, "days": len(found)}
        related = ((zero_path(one.run), Message("the other is here", "另一场在这里")),)
        yield Finding(zero_path(other.run), {**fields, **shared}, related=related)
