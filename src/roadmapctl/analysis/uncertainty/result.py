"""What is said of an uncertain plan: percentiles, the chance of the target, the volume that makes it likely, what moves it most."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

Reason = Literal[
    "shared",  # inflows share an uncertain rate before they meet
    "correlated",  # uncertain rates are said to go together
    "multiplier",  # a multiplier stands below an uncertain rate
    "lags",  # time that varies decides what still comes in the period
    "capacity",  # a team may have more units than it can work
    "segments",  # segments have average deals of their own
    "amounts",  # a few deals of very different amounts
    "asked",  # it was asked for
]
"""Why it is simulated."""


class Quantiles(NamedTuple):
    """Tenth, fiftieth and ninetieth percentile and the mean: of deals in whole customers (the mean is exact), of value in money."""

    p10: float
    p50: float
    p90: float
    mean: float


def quantiles(quantile: Callable[[float], float], mean: float) -> Quantiles:
    """The percentiles that are said, and a mean."""
    return Quantiles(quantile(0.1), quantile(0.5), quantile(0.9), mean)


class Driver(NamedTuple):
    """An uncertain input: its own percentiles, and the deals expected at these with all others at their medians.

    A deal size leaves the deals as they are: there it is what they are worth, in deals of the median size. `swing` is the way from
    one to the other.
    """

    path: str
    p10: float
    p90: float
    deals_at_p10: float
    deals_at_p90: float
    swing: float


class Uncertainty(NamedTuple):
    """The outcome of the volumes a plan commits to.

    `trials` and `seed` are None where nothing was drawn. `value` is money, None where no deal size is said. The target is met where
    at least the whole deals wanted are won; where single deals or their average are uncertain, and the target is money, where
    they bring it. `volume_for_confidence` are whole units by source (the top stage for one that has no name), None where no volume
    is enough. `drivers` come with the largest swing first. `reason` says why it was simulated.
    """

    method: Literal["exact", "simulation"]
    trials: int | None
    seed: int | None
    deals: Quantiles
    value: Quantiles | None
    probability_of_target: float
    confidence: Fraction
    volume_for_confidence: Mapping[str, int] | None
    drivers: tuple[Driver, ...]
    reason: Reason | None = None


class NeedsSimulation(NamedTuple):
    """The plan is uncertain in a way that is not worked out without drawing."""

    reason: Reason


class NumPyIsMissing(ImportError):
    """Drawing needs NumPy, which is not installed."""
