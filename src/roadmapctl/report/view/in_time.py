"""The funnel and its calendar, as the sections of a report share them."""

from typing import TYPE_CHECKING

from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.funnel.reverse import plan_funnel
from roadmapctl.analysis.once import once
from roadmapctl.analysis.schedule import days_in
from roadmapctl.model import Plan

if TYPE_CHECKING:
    from roadmapctl.analysis.calendar.rows import Calendar

DAYS_BY_MONTH = 800
"""The days of a period of up to two years and some weeks; a longer one has too many months for a table."""

funnel_of = once(plan_funnel)
"""What the plan's funnel comes to."""


@once
def in_time(plan: Plan) -> "Calendar | Infeasible":
    """By month; a plan of more than two years by quarter."""
    result = funnel_of(plan)
    if isinstance(result, Infeasible):
        return result
    from roadmapctl.analysis.calendar.plan_calendar import plan_calendar  # only funnels that take time ask for it

    long = plan.period is not None and days_in(plan.period) > DAYS_BY_MONTH
    return plan_calendar(plan, result, "quarter" if long else "month")
