"""The funnel starts from a goal that counts neither money nor customers.

A funnel leads from customers, or from money by way of the average deal, back to leads. A rate is neither, nor are the units of an
earlier stage; and money in a unit
such as 万元 could be read in two ways. Let the funnel start from a goal in the plan's currency or in customers, and write large
amounts as `1000万` instead of choosing a large unit.

Bad:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  win-rate: {name: Win rate, unit: rate, kind: stock}
goals:
  better-closing: {metric: win-rate, baseline: 20%, target: 25%, due: 2027-12-31}
funnel:
  goal: better-closing   # <- RM813
  deal_size: 1_200
  stages:
    - {id: tasting, rate: 30%}
    - {id: customer}
```

Good:

```yaml
roadmap: 1
name: Spring
currency: EUR
period: 2027
metrics:
  customers: {name: New customers, unit: customers, kind: flow}
goals:
  new-customers: {metric: customers, baseline: 0, target: 75, due: 2027-12-31}
funnel:
  goal: new-customers
  stages:
    - {id: tasting, rate: 30%}
    - {id: customer}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import PARTS, counted_above_the_last, stopped_by
from roadmapctl.rules.funnel.stage_names import stage_name
from roadmapctl.rules.rule import Finding, rule

LARGE_UNIT = Message(
    "make the unit the plan's currency and write the amounts in full, such as 10M or 1000万",
    "请把单位改为计划的货币，并写全额，例如 1000万 或 1亿",
)


@rule(
    "RM813",
    Severity.ERROR,
    title_zh="漏斗的目标既不是金额也不是客户数",
    en="the funnel cannot start from {goal}: its metric {metric} is counted in “{unit}”",
    zh="漏斗不能从 {goal} 出发：其指标 {metric} 的单位是“{unit}”",
    help_en="let the funnel start from a goal in the plan's currency or in customers",
    help_zh="请让漏斗从以计划货币或客户数计量的目标出发",
    whole=PARTS,
)
def goal_is_no_amount(plan: Plan) -> Iterator[Finding]:
    """The funnel's goal, where no number of deals follows from it, or that of an earlier stage."""
    stop = stopped_by(plan, "rate_goal", "scaled_unit")
    if stop is not None:
        start = (("funnel", "goal"), Message("the funnel starts from it", "漏斗从它出发"))
        unit = (("metrics", stop.fields["metric"] or "", "unit"), Message("the metric's unit", "指标的单位"))
        help = LARGE_UNIT if stop.reason == "scaled_unit" else None
        wrong_goal = stop.reason == "rate_goal"
        place, beside = (start[0], (unit,)) if wrong_goal else (stop.path, (start, unit))
        yield Finding(place, dict(stop.fields), help=help, related=beside)
        return
    stage = counted_above_the_last(plan)
    if plan.funnel is not None and plan.funnel.goal is not None and stage is not None:
        yield _of_a_stage(plan, plan.funnel.goal, stage)


def _of_a_stage(plan: Plan, goal: str, stage: str) -> Finding:
    metric = plan.goals[goal].metric or ""
    mend = Message(
        "that is the stage {stage}: let the funnel start from a goal in the plan's currency or in customers",
        "那是漏斗阶段 {stage}：请让漏斗从以计划货币或客户数计量的目标出发",
        {"stage": stage_name(plan, stage)},
    )
    unit = (("metrics", metric, "unit"), Message("the metric's unit", "指标的单位"))
    fields = {"goal": goal, "metric": metric, "unit": plan.metrics[metric].unit or metric}
    return Finding(("funnel", "goal"), fields, help=mend, related=(unit,))
