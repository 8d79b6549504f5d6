"""A rate is far outside of what others have published.

A plan that turns one lead in two hundred into a marketing-qualified one, or nine opportunities in ten into customers, may be
right: trades and definitions differ. More often a per cent sign, a stage or a zero is missing, and every volume in the funnel
is wrong by that much.

Look once more. A rate that was counted says so: write `{won: 36, of: 200}`, which is not held against others.

Far outside is below a third of the lowest published rate or above three times the highest; where that would be more than can
be, losing less than a third as many as at the highest. Stages and metrics are found by their usual names, in English and
Chinese.

Bad:

```yaml
roadmap: 1
name: Spring
currency: USD
period: 2027
metrics:
  revenue: {name: New revenue, unit: USD, kind: flow}
goals:
  year-revenue: {metric: revenue, baseline: 0, target: 1.2M, due: 2027-12-31}
funnel:
  goal: year-revenue
  deal_size: 20_000
  stages:
    - {id: lead, rate: 25%}
    - {id: mql, rate: 0.4%}   # <- RM818
    - {id: sql, rate: 50%}
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
goals:
  year-revenue: {metric: revenue, baseline: 0, target: 1.2M, due: 2027-12-31}
funnel:
  goal: year-revenue
  deal_size: 20_000
  stages:
    - {id: lead, rate: 25%}
    - {id: mql, rate: 40%}
    - {id: sql, rate: 50%}
    - {id: opportunity, rate: 25%}
    - {id: customer}
```

Published, and where:

| rate | published | by |
|---|---|---|
| visit → lead | 1% to 15% | B2B Lead, “B2B Conversion Rate”, 2026: 1–5%, landing pages 5–15% |
| lead → MQL | 10% to 60% | First Page Sage, “Sales Funnel Conversion Rate Benchmarks: 2025 Report”: 17–45% by industry; MV3, “Demand Waterfall”: 10–25%; “The Ultimate Guide to Sales Success through Intelligent Sales Math”, 2016: 60% |
| MQL → SQL | 13% to 60% | First Page Sage 2025: 32–58%; Intelligent Sales Math 2016: 13–22%; B2B Lead 2026: 30–60% |
| SQL → opportunity | 30% to 80% | First Page Sage 2025: 41–66%; Fairview, “Marketing Funnel Metrics Template”, 2026: 30–50%; B2B Lead 2026: 40–80% |
| opportunity → customer | 8% to 50% | Salesmotion, “Sales Win Rate”, 2026: 8–15% of strategic deals to 25–35%; Fairview, “Win Rate”, 2026: up to 50% of small deals |
| visit → order in a shop | 0.87% to 6.11% | Elogic, “Ecommerce Conversion Rate Benchmarks by Industry”, 2026 |
| webinar: registered → attending | 30% to 60% | PCMA, “Attrition at virtual events”: 30–60%; ROI4Presenter, “Anatomy of a Webinar”, 2021: 35–45% |
"""  # noqa: E501

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from roadmapctl.analysis.kpis.names import stage_of
from roadmapctl.analysis.kpis.published_rates import FIGURES, STEPS, Published
from roadmapctl.diagnostics import Path, Severity
from roadmapctl.model import Plan
from roadmapctl.model.estimates import Estimate, Evidence, Exact
from roadmapctl.model.funnel import Funnel
from roadmapctl.rules.once import once
from roadmapctl.rules.quantities import percent
from roadmapctl.rules.rule import Finding, rule

ONLINE = ("webinar", "online", "virtual", "livestream", "研讨会", "直播", "线上")


class Stated(NamedTuple):
    """A rate of the plan beside what is published on it."""

    path: Path
    what: str
    rate: Estimate
    published: Published


@rule(
    "RM818",
    Severity.INFO,
    title_zh="漏斗比率远在公开发布的范围之外",
    en="{what}: {rate} is far outside of what is published, {low} to {high} ({by})",
    zh="{what}：{rate} 远在公开发布的范围 {low} 至 {high} 之外（{by}）",
    help_en="look for a missing zero, per cent sign or stage; if it was counted, write {{won: 36, of: 200}}",
    help_zh="请检查是否漏写了零、百分号或阶段；若是实际统计所得，请写 {{won: 36, of: 200}}",
)
def rate_far_outside_what_is_published(plan: Plan) -> Iterator[Finding]:
    """Rates of well-known stages that differ from all published ones by more than trade and definition; 0 is RM801's."""
    yield from far_outside(plan)


@once
def far_outside(plan: Plan) -> tuple[Finding, ...]:
    """What RM818 finds; a funnel with such a rate is in doubt."""
    return tuple(_far_outside(plan))


def _far_outside(plan: Plan) -> Iterator[Finding]:
    for path, what, rate, published in _rates(plan.funnel) if plan.funnel is not None else ():
        if not isinstance(rate, Evidence) and rate.point and published.far_from(rate.point) and not _told(plan, path):
            fields = {"what": what, "rate": percent(rate.point), "low": percent(published.low)}
            yield Finding(path, {**fields, "high": percent(published.high), "by": published.by})


def _rates(funnel: Funnel) -> Iterator[Stated]:
    for stage, following in pairwise(funnel.stages):
        published = STEPS.get((stage_of(stage) or "", stage_of(following) or ""))
        if published is None:
            continue
        what = f"{stage.id} → {following.id}"
        if stage.rate is not None:
            yield Stated(("funnel", "stages", stage.id, "rate"), what, stage.rate, published)
        for section, members in (("sources", funnel.sources), ("segments", funnel.segments)):
            for id, member in members.items():
                if stage.id in member.rates:
                    path = ("funnel", section, id, "rates", stage.id)
                    yield Stated(path, f"{id}, {what}", member.rates[stage.id], published)
    for id, source in funnel.sources.items():
        rate = source.event.show_rate if source.event is not None else None
        if rate is not None and any(word in f"{id} {source.name or ''}".lower() for word in ONLINE):
            yield Stated(
                ("funnel", "sources", id, "event", "show_rate"), id, Exact(Fraction(rate)), FIGURES["show_rate"]
            )


def _told(plan: Plan, path: Path) -> bool:
    """Does a goal or the review of the plan itself say another rate (RM816)?"""
    from roadmapctl.rules.funnel.rm816_funnel_counts_with_another_value import funnel_counts_with_another_value

    return any(finding.path == path for finding in funnel_counts_with_another_value(plan))
