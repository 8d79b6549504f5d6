"""The events that the funnel asks for, by size, on the calendar."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import accumulate, pairwise
from math import ceil
from typing import NamedTuple

from roadmapctl.analysis.calendar.placement import Placement
from roadmapctl.analysis.calendar.rows import Calendar, Row, WholeRow
from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.programme.sizes import Size, sizes
from roadmapctl.analysis.rounding import summed
from roadmapctl.model import Plan

HALF = Fraction(1, 2)


class Needed(NamedTuple):
    """Events of one size. Rows have one entry a span and are empty without a calendar.

    `exact` is the exact need, late events in the first span; `whole` the same in whole events, as the calendar places those
    of their source, and `no_room` those that find no room there in time: with them they sum to the size's whole number.
    """

    size: Size
    exact: Row
    whole: WholeRow
    no_room: int


def needed_events(
    plan: Plan, result: FunnelResult, calendar: Calendar | None, placed: Sequence[Placement]
) -> tuple[Needed, ...]:
    """The need of every size of every source that holds events, which are `placed` on the calendar."""
    places = {one.source: one for one in placed}
    shares = {} if calendar is None else {row.id: _shares(row.entering) for row in calendar.sources}
    groups: dict[str, list[Size]] = {}
    for size in sizes(plan, result):
        groups.setdefault(size.source, []).append(size)
    return tuple(
        need for id_, group in groups.items() for need in _of_source(group, places.get(id_), shares.get(id_, ()))
    )


def late_events(placed: Sequence[Placement]) -> Mapping[str, int]:
    """Whole events that were due before the period begins, by source; sources without any are left out."""
    return {one.source: one.late for one in placed if one.counts == "events" and one.late}


def _shares(row: Row) -> Row:
    total = summed(row)
    return tuple(part / total for part in row) if total else row


def _of_source(group: Sequence[Size], placed: Placement | None, shares: Row) -> list[Needed]:
    if placed is None:
        return [Needed(size, (), (), 0) for size in group]
    left, found = (*placed.held, placed.unplaced), []
    for size in group:
        taken = evenly(size.events_whole, left)
        left = tuple(all_ - part for all_, part in zip(left, taken, strict=True))
        *whole, no_room = taken
        found.append(Needed(size, tuple(size.events * share for share in shares), tuple(whole), no_room))
    return found


def evenly(number: int, row: Sequence[int]) -> WholeRow:
    """`number` of the events in a row, at most all of them, as evenly among them as can be; never more of a span than it has.

    Those among the first C of all H are ⌈number·C/H − ½⌉: the i-th is the one at (i − ½)/number of the way.
    """
    whole = sum(row)
    up_to = (ceil(Fraction(number * so_far, whole) - HALF) if whole else 0 for so_far in accumulate(row))
    return tuple(after - before for before, after in pairwise((0, *up_to)))
