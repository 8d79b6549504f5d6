"""When the units of a stream reach a stage: exactly where no lag varies, by the chances of the lags where one does."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import accumulate, pairwise
from operator import sub
from typing import NamedTuple

from roadmapctl.analysis.calendar.dues import NONE, Dues, Shares, by_season, days_of
from roadmapctl.analysis.calendar.journeys import Journey, Journeys
from roadmapctl.analysis.calendar.streams import Stream, Streams
from roadmapctl.analysis.schedule import days_in
from roadmapctl.model.time import Lag, Period

MOST_GROUPS = 732
"""Where lags vary, the days of more than two years are taken together: what sets out on some days in a row arrives much alike."""
SCALE = 1 << 40


class Arrivals(NamedTuple):
    """Units by the span in which they reach a stage, and those that reach it after the period."""

    in_time: tuple[Fraction, ...]
    after: Fraction


class EvenFlow:
    """What comes anyway: as much in each month of a period."""

    def __init__(self, period: Period, lags: Sequence[Lag | None]) -> None:
        """The flow of a period through stages; `lags` are the times from each to the next, top first."""
        self.period = period
        self.journeys = Journeys(lags, days_in(period))
        self._days = days_of(period)
        self._shares = by_season(period, {})

    def reached(self, enters: int, stage: int, ends: Sequence[date]) -> Sequence[Fraction]:
        """The part that has reached a stage by the end of each of the days `ends`, of what enters at the stage `enters`."""
        journey = self.journeys.between(enters, stage)
        return _reached(self._shares, [journey.after(day) for day in self._days], journey, ends)


class Forward:
    """The funnel forwards: N_{k+1}(t) = r_k · Σ_u g_k(u)·N_k(t − u), stream by stream."""

    def __init__(self, dues: Dues, even: EvenFlow, ends: Sequence[date]) -> None:
        """The streams of planned deals and what comes anyway, seen by the last days of the spans of a period."""
        self._dues = dues
        self._even = even
        self._ends = ends

    def arrivals(self, streams: Streams, stage: int) -> Arrivals:
        """The units of the streams by the span in which they reach a stage."""
        reached = [NONE] * len(self._ends)
        for stream, units in streams.items():
            for number, part in enumerate(self._reached(stream, stage)):
                reached[number] += units * part
        in_time = (reached[0], *(after - before for before, after in pairwise(reached)))
        return Arrivals(in_time, sum(streams.values(), NONE) - reached[-1])

    def _reached(self, stream: Stream, stage: int) -> Sequence[Fraction]:
        """The part of the stream that has reached the stage by the end of each span."""
        if stream.anyway:
            return self._even.reached(stream.enters, stage, self._ends)
        journey = self._even.journeys.between(stream.enters, stage)
        days = self._days(stream, stage, journey)
        return _reached(lambda number: stream.deals.below(self._dues.shares(number)), days, journey, self._ends)

    def _days(self, stream: Stream, stage: int, journey: Journey) -> list[date]:
        """When the fixed lags of the units for the deals of each day are over.

        Those that can still set out in time get there when they are due, where no lag varies. The others set out
        on the period's first day.
        """
        start, entries = self._dues.period.start, self._dues.entries
        if journey.arrived:
            return [journey.after(max(date.fromordinal(day), start)) for day in entries[stream.enters]]
        late = self._dues.first_in_time(stream.enters)
        return [journey.after(start)] * late + [date.fromordinal(day) for day in entries[stage][late:]]


def _reached(shares: Shares, days: Sequence[date], journey: Journey, ends: Sequence[date]) -> Sequence[Fraction]:
    """What has arrived by each end of the `shares` by day, which are over the fixed lags by `days`."""
    ordered = list(accumulate(days, max))
    if journey.arrived:
        return _spread(shares, ordered, journey.arrived, ends)
    return [shares(bisect_right(ordered, end)) for end in ends]


def _spread(shares: Shares, days: Sequence[date], arrived: Sequence[float], ends: Sequence[date]) -> Sequence[Fraction]:
    """A sum over days of what sets out, times the part that the varying lags have let through since."""
    width = -(-len(days) // MOST_GROUPS)
    edges = [float(shares(number)) for number in (*range(0, len(days), width), len(days))]
    masses = list(map(sub, edges[1:], edges))
    starts = [days[min(at + width // 2, len(days) - 1)].toordinal() for at in range(0, len(days), width)]
    last = len(arrived) - 1
    found: list[Fraction] = []
    for end in map(date.toordinal, ends):
        moved = bisect_right(starts, end)
        total = sum(mass * arrived[min(end - day, last)] for mass, day in zip(masses[:moved], starts, strict=False))
        found.append(Fraction(min(max(round(total * SCALE), 0), SCALE), SCALE))
    return list(accumulate(found, max))
