"""What is asked of a plan more than once is worked out for the first who asks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, TypeVar

from roadmapctl.model import Plan

Result = TypeVar("Result")

PLANS = 2
"""A plan and its parent."""

_known: dict[int, tuple[Plan, dict[Any, Any]]] = {}
"""What was worked out of the plans that were asked about last, by their identity, with each plan: so that it keeps its own."""
_room = PLANS


def once(work: Callable[[Plan], Result]) -> Callable[[Plan], Result]:
    """The same function, which remembers what it found in the plans that were asked about last."""

    @wraps(work)
    def remembered(plan: Plan) -> Result:
        known = _known_of(plan)
        if work not in known:
            known[work] = work(plan)
        result: Result = known[work]
        return result

    return remembered


@contextmanager
def room_for(plans: int) -> Iterator[None]:
    """Within it so many plans, and their parents, are remembered, whoever asks about them by turns."""
    global _room
    before, _room = _room, PLANS * plans
    try:
        yield
    finally:
        _room = before
        _forget(keep=before)


def _known_of(plan: Plan) -> dict[Any, Any]:
    entry = _known.get(id(plan))
    if entry is None:
        _forget(keep=_room - 1)
        entry = _known[id(plan)] = plan, {}
    return entry[1]


def _forget(keep: int) -> None:
    """Drop the plans that came first, but for so many."""
    for plan in [*_known][: max(0, len(_known) - keep)]:
        del _known[plan]
