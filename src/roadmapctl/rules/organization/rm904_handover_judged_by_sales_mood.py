"""A team that hands leads over is judged by how content sales is.

Sales is content with few leads that close by themselves, and discontent in every bad quarter. Judged by that, a business
development team (BDR) hands over what pleases. Its quality shows in the share of leads that become MQLs and SQLs, and in what
the customers say.

Name these measures in `judged_by`.

Bad:

```yaml
# asked: RM904
roadmap: 1
name: Spring
period: 2027
organization:
  handovers:
    bdr: {reports_to: marketing, judged_by: [lead-to-mql, sales satisfaction]}   # <- RM904
```

Good:

```yaml
# asked: RM904
roadmap: 1
name: Spring
period: 2027
organization:
  handovers:
    bdr: {reports_to: marketing, judged_by: [lead-to-mql, mql-to-sql, customer satisfaction]}
```
"""

from collections.abc import Iterator

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.rule import Finding, rule

CONTENT = ("satisf", "content", "happ", "mood", "opinion", "满意", "评价", "口碑")
SALES = ("sales", "销售")


@rule(
    "RM904",
    Severity.WARNING,
    title_zh="移交线索的团队以销售是否满意来衡量",
    en="{team} is judged by “{measure}”: how content sales is says little of the leads",
    zh="{team} 以“{measure}”衡量：销售满不满意说明不了线索质量",
    help_en="judge it by lead-to-MQL and MQL-to-SQL conversion and by customer satisfaction",
    help_zh="请用线索到 MQL、MQL 到 SQL 的转化率和客户满意度来衡量",
    asked=True,
)
def handover_judged_by_sales_mood(plan: Plan) -> Iterator[Finding]:
    """Measures of a handover that speak of sales and of being content."""
    handovers = plan.organization.handovers if plan.organization is not None else {}
    for id, handover in handovers.items():
        for index, measure in enumerate(handover.judged_by):
            said = measure.lower()
            if any(word in said for word in SALES) and any(word in said for word in CONTENT):
                path = ("organization", "handovers", id, "judged_by", index)
                yield Finding(path, {"team": id, "measure": measure})
