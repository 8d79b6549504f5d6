"""An event's call to action leads back up the funnel.

The guests of an event become units of the stage that its source feeds. A call to action is there to take them from that
stage to the next; one that leads to a stage above asks people to do again what they have done.

Let the call lead to the stage the event feeds, or to the one after it; or let the source feed the stage its guests really enter at.

Bad:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
goals:
  year-sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}
funnel:
  goal: year-sales
  deal_size: 1_200
  stages:
    - {id: lead, rate: 50%}
    - {id: tasting, rate: 30%}
    - {id: customer}
  sources:
    fairs: {feeds: tasting, event: {audience: 100, rate: 25%}}
tactics:
  spring-fair:
    event: {format: fairs, cta: {action: leave your address, leads_to: lead}}   # <- RM640
```

Good:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  revenue: {name: Revenue, unit: EUR, kind: flow}
goals:
  year-sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}
funnel:
  goal: year-sales
  deal_size: 1_200
  stages:
    - {id: lead, rate: 50%}
    - {id: tasting, rate: 30%}
    - {id: customer}
  sources:
    fairs: {feeds: tasting, event: {audience: 100, rate: 25%}}
tactics:
  spring-fair:
    event: {format: fairs, cta: {action: order your first dozen, leads_to: customer}}
```
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.stage_names import stage_name
from roadmapctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from roadmapctl.analysis.programme.actions import Action


@rule(
    "RM640",
    Severity.INFO,
    title_zh="活动的行动号召倒退到上游阶段",
    en="{tactic} brings its guests to {feeds}, and its call to action leads them back to {leads_to}",
    zh="{tactic} 的观众已进入 {feeds}，行动号召却把他们带回 {leads_to}",
    help_en="lead them to {next}",
    help_zh="请把行动号召指向 {next}",
    whole=("funnel",),
)
def call_to_action_leads_back(plan: Plan) -> Iterator[Finding]:
    """Calls to action that lead to a stage above the one that the event's source feeds; a source of customers is RM810's."""
    if plan.funnel is None or all(tactic.event is None or tactic.event.cta is None for tactic in plan.tactics.values()):
        return
    from roadmapctl.analysis.programme.actions import actions  # few plans have such events

    last = plan.funnel.stages[-1].id if plan.funnel.stages else None
    for action in actions(plan):
        if action.step == "back" and action.feeds != last:
            yield _finding(plan, action)


def _finding(plan: Plan, action: "Action") -> Finding:
    ids = [stage.id for stage in plan.funnel.stages] if plan.funnel is not None else []
    following = ids[ids.index(action.feeds or "") :][:2]
    fields = {
        "tactic": action.held.id,
        "feeds": stage_name(plan, action.feeds or ""),
        "leads_to": stage_name(plan, action.leads_to or ""),
    }
    mend = Message("lead them to {next}", "请把行动号召指向 {next}", {"next": " / ".join(following)})
    return Finding(("tactics", action.held.id, "event", "cta", "leads_to"), fields, help=mend)
