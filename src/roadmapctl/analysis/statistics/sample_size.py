"""How many have to be tried before a difference between two rates would be noticed."""

from fractions import Fraction
from math import ceil, sqrt
from statistics import NormalDist
from typing import NamedTuple


class Sample(NamedTuple):
    """`each` variant needs so many units; `z_level` and `z_power` are the standard normal's quantiles that give it."""

    each: int
    z_level: float
    z_power: float


def sample_size(rate: Fraction, other: Fraction, level: Fraction, power: Fraction) -> Sample:
    """n = ⌈(z₁₋α⸝₂ √(2p̄(1 − p̄)) + z_power √(p₁(1 − p₁) + p₂(1 − p₂)))² / (p₂ − p₁)²⌉ for a two-sided pooled z test, p̄ the mean
    of both rates (Fleiss, Statistical Methods for Rates and Proportions, without continuity correction; R's power.prop.test).

    The rates differ, and are parts of 1; `level` is 1 − α.
    """
    normal = NormalDist()
    z_level, z_power = normal.inv_cdf(float(1 + level) / 2), normal.inv_cdf(float(power))
    mean = (rate + other) / 2
    apart = z_level * sqrt(2 * mean * (1 - mean)) + z_power * sqrt(rate * (1 - rate) + other * (1 - other))
    return Sample(ceil(apart**2 / float((other - rate) ** 2)), z_level, z_power)
