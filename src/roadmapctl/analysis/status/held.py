"""Attainment, pacing and projection of what has been measured."""

from dataclasses import replace
from fractions import Fraction

from roadmapctl.analysis.pacing import attainment, pacing, projection
from roadmapctl.analysis.status.result import Progress

NOTHING, WHOLE = Fraction(0), Fraction(1)


def held(found: Progress) -> Progress:
    """With attainment, pacing and projection, as far as they can be said.

    A flow: actual / target, actual / plan to date, actual / share due. A stock or a rate, of which the baseline is the start:
    (actual − baseline) / (target − baseline), the same of the plan to date, and baseline + (actual − baseline) / share due,
    which also serve a target below the baseline.
    """
    if found.actual is None or found.target is None:
        return replace(found, gap="no_target")
    if found.ceiling:
        return _ceiling(found, found.actual, found.target)
    if found.kind == "flow":
        return _grown(_on_a_way(found, found.actual, found.target, NOTHING))
    if found.baseline is None:
        return replace(found, attainment=attainment(found.actual, found.target), gap="no_baseline")
    if found.baseline == found.target:
        return replace(found, gap="same")
    return _on_a_way(found, found.actual, found.target, found.baseline)


def _on_a_way(found: Progress, actual: Fraction, target: Fraction, first: Fraction) -> Progress:
    share = found.share
    reached = attainment(actual, target, first)
    if share is None:
        return replace(found, attainment=reached, gap="no_date")
    ahead = projection(actual, share, first)
    if ahead is not None and found.kind == "rate":
        ahead = min(max(ahead, NOTHING), WHOLE)
    return replace(found, attainment=reached, pacing=pacing(actual, target, share, first), projection=ahead)


def _grown(found: Progress) -> Progress:
    """With the growth over the period before, which the baseline of a flow is the total of."""
    if found.projection is None or not found.baseline:
        return found
    return replace(found, growth=found.projection / found.baseline - 1)


def _ceiling(found: Progress, actual: Fraction, target: Fraction) -> Progress:
    """A flow that is to stay low: it grows every day, so what counts is where it ends.

    Attainment is that of the projection, (baseline − projection) / (baseline − target), without a baseline target / projection;
    pacing is plan to date / actual, so that more is better here too.
    """
    if found.share is None:
        return replace(found, gap="no_date")
    end = projection(actual, found.share)
    if end is None:
        return found
    found = replace(found, projection=end, pacing=target * found.share / actual if actual > 0 else None)
    if found.baseline is not None and found.baseline != target:
        return _grown(replace(found, attainment=(found.baseline - end) / (found.baseline - target)))
    return replace(found, attainment=target / end if end > 0 else None)
