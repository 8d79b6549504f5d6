"""The plan's funnel in time, as the rules about it ask."""

from fractions import Fraction
from typing import TYPE_CHECKING

from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.schedule import days_in
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.undoubted import relied_on
from roadmapctl.rules.once import once

MOST_STEPS = 100_000
"""Days times stages; beyond, a finding would cost more than a tenth of a second."""

if TYPE_CHECKING:
    from roadmapctl.analysis.calendar.rows import Calendar
    from roadmapctl.analysis.calendar.timing import Timing


def timed(plan: Plan, part: Fraction) -> "Timing | None":
    """When the funnel's units are due, where ways to the customer take time and more than this part of the deals may be late."""
    result, funnel = relied_on(plan), plan.funnel
    if result is None or funnel is None or plan.period is None or not any(stage.lag for stage in funnel.stages[:-1]):
        return None
    if days_in(plan.period) * len(funnel.stages) > MOST_STEPS:
        return None
    from roadmapctl.analysis.calendar.late import may_be_late  # only a funnel with lags waits for it

    lags = [stage.lag for stage in funnel.stages[:-1]]
    if not may_be_late(result, plan.period, lags, funnel.seasonality, part):
        return None
    from roadmapctl.analysis.calendar.timing import timing_of

    return timing_of(result, plan.period, lags, funnel.seasonality)


@once
def by_month(plan: Plan) -> "Calendar | None":
    """The funnel's calendar by month, where it can be computed."""
    from roadmapctl.analysis.calendar.plan_calendar import plan_calendar  # only teams and capacities ask for it

    result = relied_on(plan)
    found = None if result is None else plan_calendar(plan, result, "month")
    return None if isinstance(found, Infeasible) else found
