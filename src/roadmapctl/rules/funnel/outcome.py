"""What the plan's funnel comes to, as the rules about it ask."""

from typing import TYPE_CHECKING

from roadmapctl.model import Plan
from roadmapctl.rules.once import once

if TYPE_CHECKING:
    from roadmapctl.analysis.funnel.demand import Demand
    from roadmapctl.analysis.funnel.infeasible import Infeasible
    from roadmapctl.analysis.funnel.reverse import FunnelResult

    Outcome = tuple[FunnelResult | None, Infeasible | None]

PARTS = ("funnel", "goals.*.metric", "goals.*.baseline", "goals.*.target", "goals.*.change", "metrics")
"""What a funnel is computed from: while a part of them cannot be read, nothing is said about the result."""


def computed(plan: Plan) -> "FunnelResult | None":
    """The funnel, where there is one and it can be computed."""
    return None if plan.funnel is None else _outcome(plan)[0]


def money_demand(plan: Plan) -> "Demand | None":
    """What the funnel starts from, where that is money and nothing is wrong with its goal (RM307, RM310)."""
    result = computed(plan)
    return result.demand if result is not None and result.demand.unit == "money" and starts_well(plan) else None


def stopped_by(plan: Plan, *reasons: str) -> "Infeasible | None":
    """Why the funnel cannot be computed, where it is one of these reasons."""
    obstacle = None if plan.funnel is None else _outcome(plan)[1]
    return obstacle if obstacle is not None and obstacle.reason in reasons else None


@once
def _outcome(plan: Plan) -> "Outcome":
    from roadmapctl.analysis.funnel.reverse import (  # a plan without a funnel need not wait for it
        Infeasible,
        plan_funnel,
    )

    result = plan_funnel(plan)
    return (None, result) if isinstance(result, Infeasible) else (result, None)


@once
def starts_well(plan: Plan) -> bool:
    """Can the goal that the funnel starts from be trusted?"""
    from roadmapctl.analysis.words.trusted import trusted

    goal = plan.goals.get((plan.funnel.goal if plan.funnel is not None else None) or "")
    metric = plan.metrics.get(goal.metric or "") if goal is not None else None
    return goal is None or metric is None or (trusted(goal, metric) and counted_above_the_last(plan) is None)


@once
def counted_above_the_last(plan: Plan) -> str | None:
    """The stage above the last one whose units the funnel's goal counts, by its id or its usual name (RM813)."""
    from roadmapctl.analysis.kpis.names import figures_of, plain, stage_of

    goal = plan.goals.get(plan.funnel.goal or "") if plan.funnel is not None else None
    metric = plan.metrics.get(goal.metric or "") if goal is not None else None
    if plan.funnel is None or goal is None or metric is None or goal.metric is None:
        return None
    name, figures = plain(goal.metric), figures_of(goal.metric, metric)
    named = [stage.id for stage in plan.funnel.stages if plain(stage.id) == name or stage_of(stage) in figures]
    return named[0] if len(named) == 1 and named[0] != plan.funnel.stages[-1].id else None
