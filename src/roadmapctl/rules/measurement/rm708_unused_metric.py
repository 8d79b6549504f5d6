"""A metric is used by nothing.

No goal, milestone, tactic, review line, playbook or recorded figure looks at it. Perhaps it was left behind, perhaps the place that
should name it was forgotten. Every metric costs somebody an hour a month; keep those that decide something.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}
  followers: {name: Followers, unit: people, kind: stock}   # <- RM708
goals:
  list-growth: {metric: sign-ups, baseline: 0, target: 400, due: 2027-06-30}
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  sign-ups: {name: Sign-ups, unit: people, kind: flow}
goals:
  list-growth: {metric: sign-ups, baseline: 0, target: 400, due: 2027-06-30}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.once import ids_in_use
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM708",
    Severity.INFO,
    title_zh="指标未被使用",
    en="nothing in the plan uses the metric {metric}",
    zh="计划中没有任何地方使用指标 {metric}",
    help_en="let a goal, a milestone or a tactic name it, or delete it",
    help_zh="请在目标、里程碑或打法中引用它，或将其删除",
    whole=("goals", "milestones", "tactics", "discovery", "playbooks", "organization"),
)
def unused_metric(plan: Plan) -> Iterator[Finding]:
    """Metrics that nothing refers to; what a handover is judged by counts as a use where it is a metric's id, and so does a
    recorded figure: a KPI that is followed.

    Where a reference leads to no metric, one of these is likely to be meant: nothing is said before that is mended (RM030).
    """
    used = set(ids_in_use(plan).get("metrics", ())) if plan.metrics else set()
    if not used <= plan.metrics.keys():
        return
    handovers = plan.organization.handovers.values() if plan.organization is not None else ()
    used.update(measure for handover in handovers for measure in handover.judged_by)
    used.update(record.metric for record in (plan.recorded.records if plan.recorded is not None else ()))
    for id in plan.metrics:
        if id not in used:
            yield Finding(("metrics", id), {"metric": id}, key=True)
