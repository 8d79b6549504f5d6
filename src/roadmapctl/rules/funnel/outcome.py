"""What the plan's funnel comes to, as the rules about it ask."""

from typing import TYPE_CHECKING

from roadmapctl.model import Plan
from roadmapctl.rules.once import once

if TYPE_CHECKING:
    from roadmapctl.analysis.funnel.demand import Demand
    from roadmapctl.analysis.funnel.infeasible import Infeasible
    from roadmapctl.analysis.funnel.reverse import FunnelResult
    from roadmapctl.rules.funnel.stage_goals import StageGoals

    Outcome = tuple[FunnelResult | None, Infeasible | None]

PARTS = ("funnel", "goals.*.metric", "goals.*.baseline", "goals.*.target", "goals.*.change", "metrics")
"""What a funnel is computed from: while a part of them cannot be read, nothing is said about the result."""
FAR = 3
"""Times as many as a goal says, or as few: nobody plans so, a number is wrong."""


def computed(plan: Plan) -> "FunnelResult | None":
    """The funnel, where there is one and it can be computed."""
    return None if plan.funnel is None else _outcome(plan)[0]


def money_demand(plan: Plan) -> "Demand | None":
    """What the funnel starts from, where that is money and nothing is wrong with its goal (RM307, RM310)."""
    result = computed(plan)
    return result.demand if result is not None and result.demand.unit == "money" and _starts_well(plan) else None


def stopped_by(plan: Plan, *reasons: str) -> "Infeasible | None":
    """Why the funnel cannot be computed, where it is one of these reasons."""
    obstacle = None if plan.funnel is None else _outcome(plan)[1]
    return obstacle if obstacle is not None and obstacle.reason in reasons else None


def undoubted(plan: Plan) -> "FunnelResult | None":
    """The funnel, where no other finding doubts what it is computed from: its goal (RM307, RM310), its rates (RM816,
    RM818), its amounts (RM821, RM822)."""
    return None if computed(plan) is None or _doubted(plan) else computed(plan)


@once
def relied_on(plan: Plan) -> "FunnelResult | None":
    """The same, where the goals on its stages agree with it, or half of them: else RM817 tells what is wrong.

    One from which the funnel is further away than it can be by planning (several times as many) is enough to doubt it.
    """
    rows = goals_on_stages(plan)
    if any(not row.fits and (row.need > FAR * row.total or row.total > FAR * row.need) for row in rows):
        return None
    return undoubted(plan) if 2 * sum(row.fits for row in rows) >= len(rows) else None


@once
def goals_on_stages(plan: Plan) -> "list[StageGoals]":
    """The goals on the stages of a funnel that nothing doubts, beside what it takes."""
    from roadmapctl.rules.funnel.stage_goals import stage_goals

    result = undoubted(plan)
    return stage_goals(plan, result) if result is not None else []


@once
def _outcome(plan: Plan) -> "Outcome":
    from roadmapctl.analysis.funnel.reverse import (  # a plan without a funnel need not wait for it
        Infeasible,
        plan_funnel,
    )

    result = plan_funnel(plan)
    return (None, result) if isinstance(result, Infeasible) else (result, None)


def _starts_well(plan: Plan) -> bool:
    """Can the goal that the funnel starts from be trusted?"""
    from roadmapctl.analysis.words.trusted import trusted

    goal = plan.goals.get((plan.funnel.goal if plan.funnel is not None else None) or "")
    metric = plan.metrics.get(goal.metric or "") if goal is not None else None
    return goal is None or metric is None or trusted(goal, metric)


@once
def _doubted(plan: Plan) -> bool:
    from roadmapctl.rules.funnel.rm816_funnel_counts_with_another_value import funnel_counts_with_another_value
    from roadmapctl.rules.funnel.rm818_rate_far_outside_what_is_published import far_outside
    from roadmapctl.rules.funnel.rm821_deal_above_the_target import deal_above_the_target
    from roadmapctl.rules.funnel.rm822_part_smaller_than_a_deal import part_smaller_than_a_deal

    if not _starts_well(plan):
        return True
    rules = (funnel_counts_with_another_value, deal_above_the_target, part_smaller_than_a_deal)
    return bool(far_outside(plan)) or any(True for rule in rules for _ in rule(plan))
