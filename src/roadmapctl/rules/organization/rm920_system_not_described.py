"""A playbook names a system that it does not describe.

A touchpoint is served by a system, or one system sends fields to another, and the playbook's `systems` do not have it. Either its
name is misspelt, or nobody has said yet what it does and what it hands on: then the fields end there.

Add it to the playbook's `systems` with what it does, or write the name as it stands there.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
playbooks:
  trade-show:
    touchpoints: [{customer: scans the code, behind: the visit is noted, system: automation}]
    systems:
      automation: {does: invites and reminds, sends: {crn: [email, score]}}   # <- RM920
      crm: {does: holds the deal, sends: {automation: [stage]}}
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
playbooks:
  trade-show:
    touchpoints: [{customer: scans the code, behind: the visit is noted, system: automation}]
    systems:
      automation: {does: invites and reminds, sends: {crm: [email, score]}}
      crm: {does: holds the deal, sends: {automation: [stage]}}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.model.playbooks import Playbook
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM920",
    Severity.INFO,
    title_zh="剧本用到了未描述的系统",
    en="the playbook {playbook} does not say what the system {system} does",
    zh="剧本 {playbook} 没有说明系统 {system} 的作用",
    help_en="describe it under the playbook's systems: {{does: …, sends: {{…}}}}",
    help_zh="请在该剧本的 systems 下描述它：{{does: …, sends: {{…}}}}",
    whole=("playbooks",),
)
def system_not_described(plan: Plan) -> Iterator[Finding]:
    """Receivers and systems of touchpoints outside of `systems`, each once; nothing where no system is described."""
    for id, playbook in plan.playbooks.items():
        told = set(playbook.systems)
        for system, place, key in _named(playbook) if playbook.systems else ():
            if system not in told:
                told.add(system)
                fields = {"playbook": playbook.name or id, "system": system}
                yield Finding(("playbooks", id, *place), fields, key=key, help=_meant(system, playbook))


def _named(playbook: Playbook) -> Iterator[tuple[str, Path, bool]]:
    """The systems a playbook names, where it does, and whether they stand there as a key."""
    for index, touchpoint in enumerate(playbook.touchpoints):
        if touchpoint.system is not None:
            yield touchpoint.system, ("touchpoints", index, "system"), False
    for sender, system in playbook.systems.items():
        for receiver in system.sends:
            yield receiver, ("systems", sender, "sends", receiver), True


def _meant(system: str, playbook: Playbook) -> Message | None:
    from roadmapctl.model.nearest import nearest

    likely = nearest(system, playbook.systems)
    return None if likely is None else Message("did you mean “{likely}”?", "是否想写“{likely}”？", {"likely": likely})
