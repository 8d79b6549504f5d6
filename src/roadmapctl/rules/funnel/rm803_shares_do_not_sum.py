"""The shares of the sources, or of the segments, do not sum to 100%.

The shares divide one whole among the sources, and among the segments. At 90% a tenth of the deals comes from nowhere; at 110%
some are counted twice. Shares are never stretched to fit. Correct one of them, or add what was forgotten. A source that `brings`
a number of units anyway has no share: the others' shares are of what it leaves.

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

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from roadmapctl.analysis.rounding import exact_total
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.quantities import percent
from roadmapctl.rules.rule import Finding, rule

NAMED = 5
SOURCES = {"parts": "sources", "parts_zh": "来源", "part": "source", "part_zh": "来源"}
SEGMENTS = {"parts": "segments", "parts_zh": "细分市场", "part": "segment", "part_zh": "细分市场"}


@rule(
    "RM803",
    Severity.ERROR,
    title_zh="各来源或各细分市场的份额之和不等于 100%",
    en="the shares of the {parts} sum to {sum}, not to 100%",
    zh="各{parts_zh}的份额之和为 {sum}，而不是 100%",
    help_en="change the shares so that they sum to 100%, or add the {part} that is missing",
    help_zh="请调整份额使其合计为 100%，或补上遗漏的{part_zh}",
    whole=("funnel.sources.*.share", "funnel.sources.*.brings", "funnel.segments.*.share"),
)
def shares_do_not_sum(plan: Plan) -> Iterator[Finding]:
    """The sum of the sources' shares, where all that bring no fixed number have one, and of the segments'."""
    if plan.funnel is None:
        return
    sources = plan.funnel.sources
    shares = {id: source.share for id, source in sources.items() if source.share is not None}
    if all(id in shares or source.brings is not None for id, source in sources.items()):
        yield from _not_whole(shares, "sources", SOURCES)
    yield from _not_whole({id: segment.share for id, segment in plan.funnel.segments.items()}, "segments", SEGMENTS)


def _not_whole(shares: Mapping[str, Decimal], section: str, words: Mapping[str, str]) -> Iterator[Finding]:
    total = exact_total(shares.values()) if shares else 1
    if total == 1:
        return
    *others, last = shares
    yield Finding(
        ("funnel", section, last, "share"),
        {"sum": percent(total), **words},
        help=_mend(last, Fraction(total) - Fraction(shares[last]), words),
        related=tuple((("funnel", section, id, "share"), _says(id, shares[id])) for id in others[-NAMED:]),
    )


def _mend(last: str, others: Fraction, words: Mapping[str, str]) -> Message | None:
    """What the last share would have to be, where that is possible."""
    if others > 1:
        return None
    return Message(
        "write {share} for {source} if the others are right, or add the {part} that is missing",
        "若其他份额无误，{source} 应写 {share}；或补上遗漏的{part_zh}",
        {"source": last, "share": percent(1 - others), **words},
    )


def _says(source: str, share: Decimal) -> Message:
    return Message("{source} has {share}", "{source} 占 {share}", {"source": source, "share": percent(share)})
