"""A KPI stands at two levels.

Educate, engage and advocate are one scheme: every metric has one place in it, so that results of different playbooks can be added
up and compared. This metric is said to be of another level, in `metrics` or at another level of the same playbook.

Decide which it is and write it the same in both places.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  registrations: {name: Registrations, unit: people, kind: flow, level: educate}
  leads: {name: Leads, unit: people, kind: flow, level: engage}
playbooks:
  trade-show:
    kpis: {educate: [leads], engage: [registrations]}   # <- RM922, RM922
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  registrations: {name: Registrations, unit: people, kind: flow, level: educate}
  leads: {name: Leads, unit: people, kind: flow, level: engage}
playbooks:
  trade-show:
    kpis: {educate: [registrations], engage: [leads]}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

LEVELS = {"educate": "教育", "engage": "互动", "advocate": "拥护"}


@rule(
    "RM922",
    Severity.WARNING,
    title_zh="指标的层级前后不一致",
    en="the playbook {playbook} counts {metric} at {level}; elsewhere it is {other}",
    zh="剧本 {playbook} 把 {metric} 列为“{level_zh}”，而别处列为“{other_zh}”",
    help_en="write the same level in both places",
    help_zh="请在两处使用同一层级",
    whole=("metrics",),
)
def kpi_at_two_levels(plan: Plan) -> Iterator[Finding]:
    """KPIs of playbooks whose metric says another level, or that stand at two levels of one playbook."""
    for id, playbook in plan.playbooks.items():
        if playbook.kpis is None:
            continue
        from roadmapctl.analysis.playbooks.levels import kpis

        for kpi in kpis(plan, playbook):
            if kpi.elsewhere is not None:
                words = {"level": kpi.level, "level_zh": LEVELS[kpi.level]}
                others = {"other": kpi.elsewhere, "other_zh": LEVELS[kpi.elsewhere]}
                fields = {"playbook": playbook.name or id, "metric": kpi.metric, **words, **others}
                related = ((("metrics", kpi.metric, "level"), Message("its level is here", "其层级在这里")),)
                yield Finding(("playbooks", id, "kpis", kpi.level, kpi.place), fields, related=related)
