"""How many units come through in time, where the time they take varies."""

from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from math import ceil

from roadmapctl.analysis.funnel.lags import MAX_CELLS, SCALE_BITS, convolved, lognormal, masses
from roadmapctl.analysis.schedule import days_in
from roadmapctl.model.time import Lag, Period, SpreadLag


def shares_in_time(
    lags: Sequence[Lag | None], last_days: Sequence[date | None], period: Period
) -> tuple[tuple[float, float], ...]:
    """For each stage, top first, the share of units that become customers within the period: of those in hand when it begins, and
    of new ones, which enter evenly from its first day to the last on which nine of ten still come through.

    `lags` are the times from each stage to the next; each unit takes its own.
    """
    days = days_in(period)
    step = max(1.0, days / MAX_CELLS)
    cells = ceil(days / step) + 1
    arriving = [1 << SCALE_BITS] + [0] * (cells - 1)
    found: list[tuple[float, float]] = []
    for number in range(len(lags), -1, -1):
        if number < len(lags):
            arriving = _later(arriving, lags[number], step)
        by_day = [part / (1 << SCALE_BITS) for part in accumulate(arriving)]
        last = last_days[number]
        open_days = 0 if last is None else min(max(0, (last - period.start).days), days - 1)
        first, final = cells - 1 - round(open_days / step), cells - 1
        of_new = by_day[max(0, first) : final + 1]
        found.append((by_day[final], sum(of_new) / len(of_new)))
    return tuple(reversed(found))


def _later(arriving: list[int], lag: Lag | None, step: float) -> list[int]:
    if lag is None:
        return arriving
    if isinstance(lag, SpreadLag):
        return convolved(arriving, masses(lognormal(lag), len(arriving), step))
    cells = round(float(lag.days) / step)
    return ([0] * cells + arriving)[: len(arriving)]
