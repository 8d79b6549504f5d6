"""An event is judged by what events of another tier are judged by.

Large events of the group make a brand known: they are judged by exposure and registrations. The many focused ones of units and
partners are there for leads, and attendance alone says nothing about those.

Name a metric of reach or registrations (level `educate`) in `judged_by` of a group event, and one that counts units of a
stage of the funnel for the others. Both beside each other are fine.

Bad:

```yaml
# asked: RM642
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
  sqls: {name: SQLs, unit: leads, kind: flow}
  registrations: {name: Registrations, unit: people, kind: flow, level: educate}
goals:
  year-sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}
funnel: {goal: year-sales, deal_size: 1_200, stages: [{id: sql, rate: 20%}, {id: customer}]}
tactics:
  summit: {event: {tier: group, judged_by: [sqls]}}   # <- RM642
  clinic: {event: {tier: unit, judged_by: [registrations]}}   # <- RM642
```

Good:

```yaml
# asked: RM642
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
  sqls: {name: SQLs, unit: leads, kind: flow}
  registrations: {name: Registrations, unit: people, kind: flow, level: educate}
goals:
  year-sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}
funnel: {goal: year-sales, deal_size: 1_200, stages: [{id: sql, rate: 20%}, {id: customer}]}
tactics:
  summit: {event: {tier: group, judged_by: [registrations, sqls]}}
  clinic: {event: {tier: unit, judged_by: [sqls]}}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

WORDS = {"exposure": ("exposure and registrations", "曝光与报名"), "leads": ("the leads it brings", "带来的线索")}


@rule(
    "RM642",
    Severity.WARNING,
    title_zh="活动的衡量标准与其层级不符",
    en="{tactic} is an event of tier {tier} and judged by {metrics} alone, not by {wanted}",
    zh="{tactic} 属于 {tier} 层级，却只用 {metrics} 衡量，没有看{wanted_zh}",
    help_en="add a metric of {wanted} to judged_by",
    help_zh="请在 judged_by 中加入衡量{wanted_zh}的指标",
    asked=True,
    whole=("metrics", "funnel"),
)
def event_judged_by_the_wrong_measure(plan: Plan) -> Iterator[Finding]:
    """Group events judged only by leads, and events of units and partners judged only by exposure."""
    if all(tactic.event is None or not tactic.event.judged_by for tactic in plan.tactics.values()):
        return
    from roadmapctl.analysis.programme.held import events_of  # few plans have such events
    from roadmapctl.analysis.programme.judged import misjudged, should_be

    for held in events_of(plan):
        wanted = should_be(held)
        if wanted is not None and misjudged(plan, held):
            en, zh = WORDS[wanted]
            fields = {"tactic": held.id, "tier": held.event.tier, "metrics": tuple(held.event.judged_by)}
            yield Finding(
                ("tactics", held.id, "event", "judged_by"), {**fields, "wanted": en, "wanted_zh": zh}, key=True
            )
