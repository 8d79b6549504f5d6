"""Amounts that a search found in floats, as money: to the cent, within their bounds, and together no more than there is."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from roadmapctl.analysis.allocation.curves import Amount
from roadmapctl.analysis.allocation.options import Goal, Option
from roadmapctl.analysis.allocation.relaxed import Box

CENT = Fraction(1, 100)
NEARLY = 1e-9


def settled(
    spends: Sequence[Amount], options: Sequence[Option], boxes: Sequence[Box], goal: Goal
) -> tuple[Fraction, ...]:
    """To the nearest cent where money is to be split, what that leaves spent where it fits and brings most, what it lacks taken
    from where it is missed least; up to the next cent where deals are to be reached. Exact amounts stay as they are."""
    money = [_to_cents(spend, box, goal) for spend, box in zip(spends, boxes, strict=True)]
    if goal.kind == "spend":
        left = goal.amount - sum(money)
        fitting = [
            number
            for number, (option, box) in enumerate(zip(options, boxes, strict=True))
            if isinstance(spends[number], float)
            and option.step is None
            and abs(left) <= CENT * len(money)
            and box.low <= money[number] + left <= box.high
        ]
        if left and fitting:
            returns = {number: _return_at(options[number], money[number]) for number in fitting}
            money[(max if left > 0 else min)(fitting, key=returns.__getitem__)] += left
    return tuple(money)


def _return_at(option: Option, spend: Fraction) -> float:
    """Deals for one more unit of money."""
    return float(option.curve.marginal(spend)) * float(option.conversion)


def _to_cents(spend: Amount, box: Box, goal: Goal) -> Fraction:
    if isinstance(spend, Fraction):
        return spend
    bound = box.low if spend - box.low < box.high - spend else box.high
    if abs(spend - bound) <= NEARLY * max(1.0, spend):
        return bound
    cents = Fraction(spend) / CENT
    return min(box.high, max(box.low, (round(cents) if goal.kind == "spend" else ceil(cents)) * CENT))
