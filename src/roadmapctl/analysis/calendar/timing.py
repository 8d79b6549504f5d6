"""A funnel laid out in time: what every stage consists of, and when its deals are due."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from roadmapctl.analysis.calendar.dues import NONE, Dues, Shares, beside_others, by_season, days_of
from roadmapctl.analysis.calendar.netting import Cover, covers_of, groups_of
from roadmapctl.analysis.calendar.streams import Streams, streams_by_stage
from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.seasonality import Weights
from roadmapctl.model.time import Lag, Period

if TYPE_CHECKING:
    from roadmapctl.analysis.calendar.arrivals import EvenFlow


class Timing(NamedTuple):
    """A funnel's stages in time, top first: the planned deals each is needed for, what newly gets there, and all due dates.

    `even` is the flow of what comes anyway, where something does.
    """

    result: FunnelResult
    covers: tuple[Cover, ...]
    streams: tuple[Streams, ...]
    dues: Dues
    even: "EvenFlow | None"


def timing_of(result: FunnelResult, period: Period, lags: Sequence[Lag | None], weights: Weights) -> Timing:
    """The timing of a funnel; `lags` are the times from each stage to the next, top first."""
    covers = covers_of(result)
    streams = streams_by_stage(groups_of(result), covers)
    shares = by_season(period, weights)
    if not any(stream.anyway for stream in streams[-1]):
        return Timing(result, covers, streams, Dues(period, shares, lags), None)
    even = _even_flow(period, lags)
    return Timing(result, covers, streams, Dues(period, _beside(even, result, streams[-1], shares), lags), even)


def _even_flow(period: Period, lags: Sequence[Lag | None]) -> "EvenFlow":
    from roadmapctl.analysis.calendar.arrivals import EvenFlow  # rules ask for the timing of funnels that have none

    return EvenFlow(period, lags)


def _beside(even: "EvenFlow", result: FunnelResult, deals: Streams, shares: Shares) -> Shares:
    """When planned deals are due: when those that come anyway leave some open of what the season asks for."""
    last = result.stages[-1]
    if last.need == last.anyway:
        return shares
    days = days_of(even.period)
    come = [NONE] * len(days)
    for stream, units in deals.items():
        for number, part in enumerate(
            even.reached(stream.enters, len(result.stages) - 1, days) if stream.anyway else ()
        ):
            come[number] += units * part
    return beside_others(shares, last.need, [NONE, *come], last.need - last.anyway)
