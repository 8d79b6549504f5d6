"""Events on the calendar, or a source's units, as far as its capacity lets them be held."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
from math import floor
from typing import Literal, NamedTuple

from roadmapctl.analysis.calendar.rows import Calendar, SourceCalendar, WholeRow, in_whole
from roadmapctl.analysis.calendar.spans import By, Span, end_of
from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.funnel.sources import SourceResult
from roadmapctl.analysis.schedule import periods_in
from roadmapctl.model import Plan
from roadmapctl.model.funnel_values import UnitsPer
from roadmapctl.model.time import Period

NONE = Fraction(0)
LENGTHS = ("week", "month", "quarter", "year")
MOST_DAYS_OF_A_WINDOW = 366
"""A window of one day carries so small a part of a year's capacity."""


class Window(NamedTuple):
    """Spans (from the number `first` to `last`) that share a capacity: events or units `due` there, and those `placed` there."""

    first: int
    last: int
    capacity: int | None
    due: int
    placed: int

    @property
    def over(self) -> int:
        """How many more are due there than it can carry."""
        return 0 if self.capacity is None else max(0, self.due - self.capacity)


class Placement(NamedTuple):
    """Whole events or units of a source on the calendar; rows have one entry for each span.

    `late` are due before the period begins, `due` in each span. `in_time` are held where they are due or, where that
    is full, as little earlier as can be; `behind` later than that, as soon as there is room, up to the day
    `useful_until`, after which a unit hardly becomes a deal in the period; `unplaced` find no room. `enough` is the
    smallest capacity with which all of them find some, where it is short and one would be.
    """

    source: str
    counts: Literal["events", "units"]
    late: int
    due: WholeRow
    windows: tuple[Window, ...]
    in_time: WholeRow
    behind: WholeRow
    unplaced: int
    useful_until: date
    enough: UnitsPer | None

    @property
    def total(self) -> int:
        """All events or units that the source has to bring."""
        return self.late + sum(self.due)

    @property
    def held(self) -> WholeRow:
        """All that are held, by span."""
        return tuple(a + b for a, b in zip(self.in_time, self.behind, strict=True))


def placements(plan: Plan, result: FunnelResult, calendar: Calendar) -> tuple[Placement, ...]:
    """The sources of a plan that hold events or have a capacity, on its calendar."""
    capacities = {} if plan.funnel is None else {id_: source.capacity for id_, source in plan.funnel.sources.items()}
    rows = {row.id: row for row in calendar.sources}
    days = {stage.id: stage.last_useful_date or calendar.period.end for stage in result.stages}
    return tuple(
        placed(source, rows[source.id], calendar, capacities.get(source.id), days[source.feeds])
        for source in result.sources
        if source.events is not None or source.capacity is not None
    )


def placed(
    source: SourceResult, row: SourceCalendar, calendar: Calendar, capacity: UnitsPer | None, useful_until: date
) -> Placement:
    """A source on the calendar. What is due in a span may be held in it or before, at most as many as its window carries."""
    events = source.events
    total = source.units_whole if events is None else events.events_whole
    late, *due = in_whole(total, (row.late, *row.units))
    room = _Room(calendar, late, tuple(due), sum(span.start <= useful_until for span in calendar.spans))
    windows, in_time, behind, unplaced = room.held(capacity)
    return Placement(
        source=source.id,
        counts="units" if events is None else "events",
        late=late,
        due=tuple(due),
        windows=windows,
        in_time=in_time,
        behind=behind,
        unplaced=unplaced,
        useful_until=useful_until,
        enough=room.enough(capacity) if capacity is not None and unplaced else None,
    )


class _Held(NamedTuple):
    windows: tuple[Window, ...]
    in_time: WholeRow
    behind: WholeRow
    unplaced: int


class _Room(NamedTuple):
    """What is to be held, of which only the first `useful` spans can take what is late."""

    calendar: Calendar
    late: int
    due: WholeRow
    useful: int

    def held(self, capacity: UnitsPer | None) -> _Held:
        windows = tuple(_windows(self.calendar, self.due, capacity))
        in_time, missing = _backwards(self.due, windows)
        behind, unplaced = _forwards(self.late + missing, in_time, windows, self.useful)
        held = [a + b for a, b in zip(in_time, behind, strict=True)]
        windows = tuple(w._replace(placed=sum(held[w.first : w.last + 1])) for w in windows)
        return _Held(windows, tuple(in_time), tuple(behind), unplaced)

    def enough(self, capacity: UnitsPer) -> UnitsPer | None:
        """The smallest capacity that leaves nothing unplaced, by halving; None where none does."""
        low, high = capacity.number, MOST_DAYS_OF_A_WINDOW * (self.late + sum(self.due))
        if self.held(capacity._replace(number=high)).unplaced:
            return None
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.held(capacity._replace(number=middle)).unplaced else (low, middle)
        return capacity._replace(number=high)


def _windows(calendar: Calendar, due: Sequence[int], capacity: UnitsPer | None) -> Iterator[Window]:
    """The spans by the month, quarter… their capacity is for; a shorter one than a span is added up within it.

    Windows that are cut carry their part; rounded down over the period so far, so that together they carry what
    the period does.
    """
    first, carried = 0, 0
    for last, periods in _shared(calendar.spans, calendar.period, None if capacity is None else capacity.per):
        limit = None
        if capacity is not None:
            total = floor(capacity.number * periods)
            limit, carried = total - carried, total
        yield Window(first, last, limit, sum(due[first : last + 1]), 0)
        first = last + 1


@lru_cache  # the same for all sources
def _shared(spans: tuple[Span, ...], period: Period, per: str | None) -> tuple[tuple[int, Fraction], ...]:
    """The number of the last span of each window, and how many weeks, months… of capacity there are until its end."""
    lasts = _last_spans(spans, per)
    if per is None:
        return tuple((last, NONE) for last in lasts)
    ends = ((last, _window_end(spans[last], per, period)) for last in lasts)
    return tuple((last, periods_in(Period(period.start, end), per)) for last, end in ends)


def _last_spans(spans: Sequence[Span], per: str | None) -> Iterator[int]:
    """The number of the last span of each window; a week belongs to the month in which it begins."""
    for number, span in enumerate(spans):
        following = spans[number + 1 : number + 2]
        if not following or per is None or _is_longer(span.by, per) or following[0].start > _end(span.start, per):
            yield number


def _is_longer(by: By, per: str) -> bool:
    return LENGTHS.index(by) >= LENGTHS.index(per)


def _end(day: date, per: str) -> date:
    return next(end_of(day, length) for length in ("week", "month", "quarter", "year") if length == per)


def _window_end(span: Span, per: str, period: Period) -> date:
    return min(span.end if _is_longer(span.by, per) else _end(span.start, per), period.end)


def _backwards(due: Sequence[int], windows: Sequence[Window]) -> tuple[list[int], int]:
    """Each as late as its own date and the rooms allow; and the number of those that find no room in time.

    From the last span back, what a window cannot carry waits for room in an earlier one: no other order places
    more in time.
    """
    held, waiting = [0] * len(due), 0
    for window in reversed(windows):
        room = window.capacity
        for number in range(window.last, window.first - 1, -1):
            waiting += due[number]
            held[number] = waiting if room is None else min(waiting, room)
            waiting -= held[number]
            room = None if room is None else room - held[number]
    return held, waiting


def _forwards(rest: int, held: Sequence[int], windows: Sequence[Window], useful: int) -> tuple[list[int], int]:
    """The rest in the first rooms that are left in the first `useful` spans; and the number of those that find none."""
    behind = [0] * len(held)
    for window in windows:
        if window.first < useful:
            room = rest if window.capacity is None else window.capacity - sum(held[window.first : window.last + 1])
            behind[window.first] = min(rest, room)
            rest -= behind[window.first]
    return behind, rest
