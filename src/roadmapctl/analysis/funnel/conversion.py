"""Rates from counts, volumes carried forwards through rates, and how a rate has changed."""

import itertools
from collections.abc import Sequence
from fractions import Fraction
from math import prod


def step_rates(counts: Sequence[Fraction]) -> tuple[Fraction | None, ...]:
    """The share of each stage that reached the next, top first; None where a stage had none."""
    return tuple(below / above if above else None for above, below in itertools.pairwise(counts))


def overall_rate(rates: Sequence[Fraction]) -> Fraction:
    """Π r: the share of the top that comes out at the bottom. True only where every unit passes every stage."""
    return prod(rates, start=Fraction(1))


def carried_forward(units: Fraction, rates: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Units at the stage after each rate: N_{k+1} = r_k · N_k."""
    return tuple(itertools.accumulate(rates, lambda units, rate: units * rate, initial=units))[1:]


def relative_change(before: Fraction, after: Fraction) -> Fraction | None:
    """After / before − 1, a part of 1: +33.3% from 0.75% to 1%. None from 0."""
    return after / before - 1 if before else None


def change_in_points(before: Fraction, after: Fraction) -> Fraction:
    """(after − before) · 100, in percentage points: +0.25 from 0.75% to 1%."""
    return (after - before) * 100
