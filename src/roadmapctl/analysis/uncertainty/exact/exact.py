"""The outcome without drawing anything: distributions multiplied, added and thinned."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import prod

from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.uncertainty.distributions.laws import law_of
from roadmapctl.analysis.uncertainty.distributions.positive import Positive, of_law
from roadmapctl.analysis.uncertainty.exact.chance import counts_of, hardly_exceeded
from roadmapctl.analysis.uncertainty.exact.flow import Flow
from roadmapctl.analysis.uncertainty.exact.outcome import FEW, Few, Many
from roadmapctl.analysis.uncertainty.exact.worth import Worth, worth_of
from roadmapctl.analysis.uncertainty.question.commitments import Commitments
from roadmapctl.analysis.uncertainty.question.meeting import Entry, Meeting, entries_of, meeting
from roadmapctl.analysis.uncertainty.question.money import Money
from roadmapctl.analysis.uncertainty.question.question import question
from roadmapctl.analysis.uncertainty.result import NeedsSimulation, Uncertainty, quantiles
from roadmapctl.analysis.uncertainty.tornado import tornado
from roadmapctl.analysis.uncertainty.volume import Scale, arriving, scale_of, volumes_for
from roadmapctl.model.estimates import Exact
from roadmapctl.model.funnel import Funnel


def exact(funnel: Funnel, result: FunnelResult, confidence: Fraction) -> Uncertainty | NeedsSimulation:
    """The outcome of a plan's funnel, solved as `result`, or why it has to be drawn."""
    asked = question(funnel, result)
    if asked.reason is not None:
        return NeedsSimulation(asked.reason)
    entries = entries_of(asked.committed)
    if entries is None:
        return NeedsSimulation("multiplier")
    root = meeting(entries)
    if root is None:
        return NeedsSimulation("shared")
    engine = Engine(asked.committed, entries, root, asked.money)
    return engine.uncertainty(scale_of(asked.committed, result.sources), confidence)


class Engine:
    """What commitments, whose entries meet at `root`, come to, for the volumes planned or any others."""

    def __init__(self, committed: Commitments, entries: Sequence[Entry], root: Meeting, money: Money) -> None:
        self._committed, self._money = committed, money
        met = {rate for entry in entries for rate in entry.rates}
        self._laws = {path: law_of(*rate) for path, rate in committed.rates.items() if path in met}
        self._means = {path: law.mean() for path, law in self._laws.items()}
        self._flow = Flow(entries, root, self._laws, self._means)
        self._size, self._mean_size = _size(money)

    def uncertainty(self, scale: Scale | None, confidence: Fraction) -> Uncertainty:
        """The outcome of the volumes planned."""
        committed = self._committed
        deals = self.deals([arrival.units for arrival in committed.arrivals])
        worth = self.worth(deals)
        chance = self.probability(deals, worth)
        scaled, mean = self._expected(scaled=True), self._expected()
        return Uncertainty(
            method="exact",
            trials=None,
            seed=None,
            deals=quantiles(deals.quantile, mean),
            value=None if worth is None else quantiles(worth.quantile, mean * self._mean_size),
            probability_of_target=chance,
            confidence=confidence,
            volume_for_confidence=volumes_for(
                self._chance_with,
                scale,
                float(confidence),
                chance,
                self._factor(deals, worth, scaled, 1 - float(confidence)),
            ),
            drivers=tornado(committed.yields(), committed.rates, self._money.size),
        )

    def deals(self, units: Sequence[int]) -> Few | Many:
        """Customers that so many units of each arrival become."""
        state, sure = self._flow.customers(units), self._flow.sure(units)
        if isinstance(state, list):
            return Few(state, sure)
        return Few(counts_of(state), sure) if hardly_exceeded(state) <= FEW else Many(state, sure)

    def worth(self, deals: Few | Many) -> Worth | None:
        """What they are worth; None where the deal size is not said."""
        return None if self._size is None else worth_of(deals, self._size, self._money.spread)

    def probability(self, deals: Few | Many, worth: Worth | None) -> float:
        """P(target met)."""
        money = self._money
        if money.deals <= 0:
            return 1.0
        if money.amount is not None and worth is not None:
            return min(1.0, max(0.0, 1 - worth.below(money.amount)))
        return min(1.0, max(0.0, 1 - deals.below(money.deals - 1)))

    def _chance_with(self, tries: Mapping[str, int]) -> float:
        deals = self.deals(arriving(self._committed, tries))
        return self.probability(deals, self.worth(deals) if self._money.amount is not None else None)

    def _factor(self, deals: Few | Many, worth: Worth | None, scaled: float, chance: float) -> float:
        """About by what volumes must be multiplied so that a low quantile reaches the target, were there no chance."""
        money, mean = self._money, self._expected()
        if not 0 < chance < 1 or not scaled:
            return 1.0
        if money.amount is not None and worth is not None:
            missing = money.amount / max(worth.quantile(chance), 1e-9)
        else:
            missing = money.deals / max(deals.quantile(chance), 0.5)
        return 1 + (missing - 1) * mean / scaled

    def _expected(self, *, scaled: bool = False) -> float:
        """The mean of the deals, or of those from volumes that may be scaled."""
        return sum(
            part.customers * prod(self._means[rate] for rate in part.rates)
            for part in self._committed.yields()
            if part.customers and (part.scaled or not scaled)
        )


def _size(money: Money) -> tuple[Positive | float | None, float]:
    """The average deal as the engine takes it, and its mean."""
    if money.size is None:
        return None, 0.0
    if isinstance(money.size, Exact):
        return float(money.size.value), float(money.size.value)
    law = law_of(money.size)
    return of_law(law), law.mean()
