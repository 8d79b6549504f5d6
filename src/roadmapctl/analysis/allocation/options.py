"""What there is to decide: sources on which money can be spent, with what it brings and the bounds that hold."""

from collections.abc import Sequence
from fractions import Fraction
from math import floor
from typing import Literal, NamedTuple

from roadmapctl.analysis.allocation.curves import Amount, Curve, marginal_before
from roadmapctl.analysis.allocation.envelope import Straight, envelope
from roadmapctl.analysis.rounding import MAX_UNITS

NONE = Fraction(0)


class Option(NamedTuple):
    """A source to spend on. Money is in the plan's currency, above what is spent on it in any case.

    `conversion` is the part of its units that become deals. At least `floor` has to be spent, at most `cap` may be (None: no
    limit). `step` is the price of one event where only whole ones can be held.
    """

    curve: Curve
    conversion: Fraction
    floor: Fraction = NONE
    cap: Fraction | None = None
    step: Fraction | None = None

    def units(self, spend: Amount) -> Amount:
        """What a spend brings, of whole events where it is spent on them."""
        return self.curve.units(spend if self.step is None else floor(spend / self.step) * self.step)

    def deals(self, spend: Amount) -> Amount:
        """The deals it brings."""
        return self.units(spend) * self.conversion

    def cost_of_next(self, spend: Fraction) -> Fraction | None:
        """What the next deal would cost, money / deal; None where none would come for any money.

        Where returns still rise: what further deals cost on average, with as much more money as makes them cheapest. At the cap
        and beyond, what the next one would cost if it could be had.
        """
        pieces = envelope(self.curve, spend, self.cap) if self.cap is not None else ()
        if pieces and isinstance(pieces[0], Straight):
            return self._cost(pieces[0].slope)
        return self._cost(self.curve.marginal(spend))

    def cost_of_last(self, spend: Fraction) -> Fraction | None:
        """What the last deal cost; None where nothing is spent."""
        return self._cost(marginal_before(self.curve, spend)) if spend > 0 else None

    def _cost(self, marginal: Amount) -> Fraction | None:
        deals = marginal * self.conversion
        return Fraction(1 / deals) if deals * MAX_UNITS > 1 else None


class Goal(NamedTuple):
    """`spend`: the most deals for an amount of money. `deals`: the least money for an amount of deals."""

    kind: Literal["spend", "deals"]
    amount: Fraction


Options = Sequence[Option]
