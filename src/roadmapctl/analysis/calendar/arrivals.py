"""When the units of a stream reach a stage: exactly where no lag varies, by the chances of the lags where one does."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import accumulate, pairwise
from operator import sub
from typing import NamedTuple

from roadmapctl.analysis.calendar.dues import NONE, Dues, Shares, by_season, days_of
from roadmapctl.analysis.calendar.journeys import Journeys
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
        days = list(accumulate(map(journey.after, self._days), max))
        if journey.arrived:
            return _spread(self._shares, days, journey.arrived, ends)
        return [self._shares(bisect_right(days, end)) for end in ends]


class Forward:
    """The funnel forwards: N_{k+1}(t) = r_k · Σ_u g_k(u)·N_k(t − u), stream by stream."""

    def __init__(self, dues: Dues, even: EvenFlow, ends: Sequence[date]) -> None:
        """The streams of planned deals and what comes anyway, seen by the last days of the spans of a period."""
        self._dues = dues
        self._even = even
        self._ends = ends
        self._come_anyway = cache(self._of_anyway)  # the same for all streams from one stage to another
        self._fixed = cache(self._shares_there)
        self._days = cache(self._fixed_over)

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
            return self._come_anyway(stream.enters, stage)
        arrived = self._even.journeys.between(stream.enters, stage).arrived
        if not arrived:
            return [stream.deals.below(share) for share in self._fixed(stream.enters, stage)]
        days = self._days(stream.enters, stage)
        return _spread(lambda number: stream.deals.below(self._dues.shares(number)), days, arrived, self._ends)

    def _of_anyway(self, enters: int, stage: int) -> Sequence[Fraction]:
        return self._even.reached(enters, stage, self._ends)

    def _shares_there(self, enters: int, stage: int) -> Sequence[Fraction]:
        """The part of the planned deals whose units are there by the end of each span, where no lag varies.

        Those that can still set out in time get there when they are due. The others set out on the period's first day.
        """
        late, due = self._dues.first_in_time(enters), self._dues.entries[stage]
        first = self._even.journeys.between(enters, stage).after(self._dues.period.start)
        there = (0 if late and end < first else bisect_right(due, end.toordinal(), late) for end in self._ends)
        return [self._dues.shares(number) for number in there]

    def _fixed_over(self, enters: int, stage: int) -> list[date]:
        """When the fixed lags of the units for the deals of each day are over, where others vary."""
        journey, start = self._even.journeys.between(enters, stage), self._dues.period.start
        days = (journey.after(max(date.fromordinal(day), start)) for day in self._dues.entries[enters])
        return list(accumulate(days, max))


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
