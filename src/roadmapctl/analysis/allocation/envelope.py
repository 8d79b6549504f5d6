"""The least concave curve above a response on a stretch of spend, in pieces whose returns only fall.

It is what a search for the best split may count on at most: no response exceeds its envelope, and over envelopes the best
split is found by spending where the next unit of money brings most.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from roadmapctl.analysis.allocation.curves import Amount, Curve, Lines, Proportional, Smooth

HALVINGS = 200


class Straight(NamedTuple):
    """From one spend to another each unit of money brings `slope` units."""

    start: Amount
    end: Amount
    slope: Amount


class Bend(NamedTuple):
    """From one spend to another the curve itself, whose returns diminish there."""

    start: Amount
    end: Amount
    curve: Smooth


Piece = Straight | Bend


def envelope(curve: Curve, low: Fraction, high: Fraction) -> tuple[Piece, ...]:
    """The pieces between two spends, in order; none where they are the same."""
    if low >= high:
        return ()
    if isinstance(curve, Proportional):
        return (Straight(low, high, curve.rate),)
    if isinstance(curve, Lines):
        return tuple(_hull(curve, low, high))
    return _bent(curve, low, high)


def _hull(curve: Lines, low: Fraction, high: Fraction) -> Iterator[Straight]:
    """The upper hull of the known points between the ends, by Andrew's monotone chain."""
    inner = [point for point in curve.points if low < point[0] < high]
    hull: list[tuple[Fraction, Fraction]] = []
    for point in [(low, Fraction(curve.units(low))), *inner, (high, Fraction(curve.units(high)))]:
        while len(hull) > 1 and _slope(hull[-2], hull[-1]) <= _slope(hull[-1], point):
            hull.pop()
        hull.append(point)
    for start, end in pairwise(hull):
        yield Straight(start[0], end[0], _slope(start, end))


def _slope(start: Sequence[Fraction], end: Sequence[Fraction]) -> Fraction:
    return (end[1] - start[1]) / (end[0] - start[0])


def _bent(curve: Smooth, low: Fraction, high: Fraction) -> tuple[Piece, ...]:
    """The curve where its returns diminish; before that the chord from the lower end that just touches it."""
    if low >= curve.inflection:
        return (Bend(low, high, curve),)
    touch = _touching(curve, float(low), float(high))
    if touch is None:
        return (Straight(low, high, (curve.units(high) - curve.units(low)) / float(high - low)),)
    chord = Straight(low, touch, (curve.units(touch) - curve.units(low)) / (touch - float(low)))
    return (chord, Bend(touch, high, curve))


def _touching(curve: Smooth, low: float, high: float) -> float | None:
    """Where a chord from `low` touches the curve; None where it still rises towards `high`."""
    before, after = max(low, curve.inflection), high
    if before >= high or not _falls_below_chord(curve, low, high):
        return None
    for _ in range(HALVINGS):
        middle = (before + after) / 2
        if not before < middle < after:
            break
        before, after = (before, middle) if _falls_below_chord(curve, low, middle) else (middle, after)
    return after


def _falls_below_chord(curve: Smooth, low: float, spend: float) -> bool:
    """Does the next unit of money bring less than those since `low` did on average?"""
    return curve.marginal(spend) * (spend - low) < curve.units(spend) - curve.units(low)
