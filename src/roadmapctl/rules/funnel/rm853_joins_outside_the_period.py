"""Somebody joins a team before or after the plan's period.

`joins` are the days on which further people start, within the period; who is there when it begins is counted in `people`. A day
before the period is counted with its ramp behind it, a day after it never works: most often the year is mistyped.

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
    - {id: tasting, rate: 30%}
    - {id: customer}
  teams:
    hosts: {works: tasting, people: 2, handles: 100 per month, joins: [2028-03-01]}   # <- RM853
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
    - {id: tasting, rate: 30%}
    - {id: customer}
  teams:
    hosts: {works: tasting, people: 2, handles: 100 per month, joins: [2027-03-01]}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.days import all_outside
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM853",
    Severity.WARNING,
    title_zh="团队成员在计划期外加入",
    en="somebody joins {team} on {day}, outside the plan's period of {start} to {end}",
    zh="{team} 有人在 {day} 加入，不在计划期 {start} 至 {end} 之内",
    help_en="write a day within the period, or count them in people if they are there when it begins",
    help_zh="请填写计划期内的日期；若期初已在岗，请计入 people",
)
def joins_outside_the_period(plan: Plan) -> Iterator[Finding]:
    """Days on which people start that the plan does not cover; a wrong period is RM050's."""
    if plan.funnel is None or plan.period is None or all_outside(plan):
        return
    start, end = plan.period.start, plan.period.end
    for id, team in plan.funnel.teams.items():
        for number, day in enumerate(team.joins):
            if not start <= day <= end:
                path = ("funnel", "teams", id, "joins", number)
                yield Finding(path, {"team": id, "day": day, "start": start, "end": end})
