"""A playbook describes a system that takes no part in it.

No touchpoint is served by it, it sends nothing, and nothing is sent to it. Perhaps the fields it should get were forgotten, and
what it is told by hand is told late.

Say what it sends and to which system, name it at a touchpoint, or take it out.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
playbooks:
  trade-show:
    systems:
      automation: {does: invites and reminds, sends: {crm: [email, score]}}
      crm: {does: holds the deal}
      analytics: {does: tells where visitors come from}   # <- RM921
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
playbooks:
  trade-show:
    systems:
      automation: {does: invites and reminds, sends: {crm: [email, score]}}
      crm: {does: holds the deal}
      analytics: {does: tells where visitors come from, sends: {automation: [source]}}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM921",
    Severity.INFO,
    title_zh="剧本中的系统没有参与任何环节",
    en="the system {system} takes no part in the playbook {playbook}: it sends nothing, gets nothing, and serves no touchpoint",
    zh="系统 {system} 没有参与剧本 {playbook}：不发送、不接收，也不服务任何触点",
    help_en="say what it sends to which system, or take it out",
    help_zh="请写明它向哪个系统发送什么，或将其移除",
    whole=("playbooks",),
)
def system_without_part(plan: Plan) -> Iterator[Finding]:
    """Idle systems of playbooks in which some fields flow; where another system is misspelt (RM920), that one is meant."""
    for id, playbook in plan.playbooks.items():
        if not any(system.sends for system in playbook.systems.values()):
            continue
        from roadmapctl.analysis.playbooks.systems import systems

        found = systems(playbook)
        for system in found.idle if not found.unknown else ():
            fields = {"playbook": playbook.name or id, "system": system}
            yield Finding(("playbooks", id, "systems", system), fields, key=True)
