"""What of this period's work is won only in the next one."""

from fractions import Fraction

from roadmapctl.analysis.calendar.arrivals import Forward
from roadmapctl.analysis.calendar.dues import NONE
from roadmapctl.analysis.calendar.rows import NextPeriod, Spill
from roadmapctl.analysis.calendar.streams import Streams
from roadmapctl.analysis.funnel.demand import Demand
from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.model.numbers import Step


def spill_of(result: FunnelResult, deals: Streams, forward: Forward, growth: Step | None) -> Spill:
    """What the streams that become deals bring after the period."""
    last = len(result.stages) - 1
    late = forward.arrivals(deals, last).after
    planned = {stream: units for stream, units in deals.items() if stream.planned}
    in_time = sum(forward.arrivals(planned, last).in_time, NONE)
    demand = result.demand
    revenue = demand.revenue
    value = None if revenue is None else revenue * late / demand.deals if demand.deals else NONE
    return Spill(
        deals=late,
        value=value,
        more=late / in_time if in_time else None if late else NONE,
        next=None if growth is None else _next(demand, late if demand.unit == "customers" else value, growth),
    )


def _next(demand: Demand, late: Fraction | None, growth: Step) -> NextPeriod:
    """The next target is this one, grown; what is late covers the part of it that it is worth."""
    step = Fraction(growth.value)
    target = demand.target * (1 + step) if growth.kind == "relative" else demand.target + step
    return NextPeriod(target, None if late is None or target <= 0 else late / target)
