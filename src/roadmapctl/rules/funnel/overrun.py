"""How far a funnel's sources are asked beyond what they may carry and cost: where all are, one number is wrong for all of them."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from roadmapctl.model import Plan
from roadmapctl.model.funnel import Source
from roadmapctl.rules.funnel.undoubted import relied_on
from roadmapctl.rules.once import once

if TYPE_CHECKING:
    from roadmapctl.analysis.funnel.sources import SourceResult

FAR = 3
"""Times a bound: nobody plans so far beyond it."""
SEVERAL = 2


@once
def all_overrun(plan: Plan) -> bool:
    """Is every capacity, cap and allotment of two sources and more overrun three times and more, as by a rate that lost a digit?"""
    result = relied_on(plan)
    if plan.funnel is None or result is None:
        return False
    by_source = [list(_times(plan.funnel.sources[source.id], source)) for source in result.sources]
    bounded = [times for times in by_source if times]
    return len(bounded) >= SEVERAL and all(one >= FAR for times in bounded for one in times)


def _times(stated: Source, source: "SourceResult") -> Iterator[Fraction]:
    """How many times each bound of a source is asked of it."""
    if source.capacity:
        yield (source.units if source.events is None else source.events.events) / source.capacity
    for money in (stated.spend, stated.at_most):
        if money and source.cost is not None:
            yield source.cost / Fraction(money)
