"""A team has more work than it can do.

Work waits where more units arrive than people handle, or more is to be sold than quotas carry; new people learn first. What still
waits when the plan ends was brought for nothing. Have people start earlier, give the team less, or spread the season.

A busy month is no harm as long as the months after it work it off.


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
    - {id: lead, rate: 5%}
    - {id: customer}
  teams:
    callers: {works: lead, people: 2, handles: 40 per month}   # <- RM851
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
    - {id: lead, rate: 5%}
    - {id: customer}
  teams:
    callers: {works: lead, people: 2, handles: 40 per month, joins: [2027-01-01, 2027-02-01], ramp: [50%]}
```
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.in_time import by_month
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.funnel.stage_names import stage_name
from roadmapctl.rules.funnel.undoubted import relied_on
from roadmapctl.rules.rule import Finding, rule

if TYPE_CHECKING:
    from roadmapctl.analysis.people.teams import StageLoad


@rule(
    "RM851",
    Severity.WARNING,
    title_zh="团队的工作量超出其能力",
    en="{teams} can carry {capacity} of the {demand} that {stage} brings in {period}: {left} still wait at its end",
    zh="{teams} 在 {period} 内最多承担 {capacity}，而 {stage} 带来 {demand}：期末仍积压 {left}",
    help_en="write how many units one of them works in a month or a quarter, or give the work to another team",
    help_zh="请写明每人每月或每季度能处理多少，或把工作交给其他团队",
    whole=(*PARTS, "period"),
)
def team_cannot_keep_up(plan: Plan) -> Iterator[Finding]:
    """The teams of a stage whose work is not done when the period ends, at the first of them."""
    result = relied_on(plan) if plan.funnel is not None and plan.funnel.teams else None
    calendar = by_month(plan) if result is not None else None
    if result is None or calendar is None:
        return
    from roadmapctl.analysis.people.teams import team_loads

    for load in team_loads(plan, result, calendar):
        left = load.waiting[-1]
        if left >= 1:
            fields = {
                "stage": stage_name(plan, load.stage),
                "capacity": round(sum(load.capacity)),
                "demand": round(sum(load.demand)),
            }
            names = tuple(team.id for team in load.teams)
            others = {"teams": names, "left": round(left), "period": str(plan.period)}
            path = ("funnel", "teams", load.teams[0].id)
            yield Finding(path, {**fields, **others}, key=True, help=_mend(load))


def _mend(load: "StageLoad") -> Message | None:
    if load.hires is None:
        return None
    return Message(
        "{people} more in {team} would be enough for every month if they start by {by}; or lower what is asked of it",
        "若 {team} 再增加 {people} 人并在 {by} 前到岗，每个月都能跟上；或降低对它的要求",
        {"people": load.hires.people, "team": load.hires.team, "by": load.hires.by},
    )
