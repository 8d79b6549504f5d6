"""What several rules ask of a plan is worked out for the first of them."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from roadmapctl.model import Plan
from roadmapctl.model.references import referred_ids

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


ids_in_use = once(referred_ids)
