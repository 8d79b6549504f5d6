"""Whether a milestone's tactics add up to it."""

from collections.abc import Collection, Mapping
from decimal import Decimal

from roadmapctl.analysis.rounding import EXACT
from roadmapctl.analysis.schedule import tactics_of
from roadmapctl.analysis.so_far import counted_so_far
from roadmapctl.model import Plan
from roadmapctl.model.metrics import Metric
from roadmapctl.model.milestones import Milestone


def milestone_needs(plan: Plan, so_far: Collection[str] | None = None) -> dict[str, Decimal]:
    """What the tactics of each milestone must contribute to its metric, in the metric's unit.

    On a stock: its target less the target of the metric's preceding milestone (by date, then in the plan's order), else less
    the baseline of the goal on that metric, else less 0. On a flow: its target, less that of the preceding milestone where they
    count the whole so far. Where less is better both this and `contributed` change their sign, so that the tactics are enough
    where `contributed` ≥ need. A rate is a stock unless it says otherwise. Left out are milestones without a metric of a stated
    kind or without a target. `so_far` are the milestones that count the whole so far, where they are known already.
    """
    needs: dict[str, Decimal] = {}
    reached: dict[str, Decimal] = {}
    baselines = _baselines(plan)
    so_far, come = counted_so_far(plan) if so_far is None else so_far, dict[tuple[str | None, str], Decimal]()
    for id_, milestone in _in_time(plan):
        metric = _metric_of(plan, milestone)
        if milestone.metric is None or milestone.target is None or metric is None:
            continue
        if metric.kind is None and not metric.is_stock:
            continue
        before = Decimal(0)
        if metric.is_stock:
            before = reached[milestone.metric] if milestone.metric in reached else _baseline(plan, milestone, baselines)
            reached[milestone.metric] = milestone.target
        elif id_ in so_far:
            before = come.get((milestone.goal, milestone.metric), before)
            come[milestone.goal, milestone.metric] = milestone.target
        up = metric.better != "down"
        needs[id_] = EXACT.subtract(milestone.target, before) if up else EXACT.subtract(before, milestone.target)
    return needs


def contributed(plan: Plan, milestone_id: str) -> Decimal:
    """What the milestone's tactics contribute to its metric, in the metric's unit; 0 where it has none."""
    milestone = plan.milestones.get(milestone_id)
    if milestone is None or milestone.metric is None:
        return Decimal(0)
    given = (t.contributes.get(milestone.metric, Decimal(0)) for _, t in tactics_of(plan, milestone_id))
    return _sign(plan.metrics.get(milestone.metric)) * sum(given, Decimal(0))


def _metric_of(plan: Plan, milestone: Milestone | None) -> Metric | None:
    return None if milestone is None or milestone.metric is None else plan.metrics.get(milestone.metric)


def _sign(metric: Metric | None) -> int:
    return -1 if metric is not None and metric.better == "down" else 1


def _in_time(plan: Plan) -> list[tuple[str, Milestone]]:
    """The milestones that can be put in time, each at its date (the undated ones last, as they stand)."""
    return sorted(plan.milestones.items(), key=lambda item: (item[1].date is None, item[1].date or 0))


def _baselines(plan: Plan) -> dict[str, Decimal]:
    """By metric, the baseline of the first goal on it that states one."""
    found: dict[str, Decimal] = {}
    for goal in plan.goals.values():
        if goal.metric is not None and goal.baseline is not None:
            found.setdefault(goal.metric, goal.baseline)
    return found


def _baseline(plan: Plan, milestone: Milestone, baselines: Mapping[str, Decimal]) -> Decimal:
    """Of the milestone's own goal if it is on the same metric, else of the first goal that is."""
    own = plan.goals.get(milestone.goal) if milestone.goal is not None else None
    if own is not None and own.metric == milestone.metric and own.baseline is not None:
        return own.baseline
    return baselines.get(milestone.metric or "", Decimal(0))
