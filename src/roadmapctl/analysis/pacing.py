"""Actual against plan to date: of a budget that is spent, or of a metric that moves from a baseline to a target."""

from fractions import Fraction


def due(target: Fraction, elapsed: Fraction, baseline: Fraction = Fraction(0)) -> Fraction:
    """What the plan wants by now: baseline + (target − baseline) · the part of the plan that is due."""
    return baseline + (target - baseline) * elapsed


def attainment(actual: Fraction, target: Fraction, baseline: Fraction = Fraction(0)) -> Fraction | None:
    """(actual − baseline) / (target − baseline), which also serves targets below the baseline. None where they are equal."""
    return (actual - baseline) / (target - baseline) if target != baseline else None


def pacing(actual: Fraction, target: Fraction, elapsed: Fraction, baseline: Fraction = Fraction(0)) -> Fraction | None:
    """What has come of what was due by now, 1 being on plan. None where nothing was due."""
    return attainment(actual, due(target, elapsed, baseline), baseline)


def projection(actual: Fraction, elapsed: Fraction, baseline: Fraction = Fraction(0)) -> Fraction | None:
    """Where it ends at this pace: baseline + (actual − baseline) / the part that is due. None at the very start."""
    return baseline + (actual - baseline) / elapsed if elapsed else None
