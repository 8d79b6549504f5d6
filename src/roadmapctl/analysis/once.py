"""What is asked of a plan more than once is worked out for the first who asks."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from roadmapctl.model import Plan

Result = TypeVar("Result")


def once(work: Callable[[Plan], Result]) -> Callable[[Plan], Result]:
    """The same function, which remembers what it found in the plan it was asked about last."""
    last: tuple[Plan, Result] | None = None

    @wraps(work)
    def remembered(plan: Plan) -> Result:
        nonlocal last
        if last is None or last[0] is not plan:
            last = plan, work(plan)
        return last[1]

    return remembered
