"""The shares of the sources do not sum to 100%.

The shares divide one whole among the sources. At 90% a tenth of the deals comes from nowhere; at 110% some are counted twice.
Shares are never stretched to fit. Correct one of them, or add the source that was forgotten.

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
    fairs: {feeds: tasting, share: 60%}
    search-ads: {feeds: tasting, share: 30%}   # <- RM803
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
    fairs: {feeds: tasting, share: 60%}
    search-ads: {feeds: tasting, share: 40%}
```
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.quantities import percent
from roadmapctl.rules.rule import Finding, rule

NAMED = 5


@rule(
    "RM803",
    Severity.ERROR,
    title_zh="各来源的份额之和不等于 100%",
    en="the shares of the sources sum to {sum}, not to 100%",
    zh="各来源的份额之和为 {sum}，而不是 100%",
    help_en="change the shares so that they sum to 100%, or add the source that is missing",
    help_zh="请调整份额使其合计为 100%，或补上遗漏的来源",
    whole=("funnel",),
)
def shares_do_not_sum(plan: Plan) -> Iterator[Finding]:
    """The sum of the sources' shares, where all of them have one and it is not the whole."""
    sources = plan.funnel.sources if plan.funnel is not None else {}
    shares = {id: source.share for id, source in sources.items() if source.share is not None}
    total = sum((Fraction(share) for share in shares.values()), Fraction(0))
    if not shares or len(shares) < len(sources) or total == 1:
        return
    *others, last = shares
    yield Finding(
        ("funnel", "sources", last, "share"),
        {"sum": percent(total)},
        help=_mend(last, total - Fraction(shares[last])),
        related=tuple((("funnel", "sources", id, "share"), _says(id, shares[id])) for id in others[-NAMED:]),
    )


def _mend(last: str, others: Fraction) -> Message | None:
    """What the last share would have to be, where that is possible."""
    if others > 1:
        return None
    return Message(
        "write {share} for {source} if the others are right, or add the source that is missing",
        "若其他份额无误，{source} 应写 {share}；或补上遗漏的来源",
        {"source": last, "share": percent(1 - others)},
    )


def _says(source: str, share: Decimal) -> Message:
    return Message("{source} has {share}", "{source} 占 {share}", {"source": source, "share": percent(share)})
