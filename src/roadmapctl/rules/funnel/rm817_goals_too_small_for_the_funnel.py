"""A goal on a stage of the funnel does not fit what the funnel needs.

The revenue goal takes 600 marketing-qualified leads, and the goal on them says 400: everybody can reach their own goal and the
revenue is missed. What is in hand already, what is won and what other teams bring has been taken off before.

Raise the goal, better the rates, or lower the target. Told is the lowest stage that falls short; those above it mostly follow.
Goals on one stage are added up; a goal that is due more than two months before its stage's last useful day is taken for a step
on the way. New customers are held against the target in the other direction too: more than the revenue takes contradict the
average deal.

Bad:

```yaml
roadmap: 1
name: Spring
currency: USD
period: 2027
metrics:
  revenue: {name: New revenue, unit: USD, kind: flow}
  mqls: {name: Marketing-qualified leads, unit: leads, kind: flow}
goals:
  year-revenue: {metric: revenue, baseline: 0, target: 1.2M, due: 2027-12-31}
  qualified-leads: {metric: mqls, baseline: 0, target: 400, due: 2027-11-30, supports: year-revenue}   # <- RM817
funnel:
  goal: year-revenue
  deal_size: 20_000
  stages:
    - {id: mql, rate: 40%}
    - {id: opportunity, rate: 25%}
    - {id: customer}
```

Good:

```yaml
roadmap: 1
name: Spring
currency: USD
period: 2027
metrics:
  revenue: {name: New revenue, unit: USD, kind: flow}
  mqls: {name: Marketing-qualified leads, unit: leads, kind: flow}
goals:
  year-revenue: {metric: revenue, baseline: 0, target: 1.2M, due: 2027-12-31}
  qualified-leads: {metric: mqls, baseline: 0, target: 600, due: 2027-11-30, supports: year-revenue}
funnel:
  goal: year-revenue
  deal_size: 20_000
  stages:
    - {id: mql, rate: 40%}
    - {id: opportunity, rate: 25%}
    - {id: customer}
```
"""

from collections.abc import Iterator
from decimal import Decimal

from roadmapctl.analysis.rounding import whole_up
from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.funnel.stage_goals import StageGoals
from roadmapctl.rules.funnel.stage_names import stage_name
from roadmapctl.rules.funnel.undoubted import goals_on_stages
from roadmapctl.rules.quantities import quantity
from roadmapctl.rules.rule import Finding, rule

FAR = 50
"""Times as many: no rate is mistaken by so much."""


@rule(
    "RM817",
    Severity.WARNING,
    title_zh="漏斗阶段上的目标与漏斗所需数量不符",
    en="{goals}: {sum} at the stage {stage}, but {target} takes {need}",
    zh="{goals}：{stage} 阶段为 {sum}，而达成 {target} 需要 {need}",
    help_en="bring these goals, the rates below the stage, the average deal and the target into line",
    help_zh="请使这些目标、该阶段以下的转化率、客单价与总目标相互一致",
    whole=PARTS,
)
def goals_too_small_for_the_funnel(plan: Plan) -> Iterator[Finding]:
    """The lowest stage whose goals ask for less than the funnel's target takes, or far more."""
    start = plan.funnel.goal if plan.funnel is not None else None
    row = next((row for row in goals_on_stages(plan) if not row.fits), None)
    if row is not None and not any(_contradicts_a_definition(plan, goal) for goal in row.goals):
        total = Decimal(row.total.numerator) / row.total.denominator
        fields = {
            "goals": " + ".join(row.goals),
            "sum": total,
            "stage": stage_name(plan, row.stage),
            "target": start,
            "need": whole_up(row.need),
        }
        related = ((("goals", start or "", "target"), Message("the funnel starts from here", "漏斗从这里出发")),)
        goal: Path = ("goals", row.goals[0], "target" if plan.goals[row.goals[0]].target is not None else "change")
        lost = _deal_that_lost_zeros(plan, row)
        if lost is None:
            yield Finding(goal, fields, related=related)
        else:
            said = ((goal, Message("the goal is here", "目标在这里")),)
            yield Finding(("funnel", "deal_size"), fields, help=lost, related=said)


def _deal_that_lost_zeros(plan: Plan, row: StageGoals) -> Message | None:
    """What to look at where so many more units are needed than any rate explains: an average deal in another unit."""
    deal = plan.funnel.deal_size if plan.funnel is not None else None
    if deal is None or row.need < FAR * row.total:
        return None
    return Message(
        "look for missing zeros in the average deal of {deal}: it may be in thousands, or lack its unit",
        "请检查客单价 {deal} 是否少写了零或漏写了“万”",
        {"deal": quantity(deal.point, None)},
    )


def _contradicts_a_definition(plan: Plan, goal: str) -> bool:
    """Is it RM316 that tells what is wrong with the goal?"""
    from roadmapctl.rules.goals.rm316_figures_that_do_not_go_together import figures_that_do_not_go_together

    return any(finding.path[1] == goal for finding in figures_that_do_not_go_together(plan))
