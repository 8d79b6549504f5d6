"""The two ways to a better return: lower cost and higher yield, and which of them is worth more."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.money.costs import net_return
from roadmapctl.analysis.programme.returns import Return, together

PART = Fraction(1, 10)
"""The change that both ways are compared at."""
HOURS_PUBLISHED = (8, 10)
"""Hours that templates and SOPs save on one webinar, as an article on digital events tells; a benchmark and no more."""


class Levers(NamedTuple):
    """Events whose cost and revenue are known, and what is gained by changing either. Money is in the plan's currency.

    `net` is margin · revenue − cost. `cheaper` is gained where all costs fall by `PART`, `richer` where everything brings so
    much more. `saved` is what the hours that playbooks save are worth, `as_units` the units that would have to come in
    addition to bring as much; None where the plan does not say it.
    """

    rows: tuple[Return, ...]
    total: Return
    net: Fraction
    cheaper: Fraction
    richer: Fraction
    saved: Fraction | None
    as_units: Fraction | None


def levers(rows: Sequence[Return]) -> Levers | None:
    """The levers of those events whose cost and revenue are known; None where there is none."""
    known = tuple(row for row in rows if row.spent.cost and row.revenue is not None)
    if not known:
        return None
    total = together("", known)
    cost, revenue = total.spent.cost or Fraction(0), total.revenue or Fraction(0)
    each = total.margin * revenue / total.units if total.units else None
    worth = total.spent.worth
    return Levers(
        rows=known,
        total=total,
        net=net_return(revenue, cost, total.margin),
        cheaper=cost * PART,
        richer=total.margin * revenue * PART,
        saved=worth,
        as_units=None if worth is None or not each else worth / each,
    )
