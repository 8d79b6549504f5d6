"""A plan's own split of its money, the best split of it, and the least money that reaches the target."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from roadmapctl.analysis.allocation.choices import Choice, Fixed, seen
from roadmapctl.analysis.allocation.conversion import deals_in_hand
from roadmapctl.analysis.allocation.obstacle import Obstacle, Stopped
from roadmapctl.analysis.allocation.options import Goal, Option
from roadmapctl.analysis.allocation.search import best_split, box_of
from roadmapctl.analysis.allocation.totals import Row, Totals, totals
from roadmapctl.analysis.funnel.demand import Demand, plan_demand
from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.funnel.reverse import plan_funnel
from roadmapctl.model import Plan
from roadmapctl.model.funnel import Funnel

NONE = Fraction(0)
SOURCES = ("funnel", "sources")

Question = Literal["most_deals", "least_spend"]
Origin = Literal["given", "sources", "budget"]
BOTH: tuple[Question, ...] = ("most_deals", "least_spend")


class Best(NamedTuple):
    """The best split. No other brings more than `bound` deals, or reaches the deals with less than `bound` money; `proved`:
    this one comes up to that, cents aside. `price` is what one more deal would cost, None where no money buys one; `unspent`
    money finds no use."""

    totals: Totals
    bound: Fraction
    proved: bool
    price: Fraction | None
    unspent: Fraction


class Allocation(NamedTuple):
    """What there is to decide, and the answers to the questions that were asked.

    `in_hand` deals come from units in hand, further ones by the `fixed` sources. `amount` is the money to split: given, what the
    plan spends on these sources, or its budget. `own` is the plan's own split, None where it does not say all of it.
    """

    choices: tuple[Choice, ...]
    fixed: tuple[Fixed, ...]
    in_hand: Fraction
    demand: Demand | None
    amount: Fraction | None
    amount_from: Origin | None
    own: Totals | None
    most_deals: Best | Stopped | None
    least_spend: Best | Stopped | None

    @property
    def anyway(self) -> Fraction:
        """Deals that come without a decision."""
        return anyway(self.in_hand, self.fixed)


def anyway(in_hand: Fraction, fixed: Sequence[Fixed]) -> Fraction:
    """Deals from units in hand and by fixed sources."""
    return in_hand + sum((source.deals for source in fixed), NONE)


def plan_allocation(
    plan: Plan, *, amount: Fraction | None = None, questions: Sequence[Question] = BOTH
) -> Allocation | Stopped:
    """The most deals for an amount of money (the plan's own, unless given), and the least money for the plan's target."""
    funnel = plan.funnel
    if funnel is None or not funnel.stages:
        return Infeasible(("funnel",), "no_funnel") if funnel is None else Infeasible(("funnel", "stages"), "no_stages")
    ground = _ground(plan, funnel)
    if not isinstance(ground, _Ground):
        return ground
    demand = plan_demand(plan)
    own = ground.own()
    money, origin = _amount(plan, amount, own)
    return Allocation(
        choices=ground.choices,
        fixed=ground.fixed,
        in_hand=ground.in_hand,
        demand=None if isinstance(demand, Infeasible) else demand,
        amount=money,
        amount_from=origin,
        own=own,
        most_deals=ground.most_deals(money) if "most_deals" in questions else None,
        least_spend=ground.least_spend(demand) if "least_spend" in questions else None,
    )


def _amount(plan: Plan, given: Fraction | None, own: Totals | None) -> tuple[Fraction | None, Origin | None]:
    if given is not None:
        return given, "given"
    if own is not None and own.spend:
        return own.spend, "sources"
    return (None, None) if plan.budget is None else (Fraction(plan.budget), "budget")


def _ground(plan: Plan, funnel: Funnel) -> "_Ground | Stopped":
    """The plan's sources, sorted into those to decide on and the others."""
    in_hand = deals_in_hand(funnel)
    if isinstance(in_hand, Infeasible):
        return in_hand
    result = plan_funnel(plan)
    choices: list[Choice] = []
    fixed: list[Fixed] = []
    for id_ in funnel.sources:
        source = seen(plan, funnel, id_, None if isinstance(result, Infeasible) else result)
        if isinstance(source, (Obstacle, Infeasible)):
            return source
        if isinstance(source, Choice):
            choices.append(source)
        else:
            fixed.append(source)
    return _Ground(tuple(choices), tuple(fixed), in_hand) if choices else Obstacle(SOURCES, "no_sources")


class _Ground(NamedTuple):
    """What there is to decide, and the deals that come without."""

    choices: tuple[Choice, ...]
    fixed: tuple[Fixed, ...]
    in_hand: Fraction

    @property
    def options(self) -> list[Option]:
        return [choice.option for choice in self.choices]

    def own(self) -> Totals | None:
        """The plan's own split; None where it does not say what it spends on one of the sources."""
        spends = [max(NONE, choice.own - choice.committed) for choice in self.choices if choice.own is not None]
        return self.totals(spends) if len(spends) == len(self.choices) else None

    def totals(self, spends: Sequence[Fraction]) -> Totals:
        return totals(self.choices, spends, anyway(self.in_hand, self.fixed))

    def most_deals(self, amount: Fraction | None) -> Best | Obstacle:
        """The best split of an amount of money."""
        if amount is None:
            return Obstacle(("budget",), "no_amount")
        goal = Goal("spend", amount - sum((choice.committed for choice in self.choices), NONE))
        least = sum((box_of(option, goal).low for option in self.options), amount - goal.amount)
        if least > amount:
            return Obstacle(SOURCES, "floors_above_amount", {"amount": amount, "least": least})
        best = self._best(goal, without=self.totals([NONE] * len(self.choices)).deals)
        return (
            best if best is not None else Obstacle(SOURCES, "floors_above_amount", {"amount": amount, "least": least})
        )

    def least_spend(self, demand: Demand | Infeasible) -> Best | Stopped:
        """The least money that reaches the deals wanted."""
        if isinstance(demand, Infeasible):
            return demand
        without = self.totals([NONE] * len(self.choices)).deals
        goal = Goal("deals", demand.deals - without)
        best = self._best(goal, without)
        if best is not None:
            return best
        most = self.totals([box_of(option, goal).high for option in self.options])
        fields = {"wanted": demand.deals, "most": most.deals, "spend": most.spend}
        return Obstacle(SOURCES, "out_of_reach", fields)

    def _best(self, goal: Goal, without: Fraction) -> Best | None:
        """The best split for a goal; `without` deals come before any money is spent that need not be."""
        split = best_split(self.options, goal)
        if split is None:
            return None
        found = self.totals(split.spends)
        committed = sum((choice.committed for choice in self.choices), NONE)
        by_spend = goal.kind == "spend"
        return Best(
            totals=found,
            bound=split.bound + (without if by_spend else committed),
            proved=split.proved,
            price=_price(self.choices, found.rows),
            unspent=goal.amount + committed - found.spend if by_spend else NONE,
        )


def _price(choices: Sequence[Choice], rows: Sequence[Row]) -> Fraction | None:
    """What the next deal costs where it is cheapest, among the sources that have room for more; of whole events only where
    nothing else has."""
    roomy = [
        (choice, row) for choice, row in zip(choices, rows, strict=True) if row.bound != choice.cap_by and row.next
    ]
    costs = [row.next for choice, row in roomy if choice.option.step is None] or [row.next for _, row in roomy]
    return min((cost for cost in costs if cost is not None), default=None)
