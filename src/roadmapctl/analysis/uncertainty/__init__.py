"""How sure a plan's funnel is: the outcome of the volumes it commits to, worked out exactly where it can be, else drawn."""

from collections.abc import Callable
from fractions import Fraction

from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.uncertainty.result import Driver, NeedsSimulation, NumPyIsMissing, Quantiles, Uncertainty
from roadmapctl.model import Plan

__all__ = ["Driver", "NeedsSimulation", "NumPyIsMissing", "Quantiles", "Uncertainty", "simulated", "uncertainty"]

CONFIDENCE = Fraction(4, 5)
TRIALS = 100_000
SEED = 1
AUTOMATIC_TRIALS = 20_000
"""Where nobody asked for a number."""

# What either engine needs is imported when there is something uncertain.


def uncertainty(
    plan: Plan, result: FunnelResult, *, confidence: Fraction = CONFIDENCE
) -> Uncertainty | NeedsSimulation | None:
    """The outcome of a plan's funnel, solved as `result`, without drawing; None where it states nothing uncertain."""
    from roadmapctl.analysis.uncertainty.stated import is_uncertain

    if plan.funnel is None or not is_uncertain(plan.funnel):
        return None
    from roadmapctl.analysis.uncertainty.exact.exact import exact

    return exact(plan.funnel, result, confidence)


def simulated(
    plan: Plan,
    result: FunnelResult,
    *,
    trials: int = TRIALS,
    seed: int = SEED,
    confidence: Fraction = CONFIDENCE,
    progress: Callable[[int, int], object] | None = None,
    workers: int | None = None,
) -> Uncertainty | None:
    """The same by drawing, also where only chance is uncertain; None without a funnel.

    The same trials and seed give the same, to the digit, whatever the number of `workers` (threads; as many as there are processors
    unless said). `progress` is told how many of how many trials are done. Raises NumPyIsMissing.
    """
    if plan.funnel is None:
        return None
    try:
        import numpy  # noqa: F401
    except ImportError as error:
        raise NumPyIsMissing from error
    from roadmapctl.analysis.uncertainty.simulation.simulation import Draw, simulation

    return simulation(plan.funnel, result, confidence, Draw(trials, seed, progress, workers))
