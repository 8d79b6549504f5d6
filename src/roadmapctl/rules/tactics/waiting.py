"""Which tactics wait for each other in a ring. Nothing here recurses: a chain of `after` may be ten thousand long."""

from collections import Counter, deque
from collections.abc import Iterator, Mapping

from roadmapctl.model import Plan
from roadmapctl.rules.once import once

Waits = Mapping[str, tuple[str, ...]]
"""What each tactic waits for: the ids in its `after` that exist, without its own."""


@once
def waits_of(plan: Plan) -> Waits:
    """Who waits for whom."""
    return {
        id: tuple(other for other in tactic.after if other in plan.tactics and other != id) if tactic.after else ()
        for id, tactic in plan.tactics.items()
    }


@once
def knots_of(plan: Plan) -> Mapping[str, str]:
    """The knots of a plan's tactics."""
    return knots(waits_of(plan))


def knots(waits: Waits) -> dict[str, str]:
    """The knot each tactic belongs to: two share one if each waits, over however many others, for the other.

    These are the strongly connected components (Kosaraju's two passes, linear); a tactic in no ring is a knot of its own.
    """
    awaited = {other for others in waits.values() for other in others}
    waited_by: dict[str, list[str]] = {id: [] for id, others in waits.items() if others and id in awaited}
    knot = {id: id for id in waits if id not in waited_by}  # who does not wait, or is not waited for, is in no ring
    left = _finished(waits, set(knot))
    for id in left:
        for other in waits[id]:
            if other in waited_by:
                waited_by[other].append(id)
    for root in reversed(left):
        reach = [] if root in knot else [root]
        knot.setdefault(root, root)
        while reach:
            for other in waited_by[reach.pop()]:
                if other not in knot:
                    knot[other] = root
                    reach.append(other)
    return knot


def _finished(waits: Waits, seen: set[str]) -> list[str]:
    """The tactics in the order in which a depth-first walk leaves them, without those that are `seen` already."""
    left: list[str] = []
    for root in waits:
        way = [] if root in seen else [(root, iter(waits[root]))]
        seen.add(root)
        while way:
            id, rest = way[-1]
            other = next((o for o in rest if o not in seen), None)
            if other is None:
                left.append(id)
                way.pop()
            else:
                seen.add(other)
                way.append((other, iter(waits[other])))
    return left


def rings(waits: Waits, knot: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """One ring for each knot: the shortest way from its first tactic, in the plan's order, back to it."""
    sizes = Counter(knot.values())
    if len(sizes) == len(knot):
        return  # every tactic is a knot of its own
    told: set[str] = set()
    for id in waits:
        if sizes[knot[id]] > 1 and knot[id] not in told:
            told.add(knot[id])
            yield _ring(id, waits, knot)


def _ring(start: str, waits: Waits, knot: Mapping[str, str]) -> tuple[str, ...]:
    came: dict[str, str] = {}
    queue = deque([start])
    while start not in came:
        id = queue.popleft()
        for other in waits[id]:
            if knot[other] == knot[start] and other not in came:
                came[other] = id
                queue.append(other)
    way = [came[start]]
    while way[-1] != start:
        way.append(came[way[-1]])
    return tuple(reversed(way))
