"""The funnel on the calendar: units, events, teams and money, each a part."""

from collections.abc import Iterator

from roadmapctl.analysis.calendar.placement import placements
from roadmapctl.analysis.calendar.rows import Calendar
from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.money.cash import plan_cash
from roadmapctl.analysis.money.costs import Costs
from roadmapctl.analysis.people.teams import team_loads
from roadmapctl.model import Plan
from roadmapctl.report.funnel.calendar import calendar_data, calendar_section
from roadmapctl.report.funnel.cash import cash_data, cash_section
from roadmapctl.report.funnel.forms import Forms
from roadmapctl.report.funnel.part import Part
from roadmapctl.report.funnel.placements import placements_data, placements_section
from roadmapctl.report.funnel.teams import teams_data, teams_sections


def parts_in_time(plan: Plan, result: FunnelResult, costs: Costs, calendar: Calendar, forms: Forms) -> Iterator[Part]:
    """What the plan says enough for: units always, events and capacities, teams, money."""
    yield Part("calendar", calendar_data(calendar), (calendar_section(calendar, forms),))
    if placed := placements(plan, result, calendar):
        yield Part("placements", placements_data(placed), (placements_section(placed, calendar, forms),))
    if loads := team_loads(plan, result, calendar):
        yield Part("teams", teams_data(loads), teams_sections(loads, calendar, forms))
    cash = plan_cash(plan, result, calendar)
    if any(cash.out):
        yield Part("cash", cash_data(cash), (cash_section(cash, costs, calendar, forms),))
