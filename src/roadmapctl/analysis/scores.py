"""Scores by which ideas are put in order. They have no unit: only scores of one form and one scale can be compared."""

from fractions import Fraction


def rice(reach: Fraction, impact: Fraction, confidence: Fraction, effort: Fraction) -> Fraction:
    """Reach · impact · confidence / effort (Intercom, 2016): people a period, a factor, a part of 1, person-months above 0."""
    return reach * impact * confidence / effort


def ice_mean(impact: Fraction, confidence: Fraction, ease: Fraction) -> Fraction:
    """(impact + confidence + ease) / 3, the form in which ICE was first published (Sean Ellis)."""
    return (impact + confidence + ease) / 3


def ice_product(impact: Fraction, confidence: Fraction, ease: Fraction) -> Fraction:
    """Impact · confidence · ease: the other form in use. It can put ideas in another order than the mean."""
    return impact * confidence * ease
