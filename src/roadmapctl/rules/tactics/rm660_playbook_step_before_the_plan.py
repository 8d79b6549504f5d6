"""A step of a playbook falls before the plan begins.

The invitation that the playbook wants three weeks ahead would have to go out before the plan has a person or a budget. Nobody
sends it, and the event begins without its guests.

The steps are counted from the date of the tactic's event; a tactic that is no event counts from its first day. Move the event,
or let the playbook begin later.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
playbooks:
  trade-show: {sequence: [{at: -21d, message: invitation}, {at: +1d, message: survey}]}
tactics:
  winter-fair:
    start: 2027-01-04
    end: 2027-01-22
    playbook: trade-show
    event: {format: trade-show, date: 2027-01-12}   # <- RM660
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
playbooks:
  trade-show: {sequence: [{at: -21d, message: invitation}, {at: +1d, message: survey}]}
tactics:
  winter-fair:
    start: 2027-01-04
    end: 2027-02-05
    playbook: trade-show
    event: {format: trade-show, date: 2027-01-28}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM660",
    Severity.WARNING,
    title_zh="剧本的步骤早于计划开始",
    en="the step {at} of the playbook {playbook} falls on {day} for {tactic}, before the plan begins on {begins}",
    zh="剧本 {playbook} 的步骤 {at} 对 {tactic} 而言在 {day}，早于计划开始日 {begins}",
    help_en="move the event of {tactic}, or let the step come later",
    help_zh="请推迟 {tactic} 的日期，或让该步骤晚一些",
    whole=("playbooks",),
)
def playbook_step_before_the_plan(plan: Plan) -> Iterator[Finding]:
    """Steps that are early for a run, where for one of the runs that is before the plan."""
    if not plan.playbooks or plan.period is None:
        return
    from roadmapctl.rules.tactics.playbook_steps import before_the_plan, findings

    for found in before_the_plan(plan):
        for finding in findings(found):
            yield finding._replace(fields={**finding.fields, "begins": plan.period.start})
