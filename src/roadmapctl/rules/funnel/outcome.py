"""What the plan's funnel comes to, as the rules about it ask."""

from typing import TYPE_CHECKING

from roadmapctl.model import Plan

if TYPE_CHECKING:
    from roadmapctl.analysis.funnel import FunnelResult
    from roadmapctl.analysis.infeasible import Infeasible

    Outcome = tuple[FunnelResult | None, Infeasible | None]

PARTS = ("funnel", "goals", "metrics")
"""The sections a funnel is computed from: while a part of them cannot be read, nothing is said about the result."""

_last: "tuple[Plan, Outcome] | None" = None


def computed(plan: Plan) -> "FunnelResult | None":
    """The funnel, where there is one and it can be computed."""
    return None if plan.funnel is None else _outcome(plan)[0]


def stopped_by(plan: Plan, *reasons: str) -> "Infeasible | None":
    """Why the funnel cannot be computed, where it is one of these reasons."""
    obstacle = None if plan.funnel is None else _outcome(plan)[1]
    return obstacle if obstacle is not None and obstacle.reason in reasons else None


def _outcome(plan: Plan) -> "Outcome":
    """The funnel or what is in its way: several rules ask in turn, and it is computed for the first of them."""
    global _last
    if _last is None or _last[0] is not plan:
        from roadmapctl.analysis.funnel import Infeasible, plan_funnel  # a plan without a funnel need not wait for it

        result = plan_funnel(plan)
        _last = plan, (None, result) if isinstance(result, Infeasible) else (result, None)
    return _last[1]
