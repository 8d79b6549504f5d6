"""The steps of a playbook are not in order of time.

The list is read from top to bottom by whoever runs it. A step that stands before one that is sent earlier has mostly lost its sign:
`1d` is a day after the event, `-1d` the day before it.

Write the sign that is missing, or put the step in its place.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
playbooks:
  webinar:
    sequence:
      - {at: -7d, channel: email, message: invitation}
      - {at: 1d, channel: email, message: the link}   # <- RM664
      - {at: -1h, channel: email, message: we begin}
      - {at: +1d, channel: email, message: the replay}
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
playbooks:
  webinar:
    sequence:
      - {at: -7d, channel: email, message: invitation}
      - {at: -1d, channel: email, message: the link}
      - {at: -1h, channel: email, message: we begin}
      - {at: +1d, channel: email, message: the replay}
```
"""

from collections.abc import Iterator, Sequence

from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.model.playbooks import SequenceStep
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM664",
    Severity.INFO,
    title_zh="剧本的步骤没有按时间排列",
    en="the step at {at} of the playbook {playbook} stands before the one at {following}",
    zh="剧本 {playbook} 的步骤 {at} 排在 {following} 之前",
    help_en="look for a minus sign that is missing or too many, or sort the steps by time",
    help_zh="请检查是否漏写或多写了负号，或按时间排列各步骤",
)
def steps_out_of_order(plan: Plan) -> Iterator[Finding]:
    """Of each playbook the first step that is followed by an earlier one in its channel; each channel may have its own order."""
    for id, playbook in plan.playbooks.items():
        for number, other in _disordered(playbook.sequence):
            place: Path = ("playbooks", id, "sequence")
            step, following = playbook.sequence[number].at, playbook.sequence[other].at
            later = (((*place, other, "at"), Message("the earlier step", "更早的步骤")),)
            fields = {"playbook": playbook.name or id, "at": step, "following": following}
            yield Finding((*place, number, "at"), fields, related=later)
            break


def _disordered(sequence: Sequence[SequenceStep]) -> Iterator[tuple[int, int]]:
    from roadmapctl.analysis.playbooks.offsets import read_offset  # few plans have playbooks

    last: dict[str | None, tuple[int, int]] = {}
    for number, step in enumerate(sequence):
        if step.at is None:
            continue
        minutes = read_offset(step.at).minutes
        before, at = last.get(step.channel, (number, minutes))
        if at > minutes:
            yield before, number
        last[step.channel] = (number, minutes)
