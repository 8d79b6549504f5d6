"""The Beta distribution: what is believed of a rate after some have succeeded and some have not."""

from bisect import bisect_left
from collections.abc import Callable
from math import exp, expm1, log, log1p

PANELS = 512
NEGLIGIBLE = 42.0
"""A density e^-42 below its peak adds nothing to a double."""
LEAST = 0.1
"""The smallest parameter: below it the tails reach further than any rate worth telling from 0."""

# The positive half of Gauss and Legendre's eight nodes on [-1, 1], each with its weight.
NODES = (
    (0.18343464249564980, 0.36268378337836198),
    (0.52553240991632899, 0.31370664587788729),
    (0.79666647741362674, 0.22238103445337447),
    (0.96028985649753623, 0.10122853629037626),
)


class Beta:
    """Beta(α, β) of a rate between 0 and 1, held in the rate's logarithmic odds.

    There its density is smooth, has one peak and falls off exponentially to both sides, so that 512 panels of eight nodes
    give its integral to the last digits of a double, for parameters from 0.1 to 10^12, without any gamma function.
    Raises ValueError for parameters below 0.1.
    """

    def __init__(self, alpha: float, beta: float) -> None:
        if min(alpha, beta) < LEAST:
            raise ValueError(f"a Beta distribution needs parameters of at least {LEAST}")
        self.mean = alpha / (alpha + beta)
        # In terms of the smaller parameter nothing large is taken from something large.
        self._small, self._total, self._side = min(alpha, beta), alpha + beta, 1.0 if alpha <= beta else -1.0
        self._odds = log(alpha / beta)
        left, right = -self._reach(-1.0), self._reach(1.0)
        step = (right - left) / PANELS
        self._edges = [left + step * number for number in range(PANELS + 1)]
        below = [0.0]
        for start in self._edges[:-1]:
            below.append(below[-1] + integral(self._height, start, start + step))
        self._below = below

    def _depth(self, way: float) -> float:
        """By how much the density's logarithm is below its peak, so far from the peak in logarithmic odds."""
        way *= self._side
        return self._total * log1p(self._small / self._total * expm1(way)) - self._small * way

    def _height(self, way: float) -> float:
        return exp(-self._depth(way))

    def _reach(self, side: float) -> float:
        """How far from the peak the density still counts on a side."""
        far = 1e-9
        while self._depth(side * far) < NEGLIGIBLE:
            far *= 2
        near = far / 2
        for _ in range(20):
            middle = (near + far) / 2
            near, far = (middle, far) if self._depth(side * middle) < NEGLIGIBLE else (near, middle)
        return far

    def below(self, rate: float) -> float:
        """P(rate ≤ this one): the regularized incomplete beta function."""
        if not 0 < rate < 1:
            return float(rate >= 1)
        return self._below_odds(log(rate) - log1p(-rate))

    def _below_odds(self, odds: float) -> float:
        way = odds - self._odds
        if way <= self._edges[0] or way >= self._edges[-1]:
            return float(way > 0)
        panel = bisect_left(self._edges, way) - 1
        return (self._below[panel] + integral(self._height, self._edges[panel], way)) / self._below[-1]

    def quantile(self, chance: float) -> float:
        """The rate that it stays below with a chance (between 0 and 1)."""
        wanted = chance * self._below[-1]
        panel = min(max(bisect_left(self._below, wanted) - 1, 0), PANELS - 1)
        start = low = self._edges[panel]
        high = self._edges[panel + 1]
        for _ in range(60):
            middle = (low + high) / 2
            if self._below[panel] + integral(self._height, start, middle) < wanted:
                low = middle
            else:
                high = middle
        return 1 / (1 + exp(-(self._odds + (low + high) / 2)))

    def chance_above(self, other: "Beta") -> float:
        """P(this rate > the other), the two being independent: ∫ f(x) · F_other(x) dx."""
        shift = self._odds

        def part(way: float) -> float:
            return self._height(way) * other._below_odds(shift + way)

        sums = (integral(part, start, end) for start, end in zip(self._edges, self._edges[1:], strict=False))
        return min(1.0, sum(sums) / self._below[-1])


def integral(function: Callable[[float], float], start: float, end: float) -> float:
    """∫ of a smooth function between two near points, by eight nodes."""
    centre, half = (start + end) / 2, (end - start) / 2
    return half * sum(weight * (function(centre - half * x) + function(centre + half * x)) for x, weight in NODES)
