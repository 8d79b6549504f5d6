"""Two rates compared: how sure is it that B converts better than A."""

from fractions import Fraction
from math import erfc, sqrt
from typing import NamedTuple

from roadmapctl.analysis.statistics.beta_distribution import Beta

ENOUGH = 5
"""The expected count from which on the normal approximation of a z test is usually trusted (Cochran's rule)."""


class Counted(NamedTuple):
    """So many succeeded `of` so many: both whole, 0 ≤ won ≤ of, of > 0."""

    won: int
    of: int

    @property
    def rate(self) -> Fraction:
        """won / of."""
        return Fraction(self.won, self.of)


class Span(NamedTuple):
    """From `low` to `high`, both parts of 1."""

    low: float
    high: float


class ZTest(NamedTuple):
    """The pooled two-proportion z test. `z` is positive where B is better; p values are two-sided.

    `p_value_continuity` is with Yates's correction. None where nobody or everybody converted: nothing can be told then.
    """

    pooled: Fraction
    z: float | None
    p_value: float | None
    p_value_continuity: float | None
    is_trusted: bool


def z_test(a: Counted, b: Counted) -> ZTest:
    """z = (p_B − p_A) / √(p(1 − p)(1/n_A + 1/n_B)), p = (won_A + won_B) / (n_A + n_B).

    `is_trusted` says whether at least five successes and five failures are expected on both sides.
    """
    pooled = Fraction(a.won + b.won, a.of + b.of)
    spread = pooled * (1 - pooled) * (Fraction(1, a.of) + Fraction(1, b.of))
    trusted = min(a.of, b.of) * min(pooled, 1 - pooled) >= ENOUGH
    if not spread:
        return ZTest(pooled, None, None, None, trusted)
    error = sqrt(spread)
    difference = b.rate - a.rate
    correction = (Fraction(1, a.of) + Fraction(1, b.of)) / 2
    corrected = max(Fraction(0), abs(difference) - correction)
    return ZTest(pooled, difference / error, two_sided(difference / error), two_sided(corrected / error), trusted)


def two_sided(z: float) -> float:
    """P(|Z| ≥ |z|) of a standard normal: erfc(|z| / √2)."""
    return erfc(abs(z) / sqrt(2))


def posterior(counted: Counted, prior: tuple[Fraction, Fraction]) -> Beta:
    """Beta(α + won, β + of − won): the prior Beta(α, β) after what was counted."""
    return Beta(float(prior[0] + counted.won), float(prior[1] + counted.of - counted.won))


def credible_interval(belief: Beta, level: Fraction) -> Span:
    """The middle part of a posterior that holds `level` of it: as much lies below as above."""
    outside = float(1 - level) / 2
    return Span(belief.quantile(outside), belief.quantile(1 - outside))


def wilson_interval(counted: Counted, level: Fraction) -> Span:
    """Wilson's score interval (1927) of a raw share: (p + z²/2n ± z√(p(1 − p)/n + z²/4n²)) / (1 + z²/n)."""
    from statistics import NormalDist

    z = NormalDist().inv_cdf(float(1 + level) / 2)
    size, rate = counted.of, float(counted.rate)
    centre = rate + z * z / (2 * size)
    half = z * sqrt(rate * (1 - rate) / size + z * z / (4 * size * size))
    scale = 1 + z * z / size
    low, high = (centre - half) / scale, (centre + half) / scale
    return Span(low if counted.won else 0.0, high if counted.won < size else 1.0)
