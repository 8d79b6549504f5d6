"""The events that the funnel asks for, by size and by month, beside those on the calendar."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from roadmapctl.analysis.calendar.placement import placements
from roadmapctl.analysis.calendar.rows import Calendar, Row, WholeRow
from roadmapctl.analysis.calendar.spans import Span
from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.programme.held import Held, Spread, after, by_span, events_of
from roadmapctl.analysis.programme.needed import Needed, late_events, needed_events
from roadmapctl.analysis.programme.sizes import Size, sized
from roadmapctl.model import Plan


class SizePlan(NamedTuple):
    """Events of one size: needed, and planned. Rows have one entry a span and are empty without a calendar.

    `exact` is the exact need, `needed` the same in whole events and `no_room` those of them that find no room in time.
    `planned` are the plan's own, `outside` those of them that lie in no span; `late` of them, in a span or not, come after the
    last day on which a unit may enter and still become a customer in the period. `ids` are their tactics.
    """

    size: Size
    exact: Row
    needed: WholeRow
    no_room: int
    planned: WholeRow
    outside: int
    late: int
    ids: tuple[str, ...]

    @property
    def total(self) -> int:
        """All that are planned."""
        return sum(self.planned) + self.outside

    @property
    def in_time(self) -> int:
        """Those that come early enough for the period's target."""
        return self.total - self.late

    @property
    def missing(self) -> int:
        """How many fewer are planned in time than are needed."""
        return max(0, self.size.events_whole - self.in_time)

    @property
    def too_many(self) -> int:
        """How many more are planned in time than are needed."""
        return max(0, self.in_time - self.size.events_whole)

    @property
    def attendees(self) -> Fraction:
        """People who attend those in time."""
        return self.in_time * self.size.audience

    @property
    def registrants(self) -> Fraction | None:
        """People who register for those in time; None without a show rate."""
        each = self.size.no_shows
        return None if each is None else self.attendees + self.in_time * each

    @property
    def units(self) -> Fraction:
        """What those in time bring at the funnel's rates."""
        return self.in_time * self.size.units

    @property
    def behind(self) -> WholeRow:
        """By the end of each span: how many more were needed so far than are planned (below 0: fewer)."""
        return tuple(accumulate(a - b for a, b in zip(self.needed, self.planned, strict=True)))


class Programme(NamedTuple):
    """The year's events by size. `spans` are empty where no calendar can be made, and `no_calendar` says why.

    `beside` are events that belong to no source of the funnel; `late` whole events by source that were due before the
    period begins, which the calendar places as early as it can.
    """

    result: FunnelResult
    spans: tuple[Span, ...]
    sizes: tuple[SizePlan, ...]
    beside: tuple[Held, ...]
    late: Mapping[str, int]
    no_calendar: Infeasible | None = None

    def of(self, id_: str) -> SizePlan | None:
        """The size that a tactic's events are of."""
        return next((size for size in self.sizes if id_ in size.ids), None)


def plan_programme(plan: Plan, result: FunnelResult, made: Calendar | Infeasible) -> Programme:
    """The programme of a plan whose funnel is `result`, on the funnel's calendar where that can be `made`."""
    calendar = None if isinstance(made, Infeasible) else made
    spans = () if calendar is None else calendar.spans
    placed = () if calendar is None else placements(plan, result, calendar)
    members = _members(plan, result)
    days = {stage.id: stage.last_useful_date for stage in result.stages}
    counted = {held.id for group in members.values() for held in group}
    return Programme(
        result=result,
        spans=spans,
        sizes=tuple(
            _planned(need, members.get((need.size.source, need.size.tier), ()), spans, days.get(need.size.feeds))
            for need in needed_events(plan, result, calendar, placed)
        ),
        beside=tuple(held for held in events_of(plan) if held.id not in counted),
        late=late_events(placed),
        no_calendar=made if isinstance(made, Infeasible) else None,
    )


def _members(plan: Plan, result: FunnelResult) -> Mapping[tuple[str, str], Sequence[Held]]:
    """The plan's events by source and tier."""
    found: dict[tuple[str, str], list[Held]] = {}
    for held, size in sized(plan, result):
        found.setdefault((size.source, size.tier), []).append(held)
    return found


def _planned(need: Needed, members: Sequence[Held], spans: tuple[Span, ...], useful_until: date | None) -> SizePlan:
    spread = [by_span(held, spans) for held in members] or [Spread((0,) * len(spans), 0)]
    return SizePlan(
        size=need.size,
        exact=need.exact,
        needed=need.whole,
        no_room=need.no_room,
        planned=tuple(map(sum, zip(*(one.row for one in spread), strict=True))),
        outside=sum(one.outside for one in spread),
        late=sum(after(held, useful_until) for held in members),
        ids=tuple(held.id for held in members),
    )
