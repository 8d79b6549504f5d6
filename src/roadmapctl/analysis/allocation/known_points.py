"""The points at which a plan, or a table that it names, knows a source's response."""

from fractions import Fraction

from roadmapctl.analysis.allocation.fit import Point
from roadmapctl.analysis.allocation.obstacle import Obstacle
from roadmapctl.analysis.schedule import days_in, periods_in
from roadmapctl.model import Plan
from roadmapctl.model.funnel import Funnel, Response
from roadmapctl.model.time import Duration, Period

ONE = Fraction(1)
PERS = {"w": "week", "mo": "month", "y": "year"}


def known_points(plan: Plan, funnel: Funnel, id_: str, response: Response) -> tuple[Point, ...] | Obstacle:
    """Money and units over the plan's whole period, in order of spend; deals in place of units where the table holds revenue.

    Points that cover another time are taken as repeated, time after time, at an even spend: f(x) = n · g(x / n).
    """
    path, source = ("funnel", "sources", id_, "response"), {"source": id_}
    if response.table is None:
        points = tuple((Fraction(point.spend), Fraction(point.leads)) for point in response.gives)
    else:
        points = tuple((Fraction(point.spend), Fraction(point.response)) for point in plan.tables.get(id_, ()))
    if not any(spend for spend, _ in points):
        return Obstacle(path, "no_points", source)
    if response.covers is not None and plan.period is None:
        return Obstacle((*path, "covers"), "no_period", source)
    each = ONE
    if response.revenue is not None:
        if funnel.deal_size is None:
            return Obstacle((*path, "revenue"), "no_deal_size", source)
        each = 1 / funnel.deal_size.point
    times = ONE if response.covers is None or plan.period is None else times_in(plan.period, response.covers)
    return tuple((spend * times, units * each * times) for spend, units in points)


def times_in(period: Period, length: Duration) -> Fraction:
    """How often a length of time goes into a period; months and years by the calendar."""
    if length.unit == "d":
        return Fraction(days_in(period), length.number)
    return periods_in(period, PERS[length.unit]) / length.number
