"""What the plan's funnel comes to, as the rules about it ask."""

from typing import TYPE_CHECKING

from roadmapctl.model import Plan

if TYPE_CHECKING:
    from roadmapctl.analysis.funnel import FunnelResult
    from roadmapctl.analysis.infeasible import Infeasible

PARTS = ("funnel", "goals", "metrics")
"""The sections a funnel is computed from: while a part of them cannot be read, nothing is said about the result."""


def computed(plan: Plan) -> "FunnelResult | None":
    """The funnel, where there is one and it can be computed."""
    if plan.funnel is None:
        return None
    from roadmapctl.analysis.funnel import FunnelResult, plan_funnel  # a plan without a funnel need not wait for it

    result = plan_funnel(plan)
    return result if isinstance(result, FunnelResult) else None


def stopped_by(plan: Plan, *reasons: str) -> "Infeasible | None":
    """Why the funnel cannot be computed, where it is one of these reasons."""
    if plan.funnel is None:
        return None
    from roadmapctl.analysis.funnel import Infeasible, plan_funnel

    result = plan_funnel(plan)
    return result if isinstance(result, Infeasible) and result.reason in reasons else None
