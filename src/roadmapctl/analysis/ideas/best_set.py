"""The best of several things that can only be had whole, under two limits: the 0/1 knapsack problem, solved exactly.

By branch and bound (Land and Doig, 1960): whatever is still open is bounded from above by the fractional knapsack (Dantzig, 1957)
under one limit that weighs both together, with the weights that bound best at the start. Everything is counted in whole numbers.
"""

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate
from math import lcm
from typing import NamedTuple

PATIENCE = 200_000
"""Open questions that are looked at before the best set so far is given, with a bound on what a better one could bring."""
MIXES = 16
"""So many ways of weighing the two limits against each other are tried."""

Row = tuple[int, int, int, int]
"""Gain, cost, effort, and the item's number."""


class Item(NamedTuple):
    """Something that is taken whole or not at all; all three are 0 or more."""

    value: Fraction
    cost: Fraction
    effort: Fraction


class BestSet(NamedTuple):
    """The positions of what is taken, in order. No set that fits has more value than `bound`; `proved`: this one has it."""

    chosen: tuple[int, ...]
    value: Fraction
    bound: Fraction

    @property
    def proved(self) -> bool:
        """Is no other set better?"""
        return self.bound == self.value


def best_set(
    items: Sequence[Item], *, cost: Fraction | None, effort: Fraction | None, patience: int = PATIENCE
) -> BestSet:
    """The set of most value whose costs and efforts stay within the limits (None: no limit).

    Among sets of the same value the one of the least cost, and among those of the least effort. What has no value is left out.
    """
    candidates = [n for n, item in enumerate(items) if item.value > 0 and _fits(item, cost, effort)]
    if not candidates:
        return BestSet((), Fraction(0), Fraction(0))
    search = _Search([items[n] for n in candidates], cost, effort)
    chosen, bound = search.run(patience)
    picked = tuple(sorted(candidates[n] for n in chosen))
    return BestSet(picked, sum((items[n].value for n in picked), Fraction(0)), bound)


def _fits(item: Item, cost: Fraction | None, effort: Fraction | None) -> bool:
    return (cost is None or item.cost <= cost) and (effort is None or item.effort <= effort)


class _Node(NamedTuple):
    """An open question: which of the items from `position` on are taken, with `gain` taken already and so much room left."""

    bound: int
    position: int
    gain: int
    cost: int
    effort: int
    taken: "tuple[int, object] | None"


class _Search:
    """The items in whole numbers, in the order in which they are decided on: the best gain for the room they take first."""

    def __init__(self, items: Sequence[Item], cost: Fraction | None, effort: Fraction | None) -> None:
        values, self._unit = _whole([item.value for item in items])
        costs, self._cost = _limited([item.cost for item in items], cost)
        efforts, self._effort = _limited([item.effort for item in items], effort)
        # One number for what is wanted: value first, then little cost, then little effort.
        per_cost, per_effort = sum(costs) + 1, sum(efforts) + 1
        self._scale = per_cost * per_effort
        rows = zip(values, costs, efforts, strict=True)
        self._rows = [((v * per_cost - c) * per_effort - e, c, e, n) for n, (v, c, e) in enumerate(rows)]
        self._weigh()

    def _weigh(self) -> None:
        """Set the weights of the two limits, of those tried the pair that bounds best."""
        cost, effort = self._cost or 1, self._effort or 1
        tried = [(mix * effort, (MIXES - mix) * cost) for mix in range(MIXES + 1)]
        self._order(*min(tried, key=self._root))

    def _root(self, weights: tuple[int, int]) -> int:
        self._order(*weights)
        return self._bound(0, 0, self._cost, self._effort)

    def _order(self, of_cost: int, of_effort: int) -> None:
        self._of_cost, self._of_effort = of_cost, of_effort
        self._rows.sort(key=self._place)
        self._gains = [0, *accumulate(row[0] for row in self._rows)]
        self._rooms = [0, *accumulate(map(self._room, self._rows))]

    def _room(self, row: Row) -> int:
        return row[1] * self._of_cost + row[2] * self._of_effort

    def _place(self, row: Row) -> tuple[bool, Fraction, int]:
        """What takes no room comes first, then by gain for the room, then in the order of the items."""
        room = self._room(row)
        return room > 0, Fraction(-row[0], room or 1), row[3]

    def _bound(self, position: int, gain: int, cost: int, effort: int) -> int:
        """The most that the items from a position on can add, if the last one could be had in part."""
        room = cost * self._of_cost + effort * self._of_effort + self._rooms[position]
        end = bisect_right(self._rooms, room, lo=position) - 1
        most = gain + self._gains[end] - self._gains[position]
        if end == len(self._rows):
            return most
        next_room = self._rooms[end + 1] - self._rooms[end]
        return most + self._rows[end][0] * (room - self._rooms[end]) // next_room

    def run(self, patience: int) -> tuple[tuple[int, ...], Fraction]:
        """What is taken, and the bound on the value of any set."""
        best = 0
        found: tuple[int, object] | None = None
        open_ = [_Node(self._bound(0, 0, self._cost, self._effort), 0, 0, self._cost, self._effort, None)]
        while open_ and patience:
            node = open_.pop()
            if node.bound <= best:
                continue
            patience -= 1
            if node.gain > best:
                best, found = node.gain, node.taken
            if node.position < len(self._rows):
                open_ += self._branches(node)
        most = max([best, *(node.bound for node in open_)])
        return _unwound(found), Fraction(-(-most // self._scale), self._unit)

    def _branches(self, node: _Node) -> list[_Node]:
        """Without the item at the position, and with it where it fits; the last one is looked at first."""
        gain, cost, effort, number = self._rows[node.position]
        after = node.position + 1
        bound = self._bound(after, node.gain, node.cost, node.effort)
        found = [_Node(bound, after, node.gain, node.cost, node.effort, node.taken)]
        if cost <= node.cost and effort <= node.effort:
            found.append(
                _Node(node.bound, after, node.gain + gain, node.cost - cost, node.effort - effort, (number, node.taken))
            )
        return found


def _whole(values: Sequence[Fraction]) -> tuple[list[int], int]:
    """The values as whole numbers of a common part, and how many such parts make 1."""
    unit = lcm(*(value.denominator for value in values))
    return [int(value * unit) for value in values], unit


def _limited(needs: Sequence[Fraction], limit: Fraction | None) -> tuple[list[int], int]:
    """Needs and their limit in whole numbers; without a limit all needs can be met."""
    numbers, _ = _whole([*needs, sum(needs, Fraction(0)) if limit is None else limit])
    return numbers[:-1], numbers[-1]


def _unwound(taken: object) -> tuple[int, ...]:
    numbers = []
    while isinstance(taken, tuple):
        number, taken = taken
        numbers.append(number)
    return tuple(sorted(numbers))
