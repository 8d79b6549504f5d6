"""What the members of a wider plan have and ask for, against what it has."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from roadmapctl.analysis.rollup.members import Member, Share
from roadmapctl.analysis.rounding import exact_sum
from roadmapctl.model.time import Period


@dataclass(frozen=True)
class BudgetLine:
    """The budget of a member, in the wider plan's currency. `stated` is False where it is the sum of the member's tactics."""

    member: Member
    budget: Fraction
    tactics: Fraction
    stated: bool
    part: Fraction | None
    """Of the wider plan's budget; None where that states none, or 0."""


@dataclass(frozen=True)
class BudgetSum:
    """The members' budgets added up. `left` is what the wider plan has beyond them, below 0 where they ask for more than that."""

    lines: tuple[BudgetLine, ...]
    total: Fraction
    whole: Fraction | None
    left: Fraction | None


def budget_sum(share: Share) -> BudgetSum:
    """The members' budgets: those they state, else what their tactics cost."""
    stated = share.whole.budget if share.whole is not None else None
    whole = None if stated is None else Fraction(stated)
    lines = tuple(_line(member, whole) for member in share.members)
    total = sum((line.budget for line in lines), Fraction(0))
    return BudgetSum(lines, total, whole, None if whole is None else whole - total)


def _line(member: Member, whole: Fraction | None) -> BudgetLine:
    tactics = exact_sum(tactic.budget or Decimal(0) for tactic in member.plan.tactics.values())
    budget = tactics if member.plan.budget is None else Fraction(member.plan.budget)
    return BudgetLine(member, budget, tactics, member.plan.budget is not None, budget / whole if whole else None)


def unplanned(share: Share) -> dict[str, tuple[Period, ...]]:
    """By line, the stretches of the wider plan's time that no member plans; lines without any are left out."""
    whole = share.whole.period if share.whole is not None else None
    if whole is None:
        return {}
    gaps = {line: _gaps(whole, members) for line, members in share.lines().items()}
    return {line: found for line, found in gaps.items() if found}


def _gaps(whole: Period, members: Sequence[Member]) -> tuple[Period, ...]:
    found: list[Period] = []
    day = whole.start
    for period in (member.plan.period for member in members if member.plan.period is not None):
        if period.start > day:
            found.append(Period(day, min(period.start - timedelta(days=1), whole.end)))
        day = max(day, period.end + timedelta(days=1))
    if day <= whole.end:
        found.append(Period(day, whole.end))
    return tuple(found)
