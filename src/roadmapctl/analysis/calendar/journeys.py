"""How long units take from a stage to a later one."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from roadmapctl.analysis.funnel.lags import MAX_CELLS, SCALE_BITS, convolved, lognormal, masses
from roadmapctl.model.time import Duration, Lag, SpreadLag


class Journey(NamedTuple):
    """From one stage to a later one: first all fixed lags, by the calendar, then the sum of those that vary.

    `arrived` says which part of the units the varying ones have let through after 0, 1, 2… days; it is empty
    where none of them varies.
    """

    fixed: tuple[Duration, ...]
    arrived: Sequence[float]

    def after(self, day: date) -> date:
        """When the fixed lags of a unit are over that sets out on a day; the calendar's last day if it lies beyond that."""
        for lag in self.fixed:
            try:
                day = lag.after(day)
            except (OverflowError, ValueError):
                return date.max
        return day

    def part_by(self, end: date, start: date) -> float:
        """The part of what sets out on the day `start` that has arrived by the end of the day `end`."""
        left = (end - self.after(start)).days
        if left < 0 or not self.arrived:
            return float(left >= 0)
        return self.arrived[min(left, len(self.arrived) - 1)]


class Journeys:
    """The journeys between all stages, as far as a number of days reaches."""

    def __init__(self, lags: Sequence[Lag | None], days: int) -> None:
        """`lags` are the times from each stage to the next, top first."""
        self._lags = lags
        self._days = days
        self._step = max(1.0, days / MAX_CELLS)
        self._found: dict[tuple[int, int], list[int]] = {}
        self.between = cache(self._between)
        """The journey from the stage with one index to that with another."""

    def _between(self, stage: int, later: int) -> Journey:
        lags = self._lags[stage:later]
        varies = any(isinstance(lag, SpreadLag) for lag in lags)
        fixed = tuple(lag for lag in lags if isinstance(lag, Duration))
        return Journey(fixed, self._by_day(list(accumulate(self._sum(stage, later)))) if varies else ())

    def _sum(self, stage: int, later: int) -> list[int]:
        """The chances of the varying lags' sum, by cells of the grid; empty where none varies."""
        if stage == later:
            return []
        key = (stage, later)
        if key not in self._found:
            before, lag = self._sum(stage, later - 1), self._lags[later - 1]
            if isinstance(lag, SpreadLag):
                own = masses(lognormal(lag), int(self._days / self._step) + 2, self._step)
                before = convolved(before, own) if before else own
            self._found[key] = before
        return self._found[key]

    def _by_day(self, reached: Sequence[int]) -> list[float]:
        """What has arrived by the end of each day; those that take 0.5 to 1.5 days arrive on day 1."""
        whole = float(1 << SCALE_BITS)
        if self._step == 1:
            return [mass / whole for mass in reached]
        return [_read(reached, (day + 0.5) / self._step - 0.5) / whole for day in range(self._days + 1)]


def _read(reached: Sequence[int], at: float) -> float:
    """The sums at the ends of cells, read in between; the first cell, about 0, is half as long as the others."""
    if at < 0:
        return reached[0] * (1 + 2 * at)
    cell = min(int(at), len(reached) - 2)
    return reached[cell] + (reached[cell + 1] - reached[cell]) * (at - cell)
