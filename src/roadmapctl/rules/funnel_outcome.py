"""What the plan's funnel comes to, as the rules about it ask."""

from roadmapctl.analysis.funnel import FunnelResult, Infeasible, plan_funnel
from roadmapctl.model import Plan

PARTS = ("funnel", "goals", "metrics")
"""The sections a funnel is computed from: while a part of them cannot be read, nothing is said about the result."""

_last: tuple[Plan, FunnelResult | Infeasible | None] | None = None


def _outcome(plan: Plan) -> FunnelResult | Infeasible | None:
    """The funnel of the plan that is being checked: several rules ask in turn, and it is computed for the first of them."""
    global _last
    if _last is None or _last[0] is not plan:
        _last = plan, None if plan.funnel is None else plan_funnel(plan)
    return _last[1]


def computed(plan: Plan) -> FunnelResult | None:
    """The funnel, where there is one and it can be computed."""
    result = _outcome(plan)
    return result if isinstance(result, FunnelResult) else None


def stopped_by(plan: Plan, *reasons: str) -> Infeasible | None:
    """Why the funnel cannot be computed, where it is one of these reasons."""
    result = _outcome(plan)
    return result if isinstance(result, Infeasible) and result.reason in reasons else None
