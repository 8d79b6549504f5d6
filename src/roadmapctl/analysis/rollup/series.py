"""Series of events of several plans that run in the same weeks for the same people.

A series says its first day and its last, and how many events lie between them, not on which days: that two of them meet is
worth agreeing on, and nothing more can be said.
"""

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

from roadmapctl.analysis.parts.periods import overlap
from roadmapctl.analysis.programme.held import Held, events_of
from roadmapctl.analysis.rollup.members import Member
from roadmapctl.model.tactics import Tactic
from roadmapctl.model.time import Period


class Running(NamedTuple):
    """A series of one plan, the first event of another plan that is for the same people in its days, and how many there are
    besides; `days` are those that the two have in common."""

    members: tuple[Member, Member]
    series: Held
    event: Held
    more: int
    days: Period


def running_at_once(members: Sequence[Member]) -> Iterator[Running]:
    """Each series with each other plan that it meets; two series are told once, by the plan that stands first."""
    events = {
        member: [(held, days) for held in events_of(member.plan) if (days := days_of(held)) is not None]
        for member in members
    }
    for one, other in permutations(range(len(members)), 2):
        theirs = [(held, days) for held, days in events[members[other]] if one < other or held.number == 1]
        for series, days in events[members[one]]:
            met = _met(series, days, theirs) if series.number > 1 else []
            if met:
                event, both = met[0]
                yield Running((members[one], members[other]), series, event, len(met) - 1, both)


def _met(series: Held, days: Period, events: Sequence[tuple[Held, Period]]) -> list[tuple[Held, Period]]:
    """The events that a series meets, with the days that they have in common."""
    met = ((event, overlap(days, within)) for event, within in events if _meet(series, event))
    return [(event, both) for event, both in met if both is not None]


def days_of(held: Held) -> Period | None:
    """The days of a series, or the day of an event; None where none is said."""
    if held.first is None or held.last is None or (held.number == 1 and held.event.date is None):
        return None
    return Period(held.first, held.last)


def _meet(one: Held, other: Held) -> bool:
    """Are they for the same people, two events and not one that both plans hold, and on no day that is known of both?"""
    is_one = one.id == other.id and one.tactic.name == other.tactic.name
    known = one.event.date is not None and one.event.date == other.event.date
    return not is_one and not known and same_audience(one.tactic, other.tactic)


def same_audience(one: Tactic, other: Tactic) -> bool:
    """Are two tactics for the same segment, or in the same channel where one of them names no segment?"""
    channel = one.channel is not None and one.channel == other.channel
    return (one.segment is not None and one.segment == other.segment) or (
        channel and None in (one.segment, other.segment)
    )
