"""Which planned tactics a request would displace: those whose loss costs the goals least."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from roadmapctl.analysis.rounding import summed
from roadmapctl.analysis.triage.aims import Aim, Moved, meant_for, moved, planned_towards
from roadmapctl.analysis.triage.least_loss import Item, least_loss
from roadmapctl.analysis.triage.request import Request
from roadmapctl.analysis.triage.room import Hands, Money, owned_in
from roadmapctl.model import Plan
from roadmapctl.model.tactics import Tactic


@dataclass(frozen=True)
class GivenUp:
    """A tactic that is given up from a day on: the `part` of its days that is still to come, the money and hands that frees.

    `lost` is what it would have brought its goals in those days; contributions are spread evenly over a tactic's days.
    """

    id: str
    part: Fraction
    money: Fraction
    lost: tuple[Moved, ...]


@dataclass(frozen=True)
class Balance:
    """What the exchange does to a goal, in its metric's unit: `planned` now, `lost` by what makes way, `gained` by the request."""

    aim: Aim
    planned: Fraction
    lost: Fraction
    gained: Fraction

    @property
    def after(self) -> Fraction:
        """What is planned then."""
        return self.planned - self.lost + self.gained

    @property
    def missing_before(self) -> Fraction:
        """The part of the goal's way that no tactic covers now."""
        return max(Fraction(0), self.aim.way - self.planned) / self.aim.way

    @property
    def missing_after(self) -> Fraction:
        """The part of the goal's way that no tactic covers then."""
        return max(Fraction(0), self.aim.way - self.after) / self.aim.way


@dataclass(frozen=True)
class Displacement:
    """What makes way, and what every goal that loses or gains has of it. `proved`: nothing that frees enough costs the goals less.

    It pays where less of the goals' ways is missing afterwards, or as much, and they gain more than they lose.
    """

    tactics: tuple[GivenUp, ...]
    goals: tuple[Balance, ...]
    proved: bool

    @property
    def freed(self) -> Fraction:
        """The money."""
        return summed(one.money for one in self.tactics)

    @property
    def loss(self) -> Fraction:
        """What the goals lose, as parts of their ways, added up."""
        return summed(one.lost / one.aim.way for one in self.goals)

    @property
    def gain(self) -> Fraction:
        """What the goals gain, as parts of their ways, added up."""
        return summed(one.gained / one.aim.way for one in self.goals)

    @property
    def before(self) -> Fraction:
        """What is missing of the goals' ways now, added up."""
        return summed(one.missing_before for one in self.goals)

    @property
    def after(self) -> Fraction:
        """What is missing of the goals' ways then, added up."""
        return summed(one.missing_after for one in self.goals)

    @property
    def pays(self) -> bool:
        """Do the goals gain by the exchange?"""
        return (self.after, self.loss) < (self.before, self.gain)


@dataclass(frozen=True)
class Candidates:
    """The tactics that could make way, and those of which nobody said what they bring, which cannot be held against anything."""

    known: tuple[GivenUp, ...]
    unpriced: tuple[str, ...]


def candidates(plan: Plan, as_of: date) -> Candidates:
    """The tactics that have days left on `as_of`, that day included."""
    left = {id_: _part_left(tactic, as_of) for id_, tactic in plan.tactics.items()}
    open_ = {id_: plan.tactics[id_] for id_, part in left.items() if part > 0}
    known = (_given_up(plan, id_, tactic, left[id_]) for id_, tactic in open_.items() if tactic.contributes)
    return Candidates(tuple(known), tuple(id_ for id_, tactic in open_.items() if not tactic.contributes))


def _part_left(tactic: Tactic, as_of: date) -> Fraction:
    """The part of a tactic's days that lies on or after a day; all of it where it has not begun or has no days."""
    if tactic.end is not None and tactic.end < as_of:
        return Fraction(0)
    if tactic.start is None or tactic.end is None or tactic.start >= as_of:
        return Fraction(1)
    return Fraction((tactic.end - as_of).days + 1, (tactic.end - tactic.start).days + 1)


def _given_up(plan: Plan, id_: str, tactic: Tactic, part: Fraction) -> GivenUp:
    lost = moved(plan, tactic.contributes, meant_for(plan, tactic))
    money = Fraction(tactic.budget or 0) * part
    return GivenUp(id_, part, money, tuple(Moved(one.aim, one.amount * part) for one in lost))


def displacement(
    plan: Plan, request: Request, money: Money, hands: Hands, found: Candidates, gained: Sequence[Moved]
) -> Displacement | None:
    """The tactics that free the money and the hands that are missing, and whose loss costs the goals least.

    A tactic falls with one that it waits for. None where nothing is missing, or where all of them together are not enough.
    """
    days = _full_days(plan, hands, request)
    needs = [money.short, *(Fraction(excess) for excess in days.values())]
    if not any(needs):
        return None
    open_ = tuple(_droppable(plan, found))
    goals = _balances(plan, open_, gained)
    waiting = _waiting(plan)
    items = [_item(plan.tactics[one.id], one, _runs_of(request, days), goals, waiting) for one in open_]
    slacks = [max(Fraction(0), one.after - one.aim.way) / one.aim.way for one in goals]
    least = least_loss(items, needs, slacks)
    if least is None:
        return None
    tactics = tuple(one for one in open_ if one.id in least.ids)
    return Displacement(tactics, tuple(_touched(goals, tactics)), least.proved)


def _balances(plan: Plan, open_: Sequence[GivenUp], gained: Sequence[Moved]) -> tuple[Balance, ...]:
    """Every goal that could lose or will gain, those that gain first, before anything makes way."""
    aims = dict.fromkeys(moved.aim for moved in (*gained, *(moved for one in open_ for moved in one.lost)))
    by_aim = {moved.aim: moved.amount for moved in gained}
    return tuple(Balance(aim, planned_towards(plan, aim), Fraction(0), by_aim.get(aim, Fraction(0))) for aim in aims)


def _touched(goals: Iterable[Balance], tactics: Sequence[GivenUp]) -> Iterator[Balance]:
    for one in goals:
        lost = summed(moved.amount for tactic in tactics for moved in tactic.lost if moved.aim == one.aim)
        if lost or one.gained:
            yield replace(one, lost=lost)


def _droppable(plan: Plan, found: Candidates) -> Iterator[GivenUp]:
    """Those that drag nothing along of which nobody said what it brings."""
    waiting = _waiting(plan)
    unpriced = set(found.unpriced)
    return (one for one in found.known if not unpriced & _behind(one.id, waiting))


Runs = Callable[[Tactic], tuple[Fraction, ...]]
"""Of a tactic, 1 for each full day on which it runs and is its owner's."""


def _runs_of(request: Request, days: Mapping[date, int]) -> Runs:
    def runs(tactic: Tactic) -> tuple[Fraction, ...]:
        return tuple(Fraction(_runs(tactic, day) and tactic.owner == request.owner) for day in days)

    return runs


def _item(tactic: Tactic, one: GivenUp, runs: Runs, goals: Sequence[Balance], waiting: Mapping[str, set[str]]) -> Item:
    lost = {moved.aim: max(Fraction(0), moved.share) for moved in one.lost}
    losses = tuple(lost.get(goal.aim, Fraction(0)) for goal in goals)
    return Item(one.id, losses, (one.money, *runs(tactic)), frozenset(waiting.get(one.id, ())))


def _runs(tactic: Tactic, day: date) -> bool:
    return tactic.start is not None and tactic.end is not None and tactic.start <= day <= tactic.end


def _waiting(plan: Plan) -> dict[str, set[str]]:
    """By tactic, those that wait for it."""
    found: dict[str, set[str]] = {}
    for id_, tactic in plan.tactics.items():
        for earlier in tactic.after:
            found.setdefault(earlier, set()).add(id_)
    return found


def _behind(id_: str, waiting: Mapping[str, set[str]]) -> set[str]:
    """All that waits for a tactic, at once or over others."""
    found: set[str] = set()
    open_ = [id_]
    while open_:
        for other in waiting.get(open_.pop(), ()):
            if other not in found:
                found.add(other)
                open_.append(other)
    return found


def _full_days(plan: Plan, hands: Hands, request: Request) -> dict[date, int]:
    """The days of the request on which its owner has too much, and how many tactics too many: first days are enough to look at."""
    if hands.owner is None or not hands.short or request.span is None:
        return {}
    spans = dict(owned_in(plan, hands.owner.person, request.span))
    starts = sorted({start for start, _ in spans.values()})
    running = {day: sum(start <= day <= end for start, end in spans.values()) for day in starts}
    return {day: count + 1 - hands.owner.limit for day, count in running.items() if count >= hands.owner.limit}
