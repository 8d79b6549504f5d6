"""A goal's rate is far outside of what others have published.

A newsletter of which half is to be clicked, a search campaign that converts 60%: nobody has published anything near it, and the
plan that rests on it will not hold. Mostly a metric is called by another one's name (the rate of openings, the rate among those
who clicked).

Look once more, or call the metric what it counts. Far outside is below a third of the lowest published rate or above three
times the highest. Metrics are found by their usual names, in English and Chinese; the rates between stages of a funnel are
listed under RM818.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  clicks: {name: Newsletter click rate, unit: rate, kind: stock}
goals:
  read-letters: {metric: clicks, baseline: 2%, target: 40%, due: 2027-12-31}   # <- RM319
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  clicks: {name: Newsletter click rate, unit: rate, kind: stock}
goals:
  read-letters: {metric: clicks, baseline: 2%, target: 4%, due: 2027-12-31}
```

Published, and where:

| rate | published | by |
|---|---|---|
| e-mail: delivered → clicked | 1.9% to 4.8% | Mailchimp, “Email Marketing Benchmarks by Industry”, 2019: averages by industry |
| search ad: shown → clicked | 5.3% to 13.04% | WordStream, “Google Ads Benchmarks 2024”: averages by industry |
| search ad: clicked → converted | 2.53% to 12.96% | WordStream, “Google Ads Benchmarks 2024”: averages by industry |
| visit → order in a shop | 0.87% to 6.11% | Elogic, “Ecommerce Conversion Rate Benchmarks by Industry”, 2026 |
| webinar: registered → attending | 30% to 60% | PCMA, “Attrition at virtual events”; ROI4Presenter, “Anatomy of a Webinar”, 2021 |
"""

from collections.abc import Iterator
from fractions import Fraction

from roadmapctl.analysis.funnel.demand import unit_of
from roadmapctl.analysis.words.trusted import trusted
from roadmapctl.diagnostics import Severity
from roadmapctl.model import Plan
from roadmapctl.rules.quantities import percent
from roadmapctl.rules.rule import Finding, rule


@rule(
    "RM319",
    Severity.INFO,
    title_zh="目标中的比率远在公开发布的范围之外",
    en="{goal} wants {rate}, far outside of what is published, {low} to {high} ({by})",
    zh="{goal} 要求 {rate}，远在公开发布的范围 {low} 至 {high} 之外（{by}）",
    help_en="look for a missing zero or per cent sign, or call the metric what it counts",
    help_zh="请检查是否漏写了零或百分号，或为指标改用与其含义相符的名称",
)
def goal_far_outside_what_is_published(plan: Plan) -> Iterator[Finding]:
    """Targets of well-known rates that differ from all published ones by more than trade and definition."""
    rates = {id for id, metric in plan.metrics.items() if metric.unit is not None and unit_of(metric, None) == "rate"}
    for id, goal in plan.goals.items() if rates else ():
        if goal.metric not in rates or goal.aim is None or not 0 < goal.aim <= 1:
            continue
        from roadmapctl.analysis.kpis.published_rates import published_on  # only rates are published

        published = published_on(goal.metric, plan.metrics[goal.metric])
        far = published is not None and published.far_from(Fraction(goal.aim))
        if published is not None and far and trusted(goal, plan.metrics[goal.metric]):
            fields = {"goal": id, "rate": percent(goal.aim), "low": percent(published.low)}
            key = "target" if goal.target is not None else "change"
            yield Finding(("goals", id, key), {**fields, "high": percent(published.high), "by": published.by})
