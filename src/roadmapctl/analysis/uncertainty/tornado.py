"""What moves the outcome most: each uncertain input from its tenth to its ninetieth percentile, all others at their medians."""

from collections.abc import Mapping, Sequence
from math import prod
from typing import NamedTuple

from roadmapctl.analysis.uncertainty.distributions.laws import law_of
from roadmapctl.analysis.uncertainty.question.commitments import Yield
from roadmapctl.analysis.uncertainty.question.course import Uncertain
from roadmapctl.analysis.uncertainty.result import Driver
from roadmapctl.model.estimates import Estimate, Exact, Interval

PERCENTILES = (0.1, 0.5, 0.9)
DEAL_SIZE = "funnel.deal_size"


class Levels(NamedTuple):
    """Three percentiles."""

    p10: float
    p50: float
    p90: float


def levels(estimate: Estimate) -> Levels:
    """The tenth, fiftieth and ninetieth percentile of an estimate that is not exact."""
    if isinstance(estimate, Interval):
        return Levels(float(estimate.p10), float(estimate.point), float(estimate.p90))
    law = law_of(estimate)
    return Levels(*map(law.quantile, PERCENTILES))


def tornado(yields: Sequence[Yield], rates: Mapping[str, Uncertain], size: Estimate | None) -> tuple[Driver, ...]:
    """The drivers of expected deals, those with the largest swing first; ties in the order of their paths."""
    met = {rate for part in yields if part.customers for rate in part.rates}
    stated = {path: levels(rates[path].estimate) for path in rates if path in met}
    effective = {path: Levels(*(rates[path].effective(rate) for rate in of)) for path, of in stated.items()}
    middle = {path: of.p50 for path, of in effective.items()}

    def deals(path: str, rate: float) -> float:
        at = middle | {path: rate}
        return sum(part.customers * prod(at[each] for each in part.rates) for part in yields if part.customers)

    drivers = [_driver(path, stated[path], deals(path, of.p10), deals(path, of.p90)) for path, of in effective.items()]
    if size is not None and not isinstance(size, Exact):
        amount, won = levels(size), deals("", 1.0)
        drivers.append(_driver(DEAL_SIZE, amount, won * amount.p10 / amount.p50, won * amount.p90 / amount.p50))
    return tuple(sorted(drivers, key=lambda driver: (-abs(driver.swing), driver.path)))


def _driver(path: str, of: Levels, low: float, high: float) -> Driver:
    return Driver(path, of.p10, of.p90, low, high, high - low)
