"""A step of a playbook falls after the plan ends.

The survey or the invitation to the next event would be sent when the plan is over, by people and with money of the next one.
That is often meant so, and then forgotten: nothing in the next plan speaks of it.

Take the step over into the next plan, hold the event earlier, or let the playbook end sooner.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
playbooks:
  trade-show: {sequence: [{at: -7d, message: invitation}, {at: +30d, message: the next event}]}
tactics:
  winter-fair:
    start: 2027-11-22
    end: 2027-12-17
    playbook: trade-show
    event: {format: trade-show, date: 2027-12-08}   # <- RM662
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
playbooks:
  trade-show: {sequence: [{at: -7d, message: invitation}, {at: +14d, message: the next event}]}
tactics:
  winter-fair:
    start: 2027-11-22
    end: 2027-12-17
    playbook: trade-show
    event: {format: trade-show, date: 2027-12-08}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM662",
    Severity.INFO,
    title_zh="剧本的步骤晚于计划结束",
    en="the step {at} of the playbook {playbook} falls on {day} for {tactic}, after the plan ends on {ends}",
    zh="剧本 {playbook} 的步骤 {at} 对 {tactic} 而言在 {day}，晚于计划结束日 {ends}",
    help_en="take it over into the next plan, or hold the event earlier",
    help_zh="请写入下一份计划，或提前举办",
    whole=("playbooks",),
)
def playbook_step_after_the_plan(plan: Plan) -> Iterator[Finding]:
    """For each run of a playbook, its last step after the plan."""
    if not plan.playbooks or plan.period is None:
        return
    from roadmapctl.rules.tactics.playbook_steps import findings, misplaced

    for found in misplaced(plan, "after_plan"):
        for finding in findings(found):
            yield finding._replace(fields={**finding.fields, "ends": plan.period.end})
