"""A step of a playbook falls before its tactic begins.

The tactic holds the work and the money of the event. If the playbook wants the invitation out two weeks ahead and the tactic
begins one week ahead, nobody is at work on the day the invitation is due.

Begin the tactic earlier, or let the playbook begin later.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
playbooks:
  trade-show: {sequence: [{at: -21d, message: invitation}, {at: +1d, message: survey}]}
tactics:
  spring-fair:
    start: 2027-05-03
    end: 2027-05-28
    playbook: trade-show
    event: {format: trade-show, date: 2027-05-20}   # <- RM661
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
playbooks:
  trade-show: {sequence: [{at: -21d, message: invitation}, {at: +1d, message: survey}]}
tactics:
  spring-fair:
    start: 2027-04-19
    end: 2027-05-28
    playbook: trade-show
    event: {format: trade-show, date: 2027-05-20}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM661",
    Severity.WARNING,
    title_zh="剧本的步骤早于其打法开始",
    en="the step {at} of the playbook {playbook} falls on {day} for {tactic}, which begins only on {start}",
    zh="剧本 {playbook} 的步骤 {at} 对 {tactic} 而言在 {day}，而该打法 {start} 才开始",
    help_en="begin {tactic} by {day}, or let the step come later",
    help_zh="请让 {tactic} 在 {day} 之前开始，或让该步骤晚一些",
    whole=("playbooks",),
)
def playbook_step_before_its_tactic(plan: Plan) -> Iterator[Finding]:
    """For each run of a playbook, its first step before its tactic; one that is before the plan too is told by RM660."""
    if not plan.playbooks:
        return
    from roadmapctl.rules.tactics.playbook_steps import before_the_plan, findings, misplaced

    told = list(before_the_plan(plan))
    runs = {touch.run for found in told for touch in found.touches}
    steps = {(touch.run.playbook, touch.step) for found in told if found.is_the_steps for touch in found.touches}
    for found in misplaced(plan, "before_tactic"):
        left = tuple(t for t in found.touches if t.run not in runs and (t.run.playbook, t.step) not in steps)
        if left:
            yield from findings(found._replace(touches=left))
