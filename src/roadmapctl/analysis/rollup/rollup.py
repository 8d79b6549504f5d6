"""A wider plan and all that rolls up to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from roadmapctl.analysis.rollup.budget import BudgetSum, budget_sum, unplanned
from roadmapctl.analysis.rollup.calendar import Entry, calendar
from roadmapctl.analysis.rollup.clashes import ORDER, Clash, clashes
from roadmapctl.analysis.rollup.goals import GoalSum, goal_sums
from roadmapctl.analysis.rollup.members import Member, Share, shares
from roadmapctl.model.time import Period


@dataclass(frozen=True)
class ShareSum:
    """One way in which plans share out a wider one, added up. `unplanned` are stretches of time by line of plans."""

    share: Share
    budget: BudgetSum
    goals: tuple[GoalSum, ...]
    unplanned: dict[str, tuple[Period, ...]]
    calendar: tuple[Entry, ...]


@dataclass(frozen=True)
class Rollup:
    """A wider plan (None where there is none) and the plans that roll up to it."""

    whole: Member | None
    members: tuple[Member, ...]
    ways: tuple[ShareSum, ...]
    calendar: tuple[Entry, ...]
    clashes: tuple[Clash, ...]
    left_out: tuple[str, ...]
    """Tactics of the wider plan that no member holds, where its members hold any of them."""


def rollup(whole: Member | None, members: Sequence[Member], twice: Sequence[str] = ()) -> Rollup:
    """The members added up. All of them, and the wider plan, count in one currency; `twice` are files that were given twice."""
    ways = shares(None if whole is None else whole.plan, members)
    sums = tuple(ShareSum(way, budget_sum(way), goal_sums(way), unplanned(way), calendar(way.members)) for way in ways)
    again = [Clash("given_twice", tuple(m for m in members if m.file == file), {"file": file}) for file in twice]
    found = [*again, *(clash for way in ways for clash in clashes(way))]
    left_out = [Clash("goal_by_nobody", (), {"goal": id}) for id in _unserved(sums)]
    in_order = sorted((*found, *left_out), key=lambda clash: ORDER.index(clash.severity))
    return Rollup(whole, tuple(members), sums, calendar(members), tuple(in_order), _tactics_left(whole, members))


def _tactics_left(whole: Member | None, members: Sequence[Member]) -> tuple[str, ...]:
    held = {id for member in members for id in member.plan.tactics}
    own = {} if whole is None else whole.plan.tactics
    return tuple(id for id in own if id not in held) if held & own.keys() else ()


def _unserved(sums: Sequence[ShareSum]) -> list[str]:
    """Goals of the wider plan that no member serves, though all of the time until they are due is planned."""
    first, *others = (_left_out(each) for each in sums)
    return [id for id in first if all(id in other for other in others)]


def _left_out(each: ShareSum) -> list[str]:
    return [found.id for found in each.goals if found.state == "nobody"]
