"""What the tactics are planned to cost, seen from several sides."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from roadmapctl.model import Plan
from roadmapctl.model.tactics import Tactic


class BudgetLine(NamedTuple):
    """Planned money of some tactics, in the plan's currency; `id` None gathers those that name no such thing."""

    id: str | None
    planned: Decimal
    tactics: int


class BudgetView(NamedTuple):
    """Planned money by side, in the order in which the ids first appear among the tactics.

    `left` is `budget`, the plan's own, less `total`: below 0 where more is planned than there is, None
    without a budget.
    """

    by_milestone: tuple[BudgetLine, ...]
    by_channel: tuple[BudgetLine, ...]
    by_owner: tuple[BudgetLine, ...]
    total: Decimal
    budget: Decimal | None
    left: Decimal | None


def budget_view(plan: Plan) -> BudgetView:
    """The budget of a plan's tactics; a tactic without a budget counts as 0."""
    tactics = tuple(plan.tactics.values())
    total = sum((_cost(tactic) for tactic in tactics), Decimal(0))
    return BudgetView(
        by_milestone=_by(tactics, lambda tactic: tactic.milestone),
        by_channel=_by(tactics, lambda tactic: tactic.channel),
        by_owner=_by(tactics, lambda tactic: tactic.owner),
        total=total,
        budget=plan.budget,
        left=None if plan.budget is None else plan.budget - total,
    )


def _cost(tactic: Tactic) -> Decimal:
    return tactic.budget or Decimal(0)


def _by(tactics: tuple[Tactic, ...], side: Callable[[Tactic], str | None]) -> tuple[BudgetLine, ...]:
    groups: dict[str | None, list[Tactic]] = {}
    for tactic in tactics:
        groups.setdefault(side(tactic), []).append(tactic)
    return tuple(BudgetLine(id_, sum(map(_cost, group), Decimal(0)), len(group)) for id_, group in groups.items())
