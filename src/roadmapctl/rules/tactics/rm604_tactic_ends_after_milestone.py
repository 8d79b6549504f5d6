"""A tactic ends after the milestone it serves.

A milestone is a date by which something measurable is reached. What a tactic brings after that date does not count towards
it. End the tactic earlier, move the milestone, or let the tactic serve a later one.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31}
tactics:
  beta-webinars:
    name: Beta webinars
    milestone: beta-launch
    start: 2027-01-15
    end: 2027-04-10   # <- RM604
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
milestones:
  beta-launch: {name: Beta launch, date: 2027-03-31}
tactics:
  beta-webinars:
    name: Beta webinars
    milestone: beta-launch
    start: 2027-01-15
    end: 2027-03-20
```
"""

from collections.abc import Iterator
from datetime import date

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.days import disordered, outside
from roadmapctl.rules.rule import Finding, rule

NAMED = 5
TOO_EARLY = Message(
    "all {count} tactics of {milestone} end after it: move it to {end} or later",
    "{milestone} 的全部 {count} 项打法都晚于它结束：请把它移到 {end} 或之后",
)


@rule(
    "RM604",
    Severity.ERROR,
    title_zh="打法在其里程碑之后才结束",
    en="{tactic} ends {end}, after its milestone {milestone} on {date}",
    zh="{tactic} 于 {end} 结束，晚于其里程碑 {milestone}（{date}）",
    help_en="end it by {date}, or let it serve a later milestone",
    help_zh="请在 {date} 前结束，或改为服务于更晚的里程碑",
)
def tactic_ends_after_milestone(plan: Plan) -> Iterator[Finding]:
    """Tactics whose last day lies after their milestone's date; where all of several do, the milestone comes too early."""
    for id, tactics in _late(plan).items():
        milestone = plan.milestones[id]
        if len(tactics) > 1 and len(tactics) == sum(t.milestone == id for t in plan.tactics.values()):
            yield _too_early(plan, id, tactics)
            continue
        for tactic in tactics:
            fields = {"tactic": tactic, "end": plan.tactics[tactic].end, "milestone": id, "date": milestone.date}
            related = ((("milestones", id, "date"), Message("the milestone is here", "里程碑在这里")),)
            yield Finding(("tactics", tactic, "end"), fields, related=related)


def _late(plan: Plan) -> dict[str, list[str]]:
    """By milestone, its tactics that end after it; days outside of the period, or in the wrong order, are told already."""
    found: dict[str, list[str]] = {}
    for id, tactic in plan.tactics.items():
        milestone = plan.milestones.get(tactic.milestone or "")
        if milestone is None or milestone.date is None or tactic.end is None or tactic.end <= milestone.date:
            continue
        if not outside(plan, milestone.date, tactic.end) and not disordered(plan, tactic):
            found.setdefault(tactic.milestone or "", []).append(id)
    return found


def _too_early(plan: Plan, id: str, tactics: list[str]) -> Finding:
    """One finding at the milestone, with the tactic that ends last in its sentence."""
    ends = {tactic: plan.tactics[tactic].end or date.min for tactic in tactics}
    last = max(tactics, key=ends.__getitem__)
    fields = {
        "tactic": last,
        "end": ends[last],
        "milestone": id,
        "date": plan.milestones[id].date,
        "count": len(tactics),
    }
    related = tuple(
        (("tactics", t, "end"), Message("{tactic} ends here", "{tactic} 在此结束", {"tactic": t}))
        for t in tactics[:NAMED]
    )
    return Finding(("milestones", id, "date"), fields, help=TOO_EARLY._replace(fields=fields), related=related)
