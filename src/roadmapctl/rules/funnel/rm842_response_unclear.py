"""A response does not say what money brings.

A response is either points that people know (`gives`) or a table that a marketing-mix tool wrote (`table`, and the column of
what it brought: `units`, or `revenue` which the average deal turns into deals). With both nobody knows which one counts; with
neither, or with a single point at a spend of 0, nothing is said.

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
  sources:
    search-ads:
      response:   # <- RM842
        gives: [{spend: 0, leads: 20}]
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
  sources:
    search-ads:
      response:
        gives: [{spend: 0, leads: 20}, {spend: 2_000, leads: 100}]
```
"""

from collections.abc import Iterator
from typing import NamedTuple

from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.model.funnel import Response
from roadmapctl.rules.rule import Finding, rule


class Unclear(NamedTuple):
    """What is unclear, in both languages, and the key it is seen at; none for the whole response."""

    what: str
    what_zh: str
    key: str | None = None


NEITHER = Unclear("neither points (gives) nor a table", "既没有点（gives），也没有表格（table）")
ONLY_0 = Unclear("no point with a spend above 0", "没有投入大于 0 的点")
BOTH = Unclear("both points (gives) and a table", "同时写了点（gives）和表格（table）", "table")
TWO_COLUMNS = Unclear("both units and revenue", "同时写了 units 和 revenue", "revenue")
NO_COLUMN = Unclear("a table, but not the column of what it brought", "写了表格，但没有写产出所在的列", "table")


@rule(
    "RM842",
    Severity.ERROR,
    title_zh="响应没有写明投入带来什么",
    en="the response of {source} has {what}",
    zh="{source} 的响应{what_zh}",
    help_en="write gives: [{{spend: 20k, leads: 400}}, …], or a table with its column: table: data/curves.csv, units: leads",
    help_zh="请写 gives: [{{spend: 20k, leads: 400}}, …]，或写表格及其列：table: data/curves.csv, units: leads",
    whole=("funnel.sources.*.response",),
)
def response_unclear(plan: Plan) -> Iterator[Finding]:
    """Responses that say nothing, or two things."""
    for id, source in plan.funnel.sources.items() if plan.funnel is not None else ():
        unclear = _unclear(source.response) if source.response is not None else None
        if unclear is not None:
            path = ("funnel", "sources", id, "response", *((unclear.key,) if unclear.key else ()))
            fields = {"source": id, "what": unclear.what, "what_zh": unclear.what_zh}
            yield Finding(path, fields, key=True)


def _unclear(response: Response) -> Unclear | None:
    if response.table is None:
        columns = ("rows", "spend", "units", "revenue")
        stray = next((key for key in columns if getattr(response, key)), None)
        if stray is not None:
            return Unclear(
                f"{stray}, which names something of a table, but no table", f"写了 {stray}，但没有写表格", stray
            )
        return NEITHER if not response.gives else ONLY_0 if not any(point.spend for point in response.gives) else None
    if response.gives:
        return BOTH
    if response.units is not None and response.revenue is not None:
        return TWO_COLUMNS
    return NO_COLUMN if response.units is None and response.revenue is None else None
