"""Where plans that share out a wider one get into each other's way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import combinations
from typing import Any, Literal, NamedTuple

from roadmapctl.analysis.parts.periods import overlap
from roadmapctl.analysis.rollup.budget import budget_sum
from roadmapctl.analysis.rollup.goals import goal_sums
from roadmapctl.analysis.rollup.members import Member, Share
from roadmapctl.analysis.rollup.people import overworked
from roadmapctl.analysis.rollup.series import Running, running_at_once, same_audience
from roadmapctl.model.tactics import Tactic
from roadmapctl.model.time import Period

Severity = Literal["error", "warning", "info"]

ORDER: tuple[Severity, ...] = ("error", "warning", "info")

Kind = Literal[
    "over_budget", "given_twice", "same_time", "perhaps_same_time", "same_tactic", "overworked", "same_audience", "same_day",
    "same_weeks",
    "goal_by_nobody", "metric_differs",
]  # fmt: skip

SEVERITIES: Mapping[Kind, Severity] = {
    "over_budget": "error",
    "given_twice": "error",
    "same_time": "error",
    "perhaps_same_time": "warning",
    "same_tactic": "error",
    "overworked": "warning",
    "same_audience": "warning",
    "same_day": "info",
    "same_weeks": "info",
    "goal_by_nobody": "warning",
    "metric_differs": "warning",
}


@dataclass(frozen=True)
class Clash:
    """A clash between `members`. `values` are raw: money in the plans' currency, shares as parts of 1, dates, ids."""

    kind: Kind
    members: tuple[Member, ...]
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """How much it matters: an error is money that is there once and claimed twice."""
        return SEVERITIES[self.kind]


def clashes(share: Share) -> Iterator[Clash]:
    """All clashes between the members of one way to share out a plan."""
    yield from _over_budget(share)
    yield from _same_time(share)
    for one, other in combinations(share.members, 2):
        yield from _same_tactics(one, other)
    yield from _metrics(share)
    yield from (Clash("overworked", load.members, load.values) for load in overworked(share.members))
    yield from _events(share)
    yield from map(_running, running_at_once(share.members))


def _over_budget(share: Share) -> Iterator[Clash]:
    found = budget_sum(share)
    if found.left is not None and found.left < 0:
        values = {"total": found.total, "whole": found.whole, "over": -found.left}
        yield Clash("over_budget", share.members, values)


def _same_time(share: Share) -> Iterator[Clash]:
    """Plans of one line that plan the same days. Without units it may be that they are of two, and nobody has said so."""
    for members in share.lines().values():
        for one, other in combinations(members, 2):
            both = _both(one, other)
            if both is not None:
                sure = one.plan.unit is not None or one.plan.name == other.plan.name
                yield Clash(
                    "same_time" if sure else "perhaps_same_time", (one, other), {"start": both.start, "end": both.end}
                )


def _both(one: Member, other: Member) -> Period | None:
    if one.plan.period is None or other.plan.period is None:
        return None
    return overlap(one.plan.period, other.plan.period)


def _same_tactics(one: Member, other: Member) -> Iterator[Clash]:
    """Tactics that both plans hold alike and both pay for."""
    for id, tactic in one.plan.tactics.items():
        twin = other.plan.tactics.get(id)
        if twin is not None and tactic.budget and _alike(tactic, twin):
            yield Clash("same_tactic", (one, other), {"tactic": id, "budget": Fraction(tactic.budget)})


def _alike(one: Tactic, other: Tactic) -> bool:
    return (one.name, one.start, one.end, one.budget) == (other.name, other.start, other.end, other.budget)


def _metrics(share: Share) -> Iterator[Clash]:
    """Goals that cannot be added up, for a member counts their metric otherwise."""
    for found in goal_sums(share):
        if found.others:
            yield Clash("metric_differs", found.others, {"goal": found.id, "metric": found.goal.metric})


class _Event(NamedTuple):
    member: Member
    id: str
    tactic: Tactic


def _events(share: Share) -> Iterator[Clash]:
    """Events of two plans on one day: for the same people through the same channel, or at least on the same day."""
    days: dict[date, list[_Event]] = {}
    for member in share.members:
        for id, tactic in member.plan.tactics.items():
            if tactic.event is not None and tactic.event.date is not None:
                days.setdefault(tactic.event.date, []).append(_Event(member, id, tactic))
    for day, events in sorted(days.items()):
        for one, other in combinations(events, 2):
            if one.member != other.member and not _is_one(one, other):
                yield _on_one_day(day, one, other)


def _is_one(one: _Event, other: _Event) -> bool:
    """Is it one event that both plans hold alike?"""
    return one.id == other.id and one.tactic.name == other.tactic.name


def _on_one_day(day: date, one: _Event, other: _Event) -> Clash:
    kind: Kind = "same_audience" if same_audience(one.tactic, other.tactic) else "same_day"
    names = {"event": one.tactic.name or one.id, "other": other.tactic.name or other.id}
    audience = {"channel": one.tactic.channel, "segment": one.tactic.segment}
    return Clash(kind, (one.member, other.member), {"day": day, **names, **audience})


def _running(found: Running) -> Clash:
    names = {"event": found.series.tactic.name or found.series.id, "other": found.event.tactic.name or found.event.id}
    days = {"start": found.days.start, "end": found.days.end}
    audience = {"channel": found.series.tactic.channel, "segment": found.series.tactic.segment}
    return Clash("same_weeks", found.members, {**names, "more": found.more, **days, **audience})
