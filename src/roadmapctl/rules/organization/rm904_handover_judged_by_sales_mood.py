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

CONTENT = (
    "satisf", "content with", "how content", "contentment", "happ", "mood", "opinion", "feedback", "rating", "likes",
    "满意", "评价", "口碑", "打分", "评分", "反馈", "好评", "感受",
)  # fmt: skip
SALES = ("sales", "account executive", "销售", "业务部", "业务员", "业务团队")
CUSTOMERS = (
    "customer satisf", "customers' satisf", "client satisf", "buyer satisf", "customer feedback", "customer rating",
    "after-sales", "客户满意", "客户对", "客户评价", "客户反馈", "客户打分", "客户评分", "用户满意", "用户对",
)  # fmt: skip
"""What the customers say of sales is a measure of quality."""


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
    """Measures of a handover, by their own words or their metric's name, that speak of sales and of being content."""
    handovers = plan.organization.handovers if plan.organization is not None else {}
    for id, handover in handovers.items():
        for index, measure in enumerate(handover.judged_by):
            metric = plan.metrics.get(measure)
            said = f"{measure} {metric.name or ''}" if metric is not None else measure
            if how_content_sales_is(said):
                path = ("organization", "handovers", id, "judged_by", index)
                yield Finding(path, {"team": id, "measure": measure})


def how_content_sales_is(measure: str) -> bool:
    """Does a measure ask sales how it feels, and not the customers?"""
    said = measure.lower().replace("-", " ").replace("after sales", "after-sales")
    told = any(word in said for word in SALES) and any(word in said for word in CONTENT)
    return told and not any(word in said for word in CUSTOMERS)
