"""The plan's funnel in time, as the rules about it ask."""

from typing import TYPE_CHECKING

from roadmapctl.analysis.infeasible import Infeasible
from roadmapctl.analysis.schedule import days_in
from roadmapctl.model import Plan
from roadmapctl.rules.funnel.outcome import once, relied_on

MOST_STEPS = 100_000
"""Days times stages; beyond, a finding would cost more than a tenth of a second."""

if TYPE_CHECKING:
    from roadmapctl.analysis.calendar.rows import Calendar
    from roadmapctl.analysis.calendar.timing import Timing


def timed(plan: Plan) -> "Timing | None":
    """When the funnel's units are due, where some way to the customer takes time."""
    result, funnel = relied_on(plan), plan.funnel
    if result is None or funnel is None or plan.period is None or not any(stage.lag for stage in funnel.stages[:-1]):
        return None
    if days_in(plan.period) * len(funnel.stages) > MOST_STEPS:
        return None
    from roadmapctl.analysis.calendar.timing import timing_of  # only a funnel with lags waits for it

    return timing_of(result, plan.period, [stage.lag for stage in funnel.stages[:-1]], funnel.seasonality)


def by_month(plan: Plan) -> "Calendar | None":
    """The funnel's calendar by month, where it can be computed."""
    return once(plan, _by_month)


def _by_month(plan: Plan) -> "Calendar | None":
    from roadmapctl.analysis.calendar.plan_calendar import plan_calendar  # only teams and capacities ask for it

    result = relied_on(plan)
    found = None if result is None else plan_calendar(plan, result, "month")
    return None if isinstance(found, Infeasible) else found
