"""What is left for a request: money that no tactic has, and people who have time in its weeks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from roadmapctl.analysis.people.at_once import limit, most_at_once
from roadmapctl.analysis.rounding import exact_sum
from roadmapctl.analysis.triage.request import Request
from roadmapctl.model import Plan
from roadmapctl.model.organization import Person

Days = tuple[date, date]


@dataclass(frozen=True)
class Money:
    """The plan's money. `left` is `budget` less what the tactics are planned to cost; None where the plan states no budget.

    `unpriced` are the tactics whose budget is not said, so that less may be left; `short` is what the request asks beyond `left`.
    """

    budget: Fraction | None
    planned: Fraction
    left: Fraction | None
    asked: Fraction | None
    unpriced: tuple[str, ...]

    @property
    def short(self) -> Fraction:
        """How much is missing; 0 where it is enough, or where that cannot be said."""
        if self.left is None or self.asked is None:
            return Fraction(0)
        return max(Fraction(0), self.asked - max(self.left, Fraction(0)))


def money(plan: Plan, request: Request) -> Money:
    """What the plan has left, and what the request asks for."""
    planned = exact_sum(tactic.budget for tactic in plan.tactics.values() if tactic.budget is not None)
    budget = None if plan.budget is None else Fraction(plan.budget)
    return Money(
        budget=budget,
        planned=planned,
        left=None if budget is None else budget - planned,
        asked=None if request.budget is None else Fraction(request.budget),
        unpriced=tuple(id_ for id_, tactic in plan.tactics.items() if tactic.budget is None),
    )


@dataclass(frozen=True)
class Load:
    """A person in the request's days: the most tactics at once (on `day` first), how many they can answer for, and the tactics."""

    person: str
    running: int
    limit: int
    day: date | None
    tactics: tuple[str, ...]

    @property
    def has_room(self) -> bool:
        """Is there room for one more?"""
        return self.running < self.limit


@dataclass(frozen=True)
class Hands:
    """Who would do it. `owner` is None where nobody is named or no days are said; `others` are those who have room in its days.

    `free_from` is the first day from which its owner has room for it, within the plan's period: None where it is not needed or
    there is none.
    """

    owner: Load | None
    others: tuple[Load, ...]
    free_from: date | None

    @property
    def short(self) -> bool:
        """Has its owner no room?"""
        return self.owner is not None and not self.owner.has_room


def hands(plan: Plan, request: Request) -> Hands:
    """The owner's load in the request's days, and who else has room."""
    people = plan.organization.people if plan.organization is not None else {}
    if request.span is None:
        return Hands(None, (), None)
    loads = [_load(plan, id_, person, request.span) for id_, person in people.items()]
    owner = next((load for load in loads if load.person == request.owner), None)
    others = tuple(load for load in loads if load.person != request.owner and load.has_room)
    free = None if owner is None or owner.has_room else _free_from(plan, owner, request.span)
    return Hands(owner, tuple(sorted(others, key=lambda load: load.running / load.limit)), free)


def _load(plan: Plan, id_: str, person: Person, days: Days) -> Load:
    owned = dict(owned_in(plan, id_, days))
    running, day = most_at_once(owned.values())
    return Load(id_, running, limit(person), day if owned else None, tuple(owned))


def owned_in(plan: Plan, person: str, days: Days) -> Iterator[tuple[str, Days]]:
    """The tactics that a person owns in these days, each with what of its own days lies in them."""
    for id_, tactic in plan.tactics.items():
        if tactic.owner == person and tactic.start is not None and tactic.end is not None:
            start, end = max(tactic.start, days[0]), min(tactic.end, days[1])
            if start <= end:
                yield id_, (start, end)


def _free_from(plan: Plan, owner: Load, days: Days) -> date | None:
    """The earliest later start that leaves its owner room, with as many days, within the plan's period."""
    length = days[1] - days[0]
    last = plan.period.end - length if plan.period is not None else date.max - length
    ends = {t.end for t in plan.tactics.values() if t.owner == owner.person and t.end is not None and t.end >= days[0]}
    spans = [span for _, span in owned_in(plan, owner.person, (days[0], date.max))]
    for start in (end + timedelta(days=1) for end in sorted(ends)):
        if start > last:
            return None
        window = (start, start + length)
        inside = (
            (max(first, start), min(end, window[1])) for first, end in spans if first <= window[1] and end >= start
        )
        if most_at_once(inside)[0] < owner.limit:
            return start
    return None
