"""What to give up so that enough is freed and least is lost: a small knapsack, searched exactly."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

MAX_WORK = 1_000_000
"""Looks at items before the search ends with the best it has found."""

Value = tuple[int, int, int]
"""What a choice is judged by, the smaller the better: what lies beyond the slacks, all that is lost, how many items."""


@dataclass(frozen=True)
class Item:
    """Something that can be given up: what each goal loses by it (0 or more), what it frees of each need, what falls with it."""

    id: str
    losses: tuple[Fraction, ...]
    frees: tuple[Fraction, ...]
    drags: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Least:
    """What to give up, in the items' order. `proved`: nothing that frees enough costs less."""

    ids: tuple[str, ...]
    proved: bool


def least_loss(items: Sequence[Item], needs: Sequence[Fraction], slacks: Sequence[Fraction]) -> Least | None:
    """The items that free at least every need and cost least; None where all of them together are not enough.

    A goal can lose its slack without harm. What counts is first what the goals lose beyond their slacks, then all that they
    lose, then the number of items, then their order. Branch and bound: an item is given up, with all that it drags along, or kept,
    with all that would drag it. No branch is followed that cannot be better than the best found, even if parts of items could be
    given up and each need were met by itself.
    """
    search = _Search(items, needs, slacks)
    search.run()
    if search.best is None:
        return None
    taken = search.best[1]
    return Least(tuple(items[i].id for i in taken), search.work < MAX_WORK)


class _Search:
    """The state of one search; all amounts of one kind are whole numbers of a common part, so that comparing them is quick."""

    def __init__(self, items: Sequence[Item], needs: Sequence[Fraction], slacks: Sequence[Fraction]) -> None:
        index = {item.id: i for i, item in enumerate(items)}
        self.drags = [[index[id_] for id_ in item.drags if id_ in index] for item in items]
        self.dragged_by = _turned(self.drags)
        width = len(slacks)
        shares = _whole([*slacks, *(loss for item in items for loss in item.losses)])
        self.slacks = shares[:width]
        self.losses = [shares[width * (i + 1) : width * (i + 2)] for i in range(len(items))]
        self.whole_losses = [sum(losses) for losses in self.losses]
        columns = [_whole([need, *(item.frees[k] for item in items)]) for k, need in enumerate(needs)]
        self.needs = [column[0] for column in columns]
        self.frees = [column[1:] for column in columns]
        self.orders = [self._cheapest_first(k) for k in range(len(needs))]
        self.best: tuple[Value, list[int]] | None = None
        self.work = 0

    def _cheapest_first(self, k: int) -> list[int]:
        useful = [i for i, freed in enumerate(self.frees[k]) if freed > 0]
        return sorted(useful, key=lambda i: (Fraction(self.whole_losses[i], self.frees[k][i]), -self.frees[k][i], i))

    def run(self) -> None:
        """Search with an own stack, for a plan may have more tactics than Python has frames; a first choice is there at once."""
        first = self._first()
        if first is None:
            return
        self._found(first)
        stack: list[tuple[frozenset[int], frozenset[int]]] = [(frozenset(), frozenset())]
        while stack and self.work < MAX_WORK:
            stack.extend(self._branches(*stack.pop()))

    def _first(self) -> frozenset[int] | None:
        """The cheapest items for one need after the other; None where all of them together are not enough."""
        taken: frozenset[int] = frozenset()
        for k, need in enumerate(self.needs):
            freed = sum(self.frees[k][i] for i in taken)
            for i in self.orders[k]:
                if freed >= need:
                    break
                more = _with(i, self.drags) - taken
                taken |= more
                freed += sum(self.frees[k][j] for j in more)
            if freed < need:
                return None
        return taken

    def _branches(self, taken: frozenset[int], kept: frozenset[int]) -> Iterator[tuple[frozenset[int], frozenset[int]]]:
        """Keep the next item, and give it up: the latter is looked at first."""
        short = [need - sum(self.frees[k][i] for i in taken) for k, need in enumerate(self.needs)]
        if max(short, default=0) <= 0:
            self._found(taken)
            return
        bounds = [self._bound(k, short[k], taken, kept) for k in range(len(short))]
        further = [bound for bound in bounds if bound is not None]
        if len(further) < len(bounds) or not self._hopeful(taken, max(further)):
            return
        item = self._next(short, further, taken, kept)
        keep, give = kept | _with(item, self.dragged_by), taken | _with(item, self.drags)
        if not keep & taken:
            yield taken, keep
        if not give & kept:
            yield give, kept

    def _value(self, taken: frozenset[int]) -> Value:
        lost = [sum(self.losses[i][g] for i in taken) for g in range(len(self.slacks))]
        beyond = sum(max(0, loss - slack) for loss, slack in zip(lost, self.slacks, strict=True))
        return beyond, sum(lost), len(taken)

    def _hopeful(self, taken: frozenset[int], further: int) -> bool:
        """Can a choice that goes on from here be better than the best? All slacks together spare no more than their sum."""
        if self.best is None:
            return True
        beyond, lost, number = self._value(taken)
        least = max(beyond, lost + further - sum(self.slacks))
        return (least, lost + further, number + 1) <= self.best[0]

    def _found(self, taken: frozenset[int]) -> None:
        found = (self._value(taken), sorted(taken))
        if self.best is None or found < self.best:
            self.best = found

    def _bound(self, k: int, short: int, taken: frozenset[int], kept: frozenset[int]) -> int | None:
        """The least further loss with which one need is met, if parts of items could be given up; None where it cannot be."""
        bound = 0
        for i in self.orders[k]:
            if short <= 0:
                return bound
            self.work += 1
            if i in taken or i in kept:
                continue
            freed = self.frees[k][i]
            bound += self.whole_losses[i] if freed <= short else self.whole_losses[i] * short // freed
            short -= freed
        return bound if short <= 0 else None

    def _next(self, short: Sequence[int], bounds: Sequence[int], taken: frozenset[int], kept: frozenset[int]) -> int:
        """The cheapest open item for the need that is dearest to meet."""
        k = max((k for k in range(len(short)) if short[k] > 0), key=lambda k: (bounds[k], -k))
        return next(i for i in self.orders[k] if i not in taken and i not in kept)


def _with(item: int, links: Sequence[Sequence[int]]) -> frozenset[int]:
    """The item and all that hangs on it."""
    found, open_ = {item}, [item]
    while open_:
        for other in links[open_.pop()]:
            if other not in found:
                found.add(other)
                open_.append(other)
    return frozenset(found)


def _turned(links: Sequence[Sequence[int]]) -> list[list[int]]:
    turned: list[list[int]] = [[] for _ in links]
    for i, others in enumerate(links):
        for other in others:
            turned[other].append(i)
    return turned


def _whole(values: Sequence[Fraction]) -> list[int]:
    """The values as whole numbers of their common part."""
    part = lcm(*(value.denominator for value in values)) if values else 1
    return [value.numerator * (part // value.denominator) for value in values]
