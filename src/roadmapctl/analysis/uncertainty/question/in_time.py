"""How many units come through in time, where the time they take varies."""

from collections.abc import Sequence
from typing import NamedTuple

from roadmapctl.analysis.calendar.arrivals import EvenFlow, Forward
from roadmapctl.analysis.calendar.timing import timing_of
from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.seasonality import Weights
from roadmapctl.model.time import Lag, Period


class InTime(NamedTuple):
    """Of a stage's units, the shares of those that become customers at all which do so within the period."""

    in_hand: float
    new: float


def shares_in_time(
    result: FunnelResult, period: Period, lags: Sequence[Lag | None], weights: Weights
) -> tuple[InTime, ...]:
    """For each stage, top first; each unit takes its own time.

    Units in hand set out when the period begins. New ones enter as the plan's calendar has them: those that are planned when their
    deals ask for it, those that come anyway evenly. `lags` are the times from each stage to the next.
    """
    timing = timing_of(result, period, lags, weights)
    even = timing.even or EvenFlow(period, lags)
    forward, last = Forward(timing.dues, even, [period.end]), len(result.stages) - 1
    found: list[InTime] = []
    for number in range(last + 1):
        entering = {
            stream: units
            for stream, units in timing.streams[-1].items()
            if stream.enters == number and (stream.planned or stream.anyway)
        }
        arrived, deals = sum(forward.arrivals(entering, last).in_time), sum(entering.values())
        in_hand = even.journeys.between(number, last).part_by(period.end, period.start)
        found.append(InTime(in_hand, float(arrived / deals) if deals else 1.0))
    return tuple(found)
