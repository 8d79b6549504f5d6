"""What open pipeline is worth."""

from collections.abc import Iterable
from fractions import Fraction


def weighted_pipeline(deals: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """Σ amount · close rate, in money: what the open deals are worth on average."""
    return sum((amount * rate for amount, rate in deals), Fraction(0))


def bookings(coverage: Fraction, goal: Fraction, win_rate: Fraction) -> Fraction:
    """What a pipeline of so many times the goal brings, in money: coverage · goal · win rate."""
    return coverage * goal * win_rate
