"""A tactic starts before what it waits for has ended.

`after` says that a tactic needs what another one makes: no webinar without the page that takes the sign-ups. Here the dates say
otherwise. Start it later, finish the other one earlier, or take the other one out of `after` if it is not needed after all.
Starting on the very day on which the other one ends is fine.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  landing-page: {start: 2027-01-04, end: 2027-01-29}
  beta-webinars:
    start: 2027-01-15   # <- RM611
    end: 2027-03-20
    after: [landing-page]
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
tactics:
  landing-page: {start: 2027-01-04, end: 2027-01-14}
  beta-webinars:
    start: 2027-01-15
    end: 2027-03-20
    after: [landing-page]
```
"""

from collections.abc import Iterable, Iterator
from datetime import date

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.days import disordered
from roadmapctl.rules.rule import Finding, rule
from roadmapctl.rules.tactics.waiting import knots_of, waits_of

NAMED = 3


@rule(
    "RM611",
    Severity.ERROR,
    title_zh="打法在前置打法结束之前就开始",
    en="{tactic} starts on {start}, before {other}, for which it waits, has ended on {end}",
    zh="{tactic} 于 {start} 开始，而它所等待的 {other} 到 {end} 才结束",
    help_en="start it on {end} or later, or finish {other} by {start}",
    help_zh="请改为 {end} 或之后开始，或让 {other} 在 {start} 前结束",
)
def starts_before_predecessor_ends(plan: Plan) -> Iterator[Finding]:
    """Tactics that start too early for what they wait for; where several are late, the sentence names the last to end.

    Tactics that wait for each other in a ring are left to RM612: no dates could please them.
    """
    for id, others in waits_of(plan).items():
        start = plan.tactics[id].start if others else None
        late = _late(plan, id, others, start) if start is not None else []
        if late and not disordered(plan, plan.tactics[id]):
            end, other = late[0]
            yield Finding(
                ("tactics", id, "start"),
                {"tactic": id, "start": start, "other": other, "end": end},
                related=tuple((("tactics", o, "end"), _ends(o)) for _, o in late[:NAMED]),
            )


def _late(plan: Plan, id: str, others: Iterable[str], start: date) -> list[tuple[date, str]]:
    """Those that end after `start`, the last to end first; ends that are wrong anyway are told where they stand."""
    ends = [(end, other) for other in others if (end := plan.tactics[other].end) is not None and end > start]
    if not ends:
        return ends
    knot = knots_of(plan)
    late = {other: end for end, other in ends if knot[other] != knot[id] and not _ends_too_late(plan, other)}
    return sorted(((end, other) for other, end in late.items()), reverse=True)


def _ends_too_late(plan: Plan, id: str) -> bool:
    """Is the end itself wrong: outside of the period, before the start, or after its milestone (RM604)?"""
    tactic = plan.tactics[id]
    milestone = plan.milestones.get(tactic.milestone or "")
    after = (
        milestone is not None and milestone.date is not None and tactic.end is not None and tactic.end > milestone.date
    )
    return after or disordered(plan, tactic)


def _ends(tactic: str) -> Message:
    return Message("{tactic} ends here", "{tactic} 在此结束", {"tactic": tactic})
