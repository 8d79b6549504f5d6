"""Sales velocity: money won a day."""

from fractions import Fraction


def sales_velocity(opportunities: Fraction, deal_size: Fraction, win_rate: Fraction, cycle_days: Fraction) -> Fraction:
    """Opportunities · average deal · win rate / sales cycle, in money a day; the cycle, in days, is above 0."""
    return opportunities * deal_size * win_rate / cycle_days
