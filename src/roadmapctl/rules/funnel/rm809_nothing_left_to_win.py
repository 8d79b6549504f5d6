"""What is won and what others bring covers the target.

Nothing is left for this funnel to bring, so every volume in it is zero. That may be good news; more often the share of sales and
partners is an amount of last year, or the target stands in thousands and what is won in full. Check the three numbers.

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
  already_won: 50_000
  other_teams: 60%   # <- RM809
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
  revenue: {name: Revenue, unit: EUR, kind: flow}
goals:
  year-sales: {metric: revenue, baseline: 0, target: 90_000, due: 2027-12-31}
funnel:
  goal: year-sales
  deal_size: 1_200
  already_won: 5_000
  other_teams: 60%
  stages:
    - {id: tasting, rate: 30%}
    - {id: customer}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import PARTS
from roadmapctl.rules.funnel.undoubted import undoubted
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM809",
    Severity.INFO,
    title_zh="已赢得和其他团队的部分已覆盖目标",
    en="{won} already won and {others} from other teams cover the target of {target}: the funnel has nothing to bring",
    zh="已赢得 {won}，其他团队带来 {others}，已覆盖目标 {target}：漏斗无需再带来任何数量",
    help_en="check that the target, already_won and other_teams are in the same unit and of the same period",
    help_zh="请检查目标值、already_won 与 other_teams 的单位和周期是否一致",
    whole=PARTS,
)
def nothing_left_to_win(plan: Plan) -> Iterator[Finding]:
    """A target above 0, which no other finding doubts, of which nothing is left."""
    result = undoubted(plan)
    demand = result.demand if result is not None else None
    if demand is not None and demand.target > 0 and demand.net_target == 0:
        key = "already_won" if demand.already_won >= demand.other_teams else "other_teams"
        fields = {"won": demand.already_won, "others": demand.other_teams, "target": demand.target}
        yield Finding(("funnel", key), fields)
