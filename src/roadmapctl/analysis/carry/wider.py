"""What the wider plan asks of a plan's goals in the next period."""

from collections import Counter
from collections.abc import Mapping

from roadmapctl.analysis.parts.cut import cut
from roadmapctl.analysis.parts.goals import GoalPart
from roadmapctl.analysis.parts.periods import kind_of, parts_of
from roadmapctl.model import Plan
from roadmapctl.model.time import Period


def wider_parts(plan: Plan, period: Period) -> Mapping[str, GoalPart]:
    """By goal of the plan, the part in a period of the wider plan's goal that it supports, where no other goal supports it too.

    Empty where that cannot be said: no wider plan, or a period that is none of its quarters, halves or months. A goal on another
    metric than the wider one is missing.
    """
    above, kind = plan.above, None if period.text is None else kind_of(period.text)
    if above is None or above.period is None or kind is None:
        return {}
    number = next((n for n, part in enumerate(parts_of(above.period, kind)) if part == period), None)
    if number is None:
        return {}
    asked = cut(above, kind, number).goals
    served = Counter(goal.supports for goal in plan.goals.values())
    return {
        id_: asked[wider]
        for id_, goal in plan.goals.items()
        if (wider := goal.supports or "") in asked and served[wider] == 1 and above.goals[wider].metric == goal.metric
    }
