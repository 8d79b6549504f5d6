"""The best split where every source's returns only fall: spend where the next unit of money brings most.

Over the concave envelopes of the responses this is exact, and what it finds no split can exceed. At the optimum the marginal
returns are equal wherever nothing bounds them (the Karush–Kuhn–Tucker conditions of a separable concave problem).
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import inf, isfinite, sqrt
from typing import NamedTuple

from roadmapctl.analysis.allocation.curves import Amount
from roadmapctl.analysis.allocation.envelope import Bend, Piece, Straight, envelope
from roadmapctl.analysis.allocation.options import Goal, Option

NONE = Fraction(0)
HALVINGS = 200
WIDENINGS = 400
STEEPER = 4.0
NEARLY = 1 + 1e-15
TOLERANCE = 1e-12


class Box(NamedTuple):
    """A stretch of spend of one source, both ends included."""

    low: Fraction
    high: Fraction


class Relaxed(NamedTuple):
    """Spend by source, and the deals it would bring by the envelopes: as many as any split within the boxes, or more."""

    spends: tuple[Amount, ...]
    deals: tuple[Amount, ...]


class Part(NamedTuple):
    """A piece of the envelope of the source with this number; `weight` turns its units into deals, `slope` is the deals that
    the first unit of money in it brings."""

    option: int
    piece: Piece
    weight: Fraction
    slope: Amount

    @property
    def length(self) -> Amount:
        """The money that fits into it."""
        return self.piece.end - self.piece.start

    def deals(self, spend: Amount) -> Amount:
        """What the first so much money of it brings."""
        if isinstance(self.piece, Straight):
            return spend * self.slope
        start = self.piece.start
        return (self.piece.curve.units(start + spend) - self.piece.curve.units(start)) * self.weight

    def spend_above(self, slope: float) -> Amount:
        """The money of it that brings more than `slope` deals for each unit."""
        if isinstance(self.piece, Straight):
            return self.length if self.slope > slope else NONE
        weight = float(self.weight)
        spend = self.piece.curve.spend_at(slope / weight) if weight else 0.0
        return min(max(spend - float(self.piece.start), 0.0), float(self.length))

    @property
    def last_slope(self) -> float:
        """The deals that the last unit of money in it brings."""
        if isinstance(self.piece, Straight) or not self.weight:
            return float(self.slope)
        return self.piece.curve.marginal(self.piece.end) * float(self.weight)


def _part(number: int, piece: Piece, weight: Fraction) -> Part:
    first = piece.slope if isinstance(piece, Straight) else piece.curve.marginal(piece.start)
    return Part(number, piece, weight, first * weight if weight else NONE)


class Relaxation:
    """The same options under many boxes; envelopes are worked out once for each."""

    def __init__(self, options: Sequence[Option], goal: Goal) -> None:
        self._options = options
        self._goal = goal
        self._known: dict[tuple[int, Box], tuple[Part, ...]] = {}
        self._at: dict[tuple[int, Fraction], Amount] = {}

    def solve(self, boxes: Sequence[Box]) -> Relaxed | None:
        """The best split within the boxes; None where no split keeps to them and the goal."""
        parts = [part for number, box in enumerate(boxes) for part in self._parts(number, box)]
        given = [self._deals_at(number, box.low) for number, box in enumerate(boxes)]
        by_spend = self._goal.kind == "spend"
        left = self._goal.amount - sum((box.low for box in boxes) if by_spend else given, NONE)
        if by_spend and left < 0:
            return None
        filled = _filled(parts, left, by_spend=by_spend)
        if filled is None:
            return None
        spends: list[Amount] = [box.low for box in boxes]
        deals: list[Amount] = list(given)
        for part, spend in zip(parts, filled, strict=True):
            spends[part.option] += spend
            deals[part.option] += part.deals(spend)
        return Relaxed(tuple(spends), tuple(deals))

    def corner(self, number: int, box: Box, spend: Amount, *, up: bool) -> Fraction:
        """Where the piece of the envelope that a spend lies within ends (`up`) or begins."""
        pieces = [part.piece for part in self._parts(number, box)]
        piece = next((piece for piece in pieces if piece.start <= spend <= piece.end), None)
        return Fraction(spend if piece is None else piece.end if up else piece.start)

    def _parts(self, number: int, box: Box) -> tuple[Part, ...]:
        if (number, box) not in self._known:
            option = self._options[number]
            pieces = envelope(option.curve, box.low, box.high)
            self._known[number, box] = tuple(_part(number, piece, option.conversion) for piece in pieces)
        return self._known[number, box]

    def _deals_at(self, number: int, spend: Fraction) -> Amount:
        if (number, spend) not in self._at:
            self._at[number, spend] = self._options[number].deals(spend)
        return self._at[number, spend]


def _filled(parts: Sequence[Part], amount: Amount, *, by_spend: bool) -> Sequence[Amount] | None:
    """Money for each part, the steepest first, until an amount of money is spent or of deals is reached.

    Parts that bring nothing get nothing. None where all of them do not reach the deals.
    """
    if amount <= 0:
        return [NONE] * len(parts)
    if any(isinstance(part.piece, Bend) for part in parts):
        return _by_slope(parts, float(amount), by_spend=by_spend)
    filled: list[Amount] = [NONE] * len(parts)
    left = amount
    for number in sorted(range(len(parts)), key=lambda number: -parts[number].slope):
        slope = parts[number].slope
        if slope <= 0 or left <= 0:
            break
        filled[number] = min(parts[number].length, left if by_spend else left / slope)
        left -= filled[number] if by_spend else filled[number] * slope
    return filled if by_spend or left <= TOLERANCE * amount else None


def _by_slope(parts: Sequence[Part], amount: float, *, by_spend: bool) -> Sequence[Amount] | None:
    """The same where some parts bend: the slope at which just so much is spent or reached is found by bisection."""

    def reached(slope: float) -> float:
        spends = [part.spend_above(slope) for part in parts]
        return float(sum(spends if by_spend else map(Part.deals, parts, spends)))

    high, low = _bracket(parts, reached, amount)
    if low is None:
        ends = [part.length if part.slope > 0 else NONE for part in parts]
        enough = by_spend or float(sum(map(Part.deals, parts, ends))) >= amount * (1 - TOLERANCE)
        return ends if enough else None
    for _ in range(HALVINGS):
        middle = sqrt(high) * sqrt(low)
        if high <= low * NEARLY or not low < middle < high:
            break
        high, low = (high, middle) if reached(middle) > amount else (middle, low)
    return _topped_up(parts, high, low, amount - reached(high), by_spend=by_spend)


def _bracket(parts: Sequence[Part], reached: Callable[[float], float], amount: float) -> tuple[float, float | None]:
    """A slope at which no more than the amount is reached, and one at which more is; None where there is no such."""
    slopes = [slope for part in parts for slope in (float(part.slope), part.last_slope) if slope > 0]
    high = max((slope for slope in slopes if isfinite(slope)), default=1.0) * STEEPER
    for _ in range(WIDENINGS):
        if reached(high) <= amount:
            break
        high *= STEEPER
    low = min(slopes, default=inf) / STEEPER
    return high, low if isfinite(low) and reached(low) > amount else None


def _topped_up(parts: Sequence[Part], high: float, low: float, left: float, *, by_spend: bool) -> list[Amount]:
    """What the steeper slope gives, and what is left put where the flatter one, next to it, gives more."""
    filled = [part.spend_above(high) for part in parts]
    for number, part in enumerate(parts):
        room = part.spend_above(low) - filled[number]
        if room <= 0 or left <= 0:
            continue
        more = min(float(room), left if by_spend else left / low)
        filled[number] += more
        left -= more if by_spend else more * low
    return filled
