"""The budget of each part of the plan's period."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import reduce
from typing import NamedTuple

from roadmapctl.analysis.parts.goals import weights_of
from roadmapctl.analysis.parts.shared import digits_of, shared
from roadmapctl.analysis.parts.tactics import TacticPart
from roadmapctl.analysis.rounding import EXACT
from roadmapctl.analysis.seasonality import Curve
from roadmapctl.model import Plan
from roadmapctl.model.time import Period


class BudgetPart(NamedTuple):
    """Money of a part of the period: what its tactics cost there, and its share of the plan's money that no tactic has."""

    tactics: Decimal
    unplanned: Decimal

    @property
    def whole(self) -> Decimal:
        """Both of them."""
        return EXACT.add(self.tactics, self.unplanned)


def budget_parts(
    plan: Plan, parts: Sequence[Period], tactics: Iterable[Sequence[TacticPart | None]]
) -> tuple[BudgetPart, ...]:
    """The plan's budget by parts: what the tactics cost in each, and the rest by seasonality. Sums to the plan's budget.

    The rest is what no tactic with days has; 0 where the plan states no budget, or its tactics cost more than that.
    """
    rows = tuple(tactics)
    costs = [_cost(row[n] for row in rows) for n in range(len(parts))]
    rest = Decimal(0) if plan.budget is None else EXACT.subtract(plan.budget, reduce(EXACT.add, costs, Decimal(0)))
    if plan.period is None or rest <= 0:
        return tuple(BudgetPart(cost, Decimal(0)) for cost in costs)
    curve = Curve(plan.period, weights_of(plan))
    weights = [curve.within(part) for part in parts]
    return tuple(map(BudgetPart, costs, shared(rest, weights, digits_of(rest))))


def _cost(parts: Iterable[TacticPart | None]) -> Decimal:
    return reduce(EXACT.add, (part.budget for part in parts if part is not None and part.budget), Decimal(0))
