"""What a request brings for its money, beside the planned tactics that bring the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from roadmapctl.analysis.triage.aims import Aim, aim, planned_towards
from roadmapctl.analysis.triage.request import Request, contributors
from roadmapctl.model import Plan


@dataclass(frozen=True)
class Offer:
    """One way to move a metric: `amount` in its unit, `cost` in money; None where no budget is said. `id` None is the request."""

    id: str | None
    amount: Fraction
    cost: Fraction | None

    @property
    def per_unit(self) -> Fraction | None:
        """Money for one unit of the metric, cost / amount; for a rate that is money for the whole of 1."""
        return None if self.cost is None or self.amount <= 0 else self.cost / self.amount


@dataclass(frozen=True)
class Compared:
    """A metric that the request moves: the request among those planned, the cheapest unit first, those without a price last.

    `aim` is the goal on it, None where no goal is; `planned` is what all tactics together bring towards that goal.
    """

    metric: str
    aim: Aim | None
    planned: Fraction
    offers: tuple[Offer, ...]

    @property
    def own(self) -> Offer:
        """The request's."""
        return next(offer for offer in self.offers if offer.id is None)

    @property
    def priced(self) -> tuple[Offer, ...]:
        """The planned ones of which a unit's price is known."""
        return tuple(offer for offer in self.offers if offer.id is not None and offer.per_unit is not None)

    @property
    def dearest(self) -> Offer | None:
        """The planned one whose unit costs most."""
        return self.priced[-1] if self.priced else None

    @property
    def is_dearest(self) -> bool:
        """Does a unit of the request cost more than one of every planned tactic?"""
        mine, most = self.own.per_unit, self.dearest
        return mine is not None and most is not None and most.per_unit is not None and mine > most.per_unit

    @property
    def gap(self) -> Fraction | None:
        """What the goal still lacks when every planned tactic brings what it says; 0 where it is covered, None without a goal."""
        return None if self.aim is None else max(Fraction(0), self.aim.way - self.planned)


def compared(plan: Plan, request: Request) -> tuple[Compared, ...]:
    """Each metric that the request moves, those of goals first."""
    found = [_metric(plan, request, metric) for metric, amount in request.contributes.items() if amount]
    return tuple(sorted(found, key=lambda one: one.aim is None))


def _metric(plan: Plan, request: Request, metric: str) -> Compared:
    known = plan.metrics.get(metric)
    sign = -1 if known is not None and known.better == "down" else 1
    goal = aim(plan, metric, request.goal)
    offers = sorted(_offers(plan, request, metric, sign), key=lambda o: (o.per_unit is None, o.per_unit or 0))
    planned = planned_towards(plan, goal) if goal is not None else Fraction(0)
    return Compared(metric, goal, planned, tuple(offers))


def _offers(plan: Plan, request: Request, metric: str, sign: int) -> Iterator[Offer]:
    yield Offer(None, Fraction(request.contributes[metric]) * sign, _money(request.budget))
    for id_, tactic in contributors(plan.tactics, metric):
        yield Offer(id_, Fraction(tactic.contributes[metric]) * sign, _money(tactic.budget))


def _money(amount: Decimal | None) -> Fraction | None:
    return None if amount is None else Fraction(amount)
