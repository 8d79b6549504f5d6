"""Which tactics wait for each other in a ring. Nothing here recurses: a chain of `after` may be ten thousand long."""

from collections import Counter, deque
from collections.abc import Iterator, Mapping

from roadmapctl.model import Plan

Waits = Mapping[str, tuple[str, ...]]
"""What each tactic waits for: the ids in its `after` that exist, without its own."""


def waits_of(plan: Plan) -> Waits:
    """Who waits for whom."""
    return {
        id: tuple(other for other in tactic.after if other in plan.tactics and other != id) if tactic.after else ()
        for id, tactic in plan.tactics.items()
    }


def knots(waits: Waits) -> dict[str, str]:
    """The knot each tactic belongs to: two share one if each waits, over however many others, for the other.

    These are the strongly connected components (Kosaraju's two passes, linear); a tactic in no ring is a knot of its own.
    """
    if not any(waits.values()):
        return {id: id for id in waits}
    waited_by: dict[str, list[str]] = {id: [] for id in waits}
    for id, others in waits.items():
        for other in others:
            waited_by[other].append(id)
    knot: dict[str, str] = {}
    for root in reversed(_finished(waits)):
        reach = [] if root in knot else [root]
        knot.setdefault(root, root)
        while reach:
            for other in waited_by[reach.pop()]:
                if other not in knot:
                    knot[other] = root
                    reach.append(other)
    return knot


def _finished(waits: Waits) -> list[str]:
    """The tactics in the order in which a depth-first walk leaves them."""
    left: list[str] = []
    seen: set[str] = set()
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


def rings(waits: Waits) -> Iterator[tuple[str, ...]]:
    """One ring for each knot: the shortest way from its first tactic, in the plan's order, back to it."""
    knot = knots(waits)
    sizes = Counter(knot.values())
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
