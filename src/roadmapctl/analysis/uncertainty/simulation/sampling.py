"""Uncertain rates and amounts drawn at random, each for itself or together."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from roadmapctl.analysis.funnel.lags import NORMAL_P90
from roadmapctl.analysis.uncertainty.distributions.grid import Cumulative
from roadmapctl.analysis.uncertainty.distributions.laws import law_of
from roadmapctl.analysis.uncertainty.distributions.normal import normal_quantile
from roadmapctl.analysis.uncertainty.question.course import Uncertain
from roadmapctl.model.estimates import Estimate, Evidence, Exact, Interval, Pert

if TYPE_CHECKING:
    import numpy as np
    from numpy.random import Generator
    from numpy.typing import NDArray

    Draws = NDArray[np.float64]

FINER = 8
"""Places between two points of a law at which its distribution function is tabulated."""
SURE = 1e-13
"""A probability that is not drawn."""


def drawn(estimate: Estimate, random: "Generator", number: int) -> "Draws":
    """So many numbers that follow an estimate."""
    import numpy as np

    if isinstance(estimate, Exact):
        return np.full(number, float(estimate.value))
    if isinstance(estimate, Evidence):
        return random.beta(estimate.won + 0.5, estimate.of - estimate.won + 0.5, number)
    if isinstance(estimate, Pert):
        low, likely, high = map(float, estimate)
        alpha = 1 + 4 * (likely - low) / (high - low)
        return low + (high - low) * random.beta(alpha, 6 - alpha, number)
    return _of_normal(estimate)(random.standard_normal(number))


def effective(rates: "Draws", rate: Uncertain) -> "Draws":
    """Rates with second tries within their stage, r / (1 − ρ(1 − r))."""
    return rates if not rate.recycling else rates / (1 - float(rate.recycling) * (1 - rates))


def of_normal(estimate: Estimate) -> "Callable[[Draws], Draws]":
    """The function that makes standard normal numbers follow an estimate, rising with them."""
    import numpy as np

    if isinstance(estimate, Interval):
        return _of_normal(estimate)
    law = law_of(estimate)
    below = Cumulative(law.grid).finer(lambda _: FINER)
    sums = np.cumsum([weight for _, weight in below])
    step = below[1][0] - below[0][0]
    known = [
        (place + step / 2, chance) for (place, _), chance in zip(below, sums, strict=True) if SURE < chance < 1 - SURE
    ]
    normal = np.array([normal_quantile(chance) for _, chance in known])
    values = np.array([law.value(place) for place, _ in known])
    return lambda draws: np.interp(draws, normal, values)


def _of_normal(estimate: Interval) -> "Callable[[Draws], Draws]":
    import numpy as np

    ends = np.array([float(estimate.p10), float(estimate.p90)])
    low, high = np.log(ends / (1 - ends)) if estimate.is_rate else np.log(ends)
    middle, deviation = (low + high) / 2, (high - low) / (2 * NORMAL_P90)
    if estimate.is_rate:
        return lambda draws: 1 / (1 + np.exp(-(middle + deviation * draws)))
    return lambda draws: np.exp(middle + deviation * draws)


class Sampler:
    """The uncertain rates of a plan; some of them may go together."""

    def __init__(
        self, rates: Mapping[str, Uncertain], together: Sequence[str], matrix: Sequence[Sequence[float]]
    ) -> None:
        import numpy as np

        self._rates, self._together = rates, together
        self._bent = [of_normal(rates[path].estimate) for path in together]
        values, vectors = np.linalg.eigh(np.array(matrix)) if together else (np.zeros(0), np.zeros((0, 0)))
        root = vectors * np.sqrt(np.clip(values, 0, None))
        self._root = root / np.sqrt((root**2).sum(axis=1, keepdims=True))

    def draw(self, random: "Generator", number: int) -> "dict[str, Draws]":
        """So many of each rate, as they are effective."""
        found: dict[str, Draws] = {}
        if self._together:
            normal = self._root @ random.standard_normal((len(self._together), number))
            for path, bent, draws in zip(self._together, self._bent, normal, strict=True):
                found[path] = effective(bent(draws), self._rates[path])
        for path, rate in self._rates.items():
            if path not in found:
                found[path] = effective(drawn(rate.estimate, random, number), rate)
        return found
