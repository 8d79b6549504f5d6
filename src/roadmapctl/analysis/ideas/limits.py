"""What there is for ideas: the money the plan leaves, and the time of the people it asks for."""

from fractions import Fraction
from typing import Literal, NamedTuple

from roadmapctl.analysis.money.budget import budget_view
from roadmapctl.analysis.schedule import periods_in
from roadmapctl.model import Plan


class Money(NamedTuple):
    """Money for ideas, in the plan's currency; `amount` None is no limit.

    `left`: the plan's `budget` less what its tactics have `planned`, at least 0. `given`: somebody said how much.
    """

    amount: Fraction | None
    source: Literal["given", "left", "none"]
    budget: Fraction | None = None
    planned: Fraction = Fraction(0)


class Time(NamedTuple):
    """Person-months for ideas; `person_months` None is no limit.

    `given`: somebody said how many; `headcount`: so many `people` over the period's `months`; `asked`: the people that the plan
    asks for beyond those it has. `nobody`: it asks for none beyond them, so that their spare time is not known.
    """

    person_months: Fraction | None
    source: Literal["given", "headcount", "asked", "nobody", "none"]
    people: Fraction | None = None
    months: Fraction | None = None


def money_of(plan: Plan, given: Fraction | None = None) -> Money:
    """The amount given, else what the plan's budget leaves after its tactics."""
    view = budget_view(plan)
    planned = Fraction(view.total)
    budget = None if view.budget is None else Fraction(view.budget)
    if given is not None:
        return Money(given, "given", budget, planned)
    if budget is None:
        return Money(None, "none", None, planned)
    return Money(max(Fraction(0), budget - planned), "left", budget, planned)


def time_of(plan: Plan, *, person_months: Fraction | None = None, people: Fraction | None = None) -> Time:
    """The person-months given, or people · months of the period; unless said, of the people asked for beyond those there are."""
    months = None if plan.period is None else periods_in(plan.period, "month")
    if person_months is not None:
        return Time(person_months, "given", None, months)
    if people is not None and months is not None:
        return Time(people * months, "headcount", people, months)
    headcount = None if plan.organization is None else plan.organization.headcount
    if headcount is None or headcount.now is None or headcount.asked is None or months is None:
        return Time(None, "none")
    new = Fraction(headcount.asked - headcount.now)
    return Time(new * months, "asked", new, months) if new > 0 else Time(None, "nobody")
