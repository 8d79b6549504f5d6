"""Something is missing to compute the funnel.

The way back from a target to leads takes a goal with a target, the average deal (unless the goal counts customers), the stages,
and the rate of every stage but the last. With one of them missing nobody can say how many leads the target takes. A rate may also
stand in each source that passes the stage, or in each segment, under `rates`; so may the average deal, in each segment.

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
funnel:   # <- RM802
  goal: year-sales
  stages:
    - id: tasting   # <- RM802
    - id: customer
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
```
"""

from collections.abc import Iterator

from roadmapctl.analysis.funnel.demand import unit_of
from roadmapctl.diagnostics import Message, Path, Severity
from roadmapctl.model import Plan
from roadmapctl.model.funnel import Funnel, Stage
from roadmapctl.model.goals import Goal
from roadmapctl.rules.rule import Finding, rule

GOAL = Message("name the goal whose target it starts from", "请写明漏斗从哪个目标的目标值倒推")
OWN_GOAL = Message(
    "a funnel starts from a goal of its own plan: write one that supports the wider plan's",
    "漏斗从本计划的目标出发：请写一个支持上级目标的目标",
)
TARGET = Message("write the value to reach, such as target: 90_000", "请写要达到的值，例如 target: 90_000")
DEAL_SIZE = Message(
    "write the average deal in the plan's currency, such as deal_size: 24_000",
    "请写以计划货币计的平均客单价，例如 deal_size: 24_000",
)
SEGMENT_DEAL_SIZE = Message(
    "write the segment's average deal, or one for all that state none: funnel.deal_size",
    "请写该细分市场的平均客单价，或在 funnel.deal_size 写通用的平均客单价",
)
STAGES = Message(
    "list the stages top first, each with its rate: - {{id: lead, rate: 10%}}, and last - {{id: customer}}",
    "请自上而下列出各阶段及其转化率：- {{id: lead, rate: 10%}}，最后是 - {{id: customer}}",
)
RATE = Message(
    "write the share that reaches the next stage, such as rate: 18% or rate: {{won: 36, of: 200}}",
    "请写进入下一阶段的比例，例如 rate: 18% 或 rate: {{won: 36, of: 200}}",
)


@rule(
    "RM802",
    Severity.ERROR,
    title_zh="缺少计算漏斗所需的内容",
    en="the funnel cannot be computed: {missing} is missing",
    zh="无法计算漏斗：缺少 {missing}",
    whole=("funnel",),
)
def funnel_incomplete(plan: Plan) -> Iterator[Finding]:
    """Everything that the funnel's computation lacks, one finding each."""
    if plan.funnel is None:
        return
    goal = plan.goals.get(plan.funnel.goal or "")
    if plan.funnel.goal is None:
        yield _missing("funnel.goal", ("funnel",), GOAL)
    elif goal is not None:
        yield from _of_goal(plan, plan.funnel.goal, goal)
    elif plan.above is not None and plan.funnel.goal in plan.above.goals:
        yield _missing(f"goals.{plan.funnel.goal}", ("funnel", "goal"), OWN_GOAL, ("goals", plan.funnel.goal))
    yield from _of_stages(plan.funnel)


def _missing(what: str, path: Path, help: Message, *absent: Path) -> Finding:
    return Finding(path, {"missing": what}, help=help, absent=absent)


def _of_goal(plan: Plan, id: str, goal: Goal) -> Iterator[Finding]:
    path = ("goals", id)
    if goal.aim is None:
        absent = tuple((*path, key) for key in ("target", "change", "baseline"))
        start = (("funnel", "goal"), Message("the funnel starts from it", "漏斗从它出发"))
        yield _missing(f"goals.{id}.target", path, TARGET, *absent)._replace(key=True, related=(start,))
    metric = plan.metrics.get(goal.metric or "")
    if goal.metric is not None and (metric is None or metric.unit is None):
        return  # while the metric is misspelt (RM030) or says no unit (RM706), nobody knows whether it is money
    if plan.funnel is not None and plan.funnel.deal_size is None and unit_of(metric, plan.currency) == "money":
        counted_by = ((*path, "metric"), ("metrics", goal.metric or "", "unit"), ("currency",))
        yield from _deal_sizes(plan.funnel, counted_by)


def _deal_sizes(funnel: Funnel, counted_by: tuple[Path, ...]) -> Iterator[Finding]:
    """The funnel's own, or that of every segment which does not state one."""
    without = [id for id, segment in funnel.segments.items() if segment.deal_size is None]
    if len(without) == len(funnel.segments):
        yield _missing("funnel.deal_size", ("funnel",), DEAL_SIZE, *counted_by)
        return
    for id in without:
        path = ("funnel", "segments", id)
        yield _missing(f"funnel.segments.{id}.deal_size", path, SEGMENT_DEAL_SIZE, ("funnel", "deal_size"), *counted_by)


def _of_stages(funnel: Funnel) -> Iterator[Finding]:
    if not funnel.stages:
        yield _missing("funnel.stages", ("funnel",), STAGES)
    for stage in _without_rate(funnel):
        yield _missing(f"funnel.stages.{stage.id}.rate", ("funnel", "stages", stage.id), RATE)


def _without_rate(funnel: Funnel) -> Iterator[Stage]:
    """Stages but the last that have no rate, where neither every source that passes them nor every segment has its own."""
    place = {stage.id: number for number, stage in enumerate(funnel.stages)}
    enter = [0] * len(funnel.stages)
    own = [0] * len(funnel.stages)
    for source in funnel.sources.values():
        feeds = place.get(source.feeds or "", 0)
        if enter:
            enter[feeds] += 1
        for id in source.rates:
            if place.get(id, -1) >= feeds:
                own[place[id]] += 1
    in_segments = [stage.id for stage in funnel.stages if _in_every_segment(funnel, stage.id)]
    passing = 0 if any(source.brings is None for source in funnel.sources.values()) else 1
    for number, stage in enumerate(funnel.stages[:-1]):
        passing += enter[number]
        if stage.rate is None and stage.multiplier is None and passing > own[number] and stage.id not in in_segments:
            yield stage


def _in_every_segment(funnel: Funnel, stage: str) -> bool:
    return bool(funnel.segments) and all(stage in segment.rates for segment in funnel.segments.values())
