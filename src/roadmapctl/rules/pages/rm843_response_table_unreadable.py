"""The table of a response cannot be used.

A response may be read from a table of spend and what it brought, as marketing-mix tools export it: a CSV or TSV file, named by
its way from the plan's folder, with a header, numbers without units, and one row for each level of spend. `rows` picks the rows of
one curve where the table holds several. More spend must not bring less. The finding names the file and the line.

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
      response: {table: data/no-such-file.csv, units: leads}   # <- RM843
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
      response: {gives: [{spend: 2_000, leads: 100}, {spend: 6_000, leads: 190}]}
```
"""

from roadmapctl.diagnostics import Severity
from roadmapctl.rules.rule import page

page("RM843", Severity.ERROR, __name__, title_zh="无法使用响应表格")
