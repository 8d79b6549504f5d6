"""What the plan's funnel comes to, where no finding doubts what it is computed from."""

from typing import TYPE_CHECKING

from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import computed, starts_well
from roadmapctl.rules.once import once

if TYPE_CHECKING:
    from roadmapctl.analysis.funnel.reverse import FunnelResult
    from roadmapctl.rules.funnel.stage_goals import StageGoals

FAR = 3
"""Times as many as a goal says, or as few: nobody plans so, a number is wrong."""


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
def _doubted(plan: Plan) -> bool:
    from roadmapctl.rules.funnel.rm816_funnel_counts_with_another_value import funnel_counts_with_another_value
    from roadmapctl.rules.funnel.rm818_rate_far_outside_what_is_published import far_outside
    from roadmapctl.rules.funnel.rm821_deal_above_the_target import deal_above_the_target
    from roadmapctl.rules.funnel.rm822_part_smaller_than_a_deal import part_smaller_than_a_deal

    if not starts_well(plan):
        return True
    rules = (funnel_counts_with_another_value, deal_above_the_target, part_smaller_than_a_deal)
    return bool(far_outside(plan)) or any(rule(plan) for rule in rules)
