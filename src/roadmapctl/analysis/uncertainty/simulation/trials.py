"""A chunk of trials: deals, what they are worth, whether they are enough, and how much volume would have been."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from roadmapctl.analysis.uncertainty.distributions.laws import law_of
from roadmapctl.analysis.uncertainty.question.commitments import Arrival
from roadmapctl.analysis.uncertainty.question.question import Question
from roadmapctl.analysis.uncertainty.simulation.sampling import Sampler, drawn
from roadmapctl.analysis.uncertainty.simulation.walk import Walk
from roadmapctl.model.estimates import Exact

if TYPE_CHECKING:
    import numpy as np
    from numpy.random import SeedSequence
    from numpy.typing import NDArray

    Draws = NDArray[np.float64]
    Units = NDArray[np.int64]

AT_ONCE = 4_000_000
"""Single amounts drawn together: 32 MB of them."""
SURELY_MANY = 1e9
"""A mean from which on the number that chance makes of it is taken for the mean."""


class Trials(NamedTuple):
    """One entry for each trial: deals, and their worth where a deal size is uncertain or deals differ; and in how many the target
    was met."""

    deals: "Draws"
    value: "Draws | None"
    met: int


class Chunk:
    """So many trials with a seed of their own."""

    def __init__(self, question: Question, sampler: Sampler, seed: "SeedSequence", number: int) -> None:
        import numpy as np

        self._question, self._number = question, number
        self._random = np.random.Generator(np.random.PCG64(seed))
        self._rates = sampler.draw(self._random, number)
        self._sizes = self._drawn_sizes()

    def run(self, units: Sequence[int]) -> Trials:
        """With so many units of each arrival."""
        import numpy as np

        walk = Walk(self._question, self._rates, self._random, self._number)
        by_segment = walk.customers(units)
        deals = sum(by_segment.values(), np.zeros(self._number, dtype=np.int64))
        value = self._value(by_segment)
        money = self._question.money
        enough = deals >= money.deals if money.amount is None or value is None else value >= money.amount
        return Trials(deals.astype(np.float64), value, int(enough.sum()))

    def _drawn_sizes(self) -> "dict[str, Draws | float]":
        """The average deal of each segment; under no name that of all others."""
        money = self._question.money
        stated = {"": money.size, **money.sizes}
        return {
            id_: float(size.value) if isinstance(size, Exact) else drawn(size, self._random, self._number)
            for id_, size in stated.items()
            if size is not None
        }

    def _value(self, by_segment: "Mapping[str, Units]") -> "Draws | None":
        """None where it is the deals times a known size, or no size is said."""
        import numpy as np

        if not self._question.money.is_uncertain:
            return None
        value = np.zeros(self._number)
        for segment, deals in by_segment.items():
            size = self._sizes.get(segment, self._sizes.get(""))
            value += self._amounts(deals) * (0.0 if size is None else size)
        return value

    def _amounts(self, deals: "Units") -> "Draws | Units":
        """What deals that differ add up to, in average deals: one by one, or, where they are many, a gamma variable above a
        smallest sum."""
        import numpy as np

        spread = self._question.money.spread
        if not spread.variation:
            return deals
        if not spread.is_even(float(deals.mean())):
            return self._one_by_one(deals)
        shape, scale = 4 / spread.skewness**2, spread.variation * spread.skewness / 2
        drawn_sums = self._random.standard_gamma(np.maximum(deals * shape, 1e-300)) * scale
        return np.where(deals > 0, deals * (1 - shape * scale) + drawn_sums, 0.0)

    def _one_by_one(self, deals: "Units") -> "Draws":
        import numpy as np

        single = self._question.money.single
        assert single is not None
        ends, sums = np.cumsum(deals), np.zeros(self._number)
        first = 0
        while first < self._number:
            before = int(ends[first - 1]) if first else 0
            last = max(first + 1, int(np.searchsorted(ends, before + AT_ONCE, side="right")))
            amounts = drawn(single, self._random, int(ends[last - 1]) - before)
            running = np.concatenate(([0.0], np.cumsum(amounts)))
            at = ends[first:last] - before
            sums[first:last] = running[at] - running[at - deals[first:last]]
            first = last
        return sums / law_of(single).mean()

    def factors(self, units: Sequence[int]) -> "Draws":
        """By what the volumes in so many units of each arrival would have had to be multiplied so that the target were just met.

        The draws of a volume come one after another; the last deal wanted comes with the draw whose number is negative
        binomial. Draws of different chances p count as M² / Σ p² of their mean chance Σ p² / M.
        """
        import numpy as np

        first, second = np.zeros(self._number), np.zeros(self._number)
        missing = self._wanted()
        for number, arrival in enumerate(self._question.committed.arrivals):
            if not units[number]:
                continue
            chance = self._chance(arrival)
            if arrival.source is None:
                missing = missing - self._random.binomial(units[number], chance)
            else:
                first, second = first + units[number] * chance, second + units[number] * chance**2
        missing = np.maximum(missing, 0)
        with np.errstate(divide="ignore", invalid="ignore"):
            each = np.minimum(second / first, 1.0)
            failures = self._random.standard_gamma(np.maximum(missing, 1e-300)) * (1 - each) / each
            chanced = np.where(
                failures < SURELY_MANY, self._random.poisson(np.clip(failures, 0, SURELY_MANY)), failures
            )
            factors = (missing + chanced) * each / first
        return np.where(missing > 0, np.where(first > 0, factors, np.inf), 0.0)

    def _wanted(self) -> "Draws":
        """Whole deals that would have met the target."""
        import numpy as np

        money = self._question.money
        if money.amount is None:
            return np.full(self._number, float(money.deals))
        deals = money.amount / self._sizes[""] * np.ones(self._number)
        if money.spread.variation:
            half = money.spread.variation * self._random.standard_normal(self._number) / 2
            deals = (np.sqrt(deals + half**2) - half) ** 2
        return np.ceil(deals)

    def _chance(self, arrival: Arrival) -> "Draws":
        """Of one unit of an arrival."""
        import numpy as np

        chance = np.full(self._number, self._question.share_in_time(arrival))
        for step in (arrival.before, *self._question.committed.courses[arrival.course][arrival.stage :]):
            chance = chance * float(step.chance)
            if step.rate is not None:
                chance = chance * self._rates[step.rate]
        return chance
