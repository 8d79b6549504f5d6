"""People who work for several plans at once, and how much of their time these want together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from roadmapctl.analysis.people.at_once import MANY, most_at_once
from roadmapctl.analysis.rollup.members import Member
from roadmapctl.model.organization import Person

ALL = Fraction(1)


@dataclass(frozen=True)
class Overwork:
    """A person of whom the plans want more than there is.

    `values` hold `person`, the first day of the worst stretch as `start` and its last one as `end`, and either the `share` of
    their time that the plans want together (1 is all of it) or the number of `tactics` that run at once.
    """

    members: tuple[Member, ...]
    values: dict[str, Any]


@dataclass(frozen=True)
class _Work:
    """What one plan wants of a person: a part of their time (None where it does not say) on the days its tactics run."""

    member: Member
    capacity: Fraction | None
    spans: tuple[tuple[date, date], ...]


def overworked(members: Sequence[Member]) -> Iterator[Overwork]:
    """People of the same id and name in two or more plans whose stated capacities pass 100 % on some day, or who answer for
    more than six tactics at once, where a plan states none."""
    works: dict[tuple[str, str | None], list[_Work]] = {}
    for member in members:
        for id, person in _people(member).items():
            spans = _spans(member, id)
            if spans:
                capacity = None if person.capacity is None else Fraction(person.capacity)
                works.setdefault((id, person.name), []).append(_Work(member, capacity, spans))
    for (id, _), found in works.items():
        if len(found) > 1:
            yield from _overwork(id, found)


def _people(member: Member) -> dict[str, Person]:
    organization = member.plan.organization
    return organization.people if organization is not None else {}


def _spans(member: Member, person: str) -> tuple[tuple[date, date], ...]:
    """The days of the tactics that somebody owns in a plan."""
    own = (tactic for tactic in member.plan.tactics.values() if tactic.owner == person)
    return tuple((t.start, t.end) for t in own if t.start is not None and t.end is not None and t.start <= t.end)


def _overwork(id: str, works: Sequence[_Work]) -> Iterator[Overwork]:
    if all(work.capacity is not None for work in works):
        worst = _worst_stretch(works)
        if worst is not None and worst.values["share"] > ALL:
            yield Overwork(worst.members, {"person": id, **worst.values})
        return
    number, day = most_at_once(span for work in works for span in work.spans)
    there = tuple(work.member for work in works if any(start <= day <= end for start, end in work.spans))
    if number > MANY and len(there) > 1:
        yield Overwork(there, {"person": id, "tactics": number, "start": day, "end": day})


def _worst_stretch(works: Sequence[_Work]) -> Overwork | None:
    """The first of the longest stretches of days on which the plans together want most of the person's time."""
    edges = {day for work in works for start, end in work.spans for day in (start, end + timedelta(days=1))}
    worst: Overwork | None = None
    for start, after in zip(sorted(edges), sorted(edges)[1:], strict=False):
        there = [work for work in works if any(first <= start <= last for first, last in work.spans)]
        share = sum((work.capacity or Fraction(0) for work in there), Fraction(0))
        members = tuple(work.member for work in there)
        if worst is not None and share == worst.values["share"] and worst.values["end"] + timedelta(days=1) == start:
            worst.values["end"] = after - timedelta(days=1)
        elif worst is None or share > worst.values["share"]:
            worst = Overwork(members, {"share": share, "start": start, "end": after - timedelta(days=1)})
    return worst
