"""How a source answers to money: spend in, units out, as named pure values.

Spend is money in the plan's currency, units are those of the stage the source feeds, marginal returns are units for
one more unit of money. Lines compute in what they are given, exactly in fractions; bent curves in floats.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import exp, expm1, inf, isfinite, log, log1p
from typing import NamedTuple

Amount = Fraction | float
NONE = Fraction(0)
CENT = Fraction(1, 100)
NEWTON_STEPS = 60
ACCURACY = 1e-15
FURTHEST = 700.0


class Proportional(NamedTuple):
    """y = x · rate: every unit costs the same."""

    rate: Fraction

    def units(self, spend: Amount) -> Amount:
        """What a spend brings."""
        return spend * self.rate

    def marginal(self, spend: Amount) -> Amount:  # noqa: ARG002
        """The same everywhere."""
        return self.rate


class Lines(NamedTuple):
    """Straight lines from one known point to the next, from (0, 0) on; level after the last."""

    points: tuple[tuple[Fraction, Fraction], ...]

    def units(self, spend: Amount) -> Amount:
        """What a spend brings, interpolated."""
        end = bisect_left(self.points, spend, key=_spend)
        if end == len(self.points):
            return self.points[-1][1]
        if end == 0:
            return self.points[0][1]
        (x0, y0), (x1, y1) = self.points[end - 1 : end + 1]
        return y0 + (spend - x0) * ((y1 - y0) / (x1 - x0))

    def marginal(self, spend: Amount) -> Amount:
        """The slope to the right of a spend."""
        return self._slope(bisect_right(self.points, spend, key=_spend))

    def marginal_before(self, spend: Amount) -> Amount:
        """The slope to the left of it."""
        return self._slope(bisect_left(self.points, spend, key=_spend))

    def _slope(self, end: int) -> Fraction:
        if not 0 < end < len(self.points):
            return NONE
        (x0, y0), (x1, y1) = self.points[end - 1 : end + 1]
        return (y1 - y0) / (x1 - x0)


class Hill(NamedTuple):
    """y = most · x^shape / (half^shape + x^shape): half of `most` at a spend of `half`; S-shaped where `shape` is above 1."""

    most: float
    half: float
    shape: float = 1.0

    @property
    def inflection(self) -> float:
        """The spend from which on returns diminish: half · ((a − 1) / (a + 1))^(1/a), 0 for a ≤ 1."""
        a = self.shape
        return self.half * ((a - 1) / (a + 1)) ** (1 / a) if a > 1 else 0.0

    def units(self, spend: Amount) -> float:
        """What a spend brings."""
        return self.most * _logistic(self.shape * log(float(spend) / self.half)) if spend > 0 else 0.0

    def marginal(self, spend: Amount) -> float:
        """y' = most · a / x · s · (1 − s), with s = y / most."""
        a, x = self.shape, float(spend)
        if x <= 0:
            return inf if a < 1 else self.most / self.half if a == 1 else 0.0
        t = a * log(x / self.half)
        return self.most * a / x * _logistic(t) * _logistic(-t)

    def spend_at(self, marginal: float) -> float:
        """The spend, on the part where returns diminish, at which the marginal return is this.

        With v = a·ln(x / half), ln(y' · half / (most · a)) = h(v) = v·(a − 1)/a − 2·ln(1 + e^v). h is concave, and below both
        −v·(a + 1)/a and v·(a − 1)/a: where one of them is down at the value wanted, Newton's method starts right of the
        answer and comes down to it without ever overshooting.
        """
        if marginal <= 0:
            return inf
        a, wanted = self.shape, log(marginal * self.half / (self.most * self.shape))
        if a == 1:
            return max(0.0, self.half * expm1(-wanted / 2))
        if a > 1 and wanted >= _log_marginal(log((a - 1) / (a + 1)), a):
            return self.inflection
        v = -wanted * a / (a + 1) if wanted < 0 else -wanted * a / (1 - a)
        for _ in range(NEWTON_STEPS):
            step = (_log_marginal(v, a) - wanted) / ((a - 1) / a - 2 * _logistic(v))
            v -= step
            if abs(step) <= ACCURACY * max(1.0, abs(v)):
                break
        return max(self.half * _exp(v / a), self.inflection)


class Log(NamedTuple):
    """y = scale · ln(1 + x / half)."""

    scale: float
    half: float

    @property
    def inflection(self) -> float:
        """Returns diminish from the first unit of money on."""
        return 0.0

    def units(self, spend: Amount) -> float:
        """What a spend brings."""
        return self.scale * log1p(max(float(spend), 0.0) / self.half)

    def marginal(self, spend: Amount) -> float:
        """y' = scale / (half + x)."""
        return self.scale / (self.half + float(spend))

    def spend_at(self, marginal: float) -> float:
        """The spend at which the marginal return is this."""
        return max(0.0, self.scale / marginal - self.half) if marginal > 0 else inf


class Power(NamedTuple):
    """y = scale · x^exponent, with an exponent below 1."""

    scale: float
    exponent: float

    @property
    def inflection(self) -> float:
        """Returns diminish from the first unit of money on."""
        return 0.0

    def units(self, spend: Amount) -> float:
        """What a spend brings."""
        return self.scale * float(spend) ** self.exponent if spend > 0 else 0.0

    def marginal(self, spend: Amount) -> float:
        """y' = scale · b · x^(b − 1)."""
        return self.scale * self.exponent * float(spend) ** (self.exponent - 1) if spend > 0 else inf

    def spend_at(self, marginal: float) -> float:
        """The spend at which the marginal return is this."""
        if marginal <= 0:
            return inf
        return _exp(log(marginal / (self.scale * self.exponent)) / (self.exponent - 1)) if isfinite(marginal) else 0.0


Smooth = Hill | Log | Power
Curve = Proportional | Lines | Smooth
"""All there are."""


def marginal_before(curve: Curve, spend: Amount) -> Amount:
    """What the last unit of money brought: the slope to the left, which only lines with corners tell from that to the right."""
    return curve.marginal_before(spend) if isinstance(curve, Lines) else curve.marginal(spend)


def spend_for(curve: Curve, units: Fraction, most: Fraction) -> Fraction | None:
    """The least spend, up to `most`, that brings so many units; to the cent, upwards, where it is no exact number.

    None where even `most` does not bring them.
    """
    if units <= 0:
        return NONE
    if curve.units(most) < units:
        return None
    if isinstance(curve, Proportional):
        return units / curve.rate
    if isinstance(curve, Lines):
        return _on_lines(curve.points, units)
    low, high = NONE, most
    while high - low > CENT / 2:
        middle = (low + high) / 2
        low, high = (low, middle) if curve.units(middle) >= units else (middle, high)
    return min(most, -(-high // CENT) * CENT)


def _on_lines(points: Sequence[tuple[Fraction, Fraction]], units: Fraction) -> Fraction:
    (x0, y0), (x1, y1) = next(pair for pair in pairwise(points) if pair[1][1] >= units)
    return x0 + (units - y0) * (x1 - x0) / (y1 - y0)


def _spend(point: tuple[Fraction, Fraction]) -> Fraction:
    return point[0]


def _exp(t: float) -> float:
    """e^t; infinite where no float holds it."""
    return exp(t) if t < FURTHEST else inf


def _logistic(t: float) -> float:
    """1 / (1 + e^−t), without overflow."""
    return 1 / (1 + exp(-t)) if t >= 0 else exp(t) / (1 + exp(t))


def _log_marginal(v: float, shape: float) -> float:
    """ln of a Hill curve's marginal return, without its factor most · shape / half, at a spend of half · e^(v / shape)."""
    return v * (shape - 1) / shape - 2 * (v + log1p(exp(-v)) if v > 0 else log1p(exp(v)))
