"""How single deals differ around their average."""

from math import exp, log, sqrt
from typing import NamedTuple

from roadmapctl.analysis.funnel.lags import NORMAL_P90
from roadmapctl.model.estimates import Estimate, Interval, Pert

UNEVEN = 0.3
"""A skewness from which on a sum of lognormal amounts is too far from Pearson's type III: up to it, a chance is at most 0.3 points
off (held against sums drawn one by one, for p90 three to fifty times p10)."""


class Spread(NamedTuple):
    """How single deals differ around their average: their coefficient of variation and their skewness.

    Sums of even amounts are taken for a gamma variable above a smallest sum (Pearson's type III), which keeps its form when
    amounts are added.
    """

    variation: float = 0.0
    skewness: float = 0.0

    @property
    def third(self) -> float:
        """The third cumulant of one deal, in units of the average deal."""
        return self.skewness * self.variation**3

    def is_even(self, deals: float) -> bool:
        """Are so many deals enough for the skewness of single ones to be lost in their sum?"""
        return self.skewness <= UNEVEN * sqrt(max(deals, 1.0))


ALIKE = Spread()
"""All deals are of the average size."""


def spread_of(estimate: Estimate) -> Spread:
    """How single deals differ: lognormal between p10 and p90, PERT between low and high; none for a single number.

    c² = e^(σ²) − 1 and a skewness of (c² + 3)·c of a lognormal; the standard deviation of a PERT distribution over its mean,
    and twice that as its skewness, a gamma's.
    """
    if isinstance(estimate, Interval):
        sigma = log(estimate.p90 / estimate.p10) / (2 * NORMAL_P90)
        variation = sqrt(exp(sigma * sigma) - 1)
        return Spread(variation, (variation**2 + 3) * variation)
    if isinstance(estimate, Pert):
        low, high, mean = float(estimate.low), float(estimate.high), float(estimate.point)
        variation = sqrt((mean - low) * (high - mean) / 7) / mean
        return Spread(variation, 2 * variation)
    return ALIKE
