"""Milestones that count the whole go backwards.

A stock, such as subscribers, stands at a value on a day. Milestones on it are readings along one line: 7,400 in March and
7,000 in June would plan to lose 400. Mostly the later one was written as what is added; write the value to have reached by
then. For what is added up afresh, make the metric a flow. Milestones of a flow are looked at where the plan's own numbers say that
each of them counts the whole so far: the last one asks for what the goal asks, or the tactics bring the steps between them.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  subscribers: {name: Subscribers, unit: people, kind: stock, better: up}
milestones:
  report-read: {date: 2027-03-31, metric: subscribers, target: 7_400}
  list-full: {date: 2027-06-30, metric: subscribers, target: 1_600}   # <- RM510
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  subscribers: {name: Subscribers, unit: people, kind: stock, better: up}
milestones:
  report-read: {date: 2027-03-31, metric: subscribers, target: 7_400}
  list-full: {date: 2027-06-30, metric: subscribers, target: 9_000}
```
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from roadmapctl.analysis.so_far import counted_so_far
from roadmapctl.diagnostics import Message, Severity
from roadmapctl.model import Plan
from roadmapctl.rules.days import outside
from roadmapctl.rules.milestones.rm509_milestone_beyond_goal import beyond
from roadmapctl.rules.once import once
from roadmapctl.rules.quantities import above_the_whole, quantity
from roadmapctl.rules.rule import Finding, rule

so_far = once(counted_so_far)


class Reading(NamedTuple):
    """A milestone's target as a point on its metric's line; `worth` is the target, negative where less is better."""

    day: date
    worth: Decimal
    milestone: str


@rule(
    "RM510",
    Severity.WARNING,
    title_zh="按累计值计的里程碑出现倒退",
    en="{milestone} wants {target} of {metric} on {date}; {earlier} had {before} already on {day}",
    zh="{milestone} 要求 {metric} 在 {date} 达到 {target}，而 {earlier} 在 {day} 已达到 {before}",
    help_en="these milestones say the value to have by then, not what is added; write the whole value",
    help_zh="这些里程碑写的是届时的总值，而不是新增量；请填写总值",
)
def milestones_go_backwards(plan: Plan) -> Iterator[Finding]:
    """Milestones on a stock, or on a flow counted so far, that want less of it than the one before them in time."""
    for (metric, _), readings in _lines(plan).items():
        for earlier, later in pairwise(sorted(readings)):
            if later.worth < earlier.worth and later.day > earlier.day:
                yield _finding(plan, metric, earlier, later)


def _lines(plan: Plan) -> dict[tuple[str, str | None], list[Reading]]:
    """The milestones that are readings along one line, without those whose own value is wrong (RM311, RM509).

    Those on a stock by metric, those on a flow counted so far by metric and goal.
    """
    lines: dict[tuple[str, str | None], list[Reading]] = {}
    for id, milestone in plan.milestones.items():
        metric = plan.metrics.get(milestone.metric or "")
        if metric is None or milestone.date is None or milestone.target is None:
            continue
        if not metric.is_stock and id not in so_far(plan):
            continue
        if above_the_whole(milestone.target, metric) or beyond(plan, milestone) or outside(plan, milestone.date):
            continue
        worth = -milestone.target if metric.better == "down" else milestone.target
        goal = None if metric.is_stock else milestone.goal
        lines.setdefault((milestone.metric or "", goal), []).append(Reading(milestone.date, worth, id))
    return lines


def _finding(plan: Plan, metric: str, earlier: Reading, later: Reading) -> Finding:
    target, before = (
        quantity(plan.milestones[r.milestone].target or 0, plan.metrics[metric]) for r in (later, earlier)
    )
    fields = {"milestone": later.milestone, "target": target, "metric": metric, "date": later.day}
    return Finding(
        ("milestones", later.milestone, "target"),
        {**fields, "earlier": earlier.milestone, "before": before, "day": earlier.day},
        related=(
            (("milestones", earlier.milestone, "target"), Message("the earlier one is here", "较早的里程碑在这里")),
        ),
        absent=(("metrics", metric, "better"),),
    )
