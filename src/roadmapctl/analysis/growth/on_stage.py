"""Which stage of the funnel a goal is about, and which step of it a rate."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from roadmapctl.analysis.funnel.demand import unit_of
from roadmapctl.analysis.kpis.names import stage_of, steps_of
from roadmapctl.analysis.kpis.stage_metrics import counts_units_of
from roadmapctl.model import Plan


def stage_of_goal(plan: Plan, id_: str) -> int | None:
    """The position of the stage whose units the goal counts, the funnel's own goal standing at its end; None for no stage."""
    funnel = plan.funnel
    if funnel is None or not funnel.stages:
        return None
    if id_ == funnel.goal:
        return len(funnel.stages) - 1
    metric_id = plan.goals[id_].metric
    metric = plan.metrics.get(metric_id or "")
    if metric is None or metric_id is None:
        return None
    stages = enumerate(funnel.stages)
    return next((at for at, stage in stages if counts_units_of(metric_id, metric, stage, plan.currency)), None)


def reviewed_rates(plan: Plan) -> dict[int, Fraction]:
    """Last year's rates out of the funnel's stages, by position, as far as the review has a metric of that step's name."""
    stages = plan.funnel.stages if plan.funnel is not None else ()
    steps = {(stage_of(above), stage_of(below)): at for at, (above, below) in enumerate(pairwise(stages))}
    return {steps[step]: rate for step, rate in _rates(plan) if step in steps}


def _rates(plan: Plan) -> Iterator[tuple[tuple[str | None, str | None], Fraction]]:
    """The rates of the review, each with the two stages that its metric's name speaks of."""
    for line in plan.discovery.review.values() if plan.discovery is not None else ():
        metric = plan.metrics.get(line.metric or "")
        if metric is None or line.metric is None or line.current is None or not 0 < line.current <= 1:
            continue
        step = steps_of(metric.name or line.metric) or steps_of(line.metric)
        if step is not None and unit_of(metric, None) == "rate":
            yield step, Fraction(line.current)
