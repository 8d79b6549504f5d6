"""The standard normal distribution."""

from math import erfc, exp, log, pi, sqrt


def normal_below(z: float) -> float:
    """P(Z ≤ z)."""
    return erfc(-z / sqrt(2)) / 2


def normal_quantile(chance: float) -> float:
    """The z that Z stays below with a chance between 0 and 1, to the last digits: a rational start (Abramowitz and Stegun 26.2.23)
    and Newton's steps."""
    if chance > 0.5:
        return -normal_quantile(1 - chance)
    t = sqrt(-2 * log(chance))
    z = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t
    for _ in range(3):
        z += (chance - normal_below(z)) * sqrt(2 * pi) * exp(z * z / 2)
    return z
