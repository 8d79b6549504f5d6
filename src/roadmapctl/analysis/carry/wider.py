"""What the wider plan asks of a goal in the next period."""

from roadmapctl.analysis.parts.cut import cut
from roadmapctl.analysis.parts.goals import GoalPart
from roadmapctl.analysis.parts.periods import kind_of, parts_of
from roadmapctl.model import Plan
from roadmapctl.model.time import Period


def wider_part(plan: Plan, id_: str, period: Period) -> GoalPart | None:
    """The part in a period of the wider plan's goal that a goal supports, where no other goal supports it too.

    None where that cannot be said: no wider plan, another metric, or a period that is none of its quarters, halves or months.
    """
    above, goal = plan.above, plan.goals[id_]
    kind = None if period.text is None else kind_of(period.text)
    if above is None or above.period is None or kind is None or goal.supports not in above.goals:
        return None
    alone = sum(other.supports == goal.supports for other in plan.goals.values()) == 1
    number = next((n for n, part in enumerate(parts_of(above.period, kind)) if part == period), None)
    if not alone or number is None or above.goals[goal.supports].metric != goal.metric:
        return None
    return cut(above, kind, number).goals.get(goal.supports)
