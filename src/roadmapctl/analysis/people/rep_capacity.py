"""What a team of sales representatives can carry."""

from fractions import Fraction


def rep_capacity(
    reps: Fraction, quota: Fraction, attainment: Fraction = Fraction(1), ramp: Fraction = Fraction(1)
) -> Fraction:
    """Reps · quota · attainment · ramp, in the quota's unit: money, leads or meetings a period.

    `ramp` is the part of a full rep's output that these bring while they learn.
    """
    return reps * quota * attainment * ramp
