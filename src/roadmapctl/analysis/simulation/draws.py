"""What is drawn once for each trial: the rates and deal sizes a plan is not sure of."""

from collections.abc import Mapping, Sequence
from itertools import accumulate, combinations
from math import log
from statistics import NormalDist
from typing import TYPE_CHECKING, NamedTuple

from roadmapctl.analysis.lags import NORMAL_P90
from roadmapctl.analysis.uncertainty.course import Uncertain
from roadmapctl.analysis.uncertainty.laws import law_of
from roadmapctl.model.estimates import Estimate, Evidence, Exact, Interval, Pert
from roadmapctl.model.funnel import Correlated

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

TAIL = 1e-12


class Copula(NamedTuple):
    """Rates that go together: their paths, and the lower triangle that makes normal numbers of theirs from independent ones."""

    paths: tuple[str, ...]
    root: tuple[tuple[float, ...], ...]


def copula_of(correlated: Sequence[Correlated], rates: Mapping[str, Uncertain]) -> Copula | None:
    """The Gaussian copula of the stages that `correlated` names, as far as their rates are uncertain; None without any.

    Correlations that contradict each other are taken as the nearest ones that do not (negative eigenvalues cut off).
    """
    import numpy as np

    wanted: dict[tuple[str, str], float] = {}
    for entry in correlated:
        named = [path for stage in entry.between if (path := f"funnel.stages.{stage}.rate") in rates]
        wanted |= {pair: float(entry.by) for pair in combinations(named, 2)}
    paths = tuple(dict.fromkeys(path for pair in wanted for path in pair))
    if not paths:
        return None
    matrix = np.eye(len(paths))
    for (one, other), by in wanted.items():
        matrix[paths.index(one), paths.index(other)] = matrix[paths.index(other), paths.index(one)] = by
    values, vectors = np.linalg.eigh(matrix)
    root = vectors * np.sqrt(np.maximum(values, 0))
    root /= np.sqrt((root * root).sum(axis=1, keepdims=True))
    return Copula(paths, tuple(tuple(map(float, row)) for row in root))


def drawn(
    rates: Mapping[str, Uncertain], copula: Copula | None, trials: int, random: "np.random.Generator"
) -> "dict[str, Array]":
    """The effective rate at every path, for each trial."""
    import numpy as np

    together = {} if copula is None else _together(copula, rates, trials, random)
    found: dict[str, Array] = {}
    for path, rate in rates.items():
        stated = together[path] if path in together else values(rate.estimate, trials, random)
        recycling = float(rate.recycling or 0)
        found[path] = stated / (1 - recycling * (1 - stated)) if recycling else np.minimum(stated, 1.0)
    return found


def values(estimate: Estimate, trials: int, random: "np.random.Generator") -> "Array":
    """An estimate's value in each trial: Beta, PERT, logit-normal or lognormal, as in the exact engine."""
    import numpy as np

    if isinstance(estimate, Evidence):
        return random.beta(estimate.won + 0.5, estimate.of - estimate.won + 0.5, trials)
    if isinstance(estimate, Pert):
        low, likely, high = map(float, estimate)
        alpha = 1 + 4 * (likely - low) / (high - low)
        return low + (high - low) * random.beta(alpha, 6 - alpha, trials)
    if isinstance(estimate, Interval):
        return _of_normal(estimate, random.standard_normal(trials))
    return np.full(trials, float(estimate.value))


def _of_normal(estimate: Interval, normal: "Array") -> "Array":
    import numpy as np

    ends = (float(estimate.p10), float(estimate.p90))
    low, high = (log(end / (1 - end)) if estimate.is_rate else log(end) for end in ends)
    place = (low + high) / 2 + (high - low) / (2 * NORMAL_P90) * normal
    return 1 / (1 + np.exp(-place)) if estimate.is_rate else np.exp(place)


def _together(
    copula: Copula, rates: Mapping[str, Uncertain], trials: int, random: "np.random.Generator"
) -> "dict[str, Array]":
    import numpy as np

    normal = np.asarray(copula.root) @ random.standard_normal((len(copula.paths), trials))
    return {path: _at(rates[path].estimate, row) for path, row in zip(copula.paths, normal, strict=True)}


def _at(estimate: Estimate, normal: "Array") -> "Array":
    """The values of an estimate at normal numbers: of a Beta by its distribution function, worked out on a grid."""
    import numpy as np

    if isinstance(estimate, Interval):
        return _of_normal(estimate, normal)
    if isinstance(estimate, Exact):
        return np.full(len(normal), float(estimate.value))
    rows = law_of(estimate).rows()
    # Each point's weight lies half below and half above it.
    below = accumulate((weight for _, weight in rows), initial=0.0)
    chances = [reached + weight / 2 for reached, (_, weight) in zip(below, rows, strict=False)]
    known = [(chance, value) for chance, (value, _) in zip(chances, rows, strict=True) if TAIL < chance < 1 - TAIL]
    places = [NormalDist().inv_cdf(chance) for chance, _ in known]
    return np.interp(normal, places, [value for _, value in known])
