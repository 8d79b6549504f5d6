"""One figure is stated twice with two values.

Where the same metric, for the same segment, shall reach 5,000 in one goal and 5,500 in another on the same day, from the same
start, each half of the team works towards its own number. The same holds for two starting points on the way to one target, for
two milestones of one day on one stock, and for today's value of a stock, which the review of the last period states as well (by
more than a tenth, so that a few weeks between the two do no harm). In a plan of a year it holds for last year's total of a flow
too, where the goal is due in the last quarter; of one segment's baseline only that it is no more than the whole.

Decide which is right and mend the other. Parts of a whole (by region, by channel) are told apart by `segment`, or by `supports`.

Bad:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  subscribers: {name: E-mail subscribers, unit: people, kind: stock}
goals:
  list-growth: {metric: subscribers, baseline: 4_000, target: 5_000, due: 2027-06-30}
  newsletter: {metric: subscribers, baseline: 4_000, target: 5_500, due: 2027-06-30}   # <- RM315
```

Good:

```yaml
roadmap: 1
name: Spring
period: 2027
metrics:
  subscribers: {name: E-mail subscribers, unit: people, kind: stock}
goals:
  list-growth: {metric: subscribers, baseline: 4_000, target: 5_000, due: 2027-06-30}
  autumn-growth: {metric: subscribers, baseline: 5_000, target: 5_500, due: 2027-10-31}
```
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from roadmapctl.analysis.schedule import days_in
from roadmapctl.analysis.words.plain_statement import says_number
from roadmapctl.analysis.words.trusted import trusted
from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.model.goals import Goal
from roadmapctl.model.metrics import Metric
from roadmapctl.rules.goals.wider import serves
from roadmapctl.rules.quantities import above_the_whole, quantity
from roadmapctl.rules.rule import Finding, rule

OTHER = Message("the other value is here", "另一个值在这里")
CLOSE = Decimal("0.1")
"""The part of a stock by which it may have moved between the review and the plan."""
A_YEAR = 360
"""Days from which a plan's last period is taken for the last year."""
NEARLY = timedelta(days=92)
"""So long before the year's end a goal may be due and still be held against the whole of last year."""


@rule(
    "RM315",
    Severity.WARNING,
    title_zh="同一数值出现两种说法",
    en="{metric} is {value} here and {other} in {where}",
    zh="{metric} 在此处为 {value}，在 {where} 中为 {other}",
    help_en="decide which of the two is right and mend the other",
    help_zh="请确认哪一个正确，并修改另一个",
)
def stated_twice(plan: Plan) -> Iterator[Finding]:
    """Twin goals with two targets or two baselines, twin milestones on a stock, and baselines that the review contradicts."""
    yield from _of_goals(plan)
    yield from _of_milestones(plan)
    yield from _of_review(plan)


def _of_goals(plan: Plan) -> Iterator[Finding]:
    first: dict[tuple[str | None, date, str | None], str] = {}
    for id, goal in plan.goals.items():
        if goal.metric is None or goal.due is None or goal.aim is None or goal.baseline is None:
            continue
        other = first.setdefault((goal.metric, goal.due, goal.segment), id)
        key = _difference(plan.goals[other], goal)
        if other == id or key is None or serves(plan, id, other) or serves(plan, other, id):
            continue
        if _trusted(plan, goal) and _trusted(plan, plan.goals[other]):
            here, there = (_value(g, key) for g in (goal, plan.goals[other]))
            path, second = (("goals", g, _key(plan.goals[g], key)) for g in (id, other))
            yield _finding(plan, goal.metric, path, here, second, there)


def _difference(one: Goal, other: Goal) -> str | None:
    """`target` where two goals start from one value and lead to two, `baseline` where it is the other way round."""
    if one.baseline == other.baseline and one.baseline and one.aim != other.aim:
        return "target"
    if one.aim == other.aim and one.baseline and other.baseline and one.baseline != other.baseline:
        return "baseline"
    return None


def _value(goal: Goal, key: str) -> Decimal:
    return (goal.aim if key == "target" else goal.baseline) or Decimal(0)


def _key(goal: Goal, key: str) -> str:
    return "change" if key == "target" and goal.target is None else key


def _trusted(plan: Plan, goal: Goal) -> bool:
    metric = plan.metrics.get(goal.metric or "")
    return metric is not None and trusted(goal, metric)


def _of_milestones(plan: Plan) -> Iterator[Finding]:
    first: dict[tuple[str, date, str | None], str] = {}
    told: set[tuple[str, date, str | None]] = set()
    for id, milestone in plan.milestones.items():
        metric = plan.metrics.get(milestone.metric or "")
        if metric is None or not metric.is_stock or milestone.date is None or milestone.target is None:
            continue
        key = (milestone.metric or "", milestone.date, milestone.goal)
        other = first.setdefault(key, id)
        there = plan.milestones[other].target if key not in told else None
        if there is not None and there != milestone.target and not _wrong(metric, there, milestone.target):
            told.add(key)
            path, second = (("milestones", m, "target") for m in (id, other))
            yield _finding(plan, milestone.metric or "", path, milestone.target, second, there)


def _wrong(metric: Metric, *values: Decimal) -> bool:
    return any(above_the_whole(value, metric) for value in values)


def _of_review(plan: Plan) -> Iterator[Finding]:
    lines = plan.discovery.review.items() if plan.discovery is not None and plan.goals else ()
    reviewed = {line.metric: (id, line.current) for id, line in lines if line.metric is not None and line.current}
    for id, goal in plan.goals.items() if reviewed else ():
        metric = plan.metrics.get(goal.metric or "")
        if goal.metric not in reviewed or metric is None or not goal.baseline or not _of_one_time(plan, goal, metric):
            continue
        line, current = reviewed.pop(goal.metric)  # later goals on it may start where this one ends
        if current is None or _wrong(metric, current) or not _trusted(plan, goal):
            continue
        if _contradicts(goal.baseline, current, metric, part=goal.segment is not None):
            places: list[tuple[Path, Decimal]] = [
                (("goals", id, "baseline"), goal.baseline),
                (("discovery", "review", line, "current"), current),
            ]
            if says_number(goal.statement or "", frozenset({goal.baseline})):
                places.reverse()  # the goal says it twice: it is the review that is odd
            (path, value), (second, other) = places
            yield _finding(plan, goal.metric or "", path, value, second, other)


def _of_one_time(plan: Plan, goal: Goal, metric: Metric) -> bool:
    """Are the baseline and the reviewed figure of the same time? A stock's are; a flow's where plan and goal are of a year, as the
    last period was."""
    if metric.kind != "flow" or plan.period is None or goal.due is None:
        return metric.is_stock
    return days_in(plan.period) >= A_YEAR and plan.period.end - goal.due <= NEARLY


def _contradicts(baseline: Decimal, current: Decimal, metric: Metric, *, part: bool) -> bool:
    """Are the two too far apart? A segment's part may be any, but not more than the whole; its rate may be.

    A stock may have moved since the review; what a flow brought in a year that is over is one number, which may be rounded.
    """
    if part:
        return not metric.is_rate and baseline > (1 + CLOSE) * current
    apart = abs(baseline - current)
    exact = metric.kind == "flow" and apart >= max(_last_place(baseline), _last_place(current))
    return exact or apart > CLOSE * abs(current)


def _last_place(value: Decimal) -> Decimal:
    """What 1 is worth in the last place that is not 0: 100 for 8,400."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)


def _finding(plan: Plan, id: str, path: Path, value: Decimal, other: Path, there: Decimal) -> Finding:
    metric = plan.metrics.get(id)
    where = ".".join(map(str, other[:-1]))
    fields = {"metric": id, "value": quantity(value, metric), "other": quantity(there, metric), "where": where}
    return Finding(path, fields, related=((other, OTHER),))
