"""One calendar of several plans: what happens when, in which of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from roadmapctl.analysis.programme.held import events_of
from roadmapctl.analysis.rollup.members import Member
from roadmapctl.analysis.rollup.series import days_of

Kind = Literal["tactic", "event", "milestone", "goal", "review"]
ORDER: tuple[Kind, ...] = ("tactic", "event", "milestone", "goal", "review")


@dataclass(frozen=True)
class Entry:
    """Something in the calendar. `members` are the plans it stands in: several for a tactic that was cut at a quarter's end."""

    kind: Kind
    id: str
    name: str | None
    start: date
    end: date
    members: tuple[Member, ...]


def calendar(members: Sequence[Member]) -> tuple[Entry, ...]:
    """The tactics, events, milestones, due goals and reviews of the plans by their first day.

    What several of them hold alike stands there once, and so does a tactic that goes on in another plan on the day after.
    """
    groups: dict[tuple[str, str, str | None, Member | None], list[Entry]] = {}
    for member in members:
        for entry in _of(member):
            own = member if entry.kind == "goal" else None  # each plan asks for its own part of it
            groups.setdefault((entry.kind, entry.id, entry.name, own), []).append(entry)
    entries = (entry for group in groups.values() for entry in _joined(group))
    return tuple(sorted(entries, key=lambda entry: (entry.start, ORDER.index(entry.kind), entry.end)))


def _joined(group: Iterable[Entry]) -> Iterator[Entry]:
    """Entries of one name, those of the same days and those that go on joined."""
    last: Entry | None = None
    for entry in sorted(group, key=lambda entry: (entry.start, entry.end)):
        if last is not None and (_same_days(last, entry) or _goes_on(last, entry)):
            members = tuple(dict.fromkeys((*last.members, *entry.members)))
            last = replace(last, end=max(last.end, entry.end), members=members)
            continue
        if last is not None:
            yield last
        last = entry
    if last is not None:
        yield last


def _same_days(one: Entry, other: Entry) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _goes_on(one: Entry, other: Entry) -> bool:
    return one.kind == "tactic" and other.start == one.end + timedelta(days=1)


def _of(member: Member) -> Iterator[Entry]:
    """Everything in a plan that has a day."""
    plan = member.plan
    for id, tactic in plan.tactics.items():
        start, end = tactic.start or tactic.end, tactic.end or tactic.start
        if start is not None and end is not None:
            yield Entry("tactic", id, tactic.name, start, max(start, end), (member,))
    for held in events_of(plan):
        if (days := days_of(held)) is not None:
            yield Entry("event", held.id, held.tactic.name, days.start, days.end, (member,))
    reviews = plan.measurement.reviews if plan.measurement is not None else {}
    dated: list[tuple[Kind, str, str | None, date | None]] = [
        *(("milestone", id, milestone.name, milestone.date) for id, milestone in plan.milestones.items()),
        *(("goal", id, goal.name, goal.due) for id, goal in plan.goals.items()),
        *(("review", id, None, review.date) for id, review in reviews.items()),
    ]
    for kind, id, name, day in dated:
        if day is not None:
            yield Entry(kind, id, name, day, day, (member,))
