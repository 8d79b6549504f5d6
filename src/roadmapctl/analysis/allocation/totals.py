"""A split of money over sources, and what it comes to, source by source."""

from collections.abc import Sequence
from fractions import Fraction
from math import floor
from typing import Literal, NamedTuple

from roadmapctl.analysis.allocation.choices import CapBy, Choice

NONE = Fraction(0)
CENT = Fraction(1, 100)

Bound = Literal["nothing", "floor", "between"] | CapBy
Knowledge = Literal["below", "within", "beyond"]


class Row(NamedTuple):
    """A source in a split: money spent, units and deals, those that come without a decision included.

    `events` are whole ones, None unless it is a series. `last` and `next` are what the last deal cost and what the next would
    cost, bounds aside; None where there is none. Where returns still rise, `next` is the cheapest that further deals can come
    to on average. `bound`: what keeps the spend from being lower or higher; `between` is nothing
    but the next deal's cost. `knowledge`: whether the spend lies between the points at which a fitted curve is known.
    """

    id: str
    spend: Fraction
    units: Fraction
    events: int | None
    deals: Fraction
    last: Fraction | None
    next: Fraction | None
    bound: Bound
    knowledge: Knowledge


class Totals(NamedTuple):
    """Rows in the order of the sources, their spend, and the deals of all of them and of what comes anyway."""

    rows: tuple[Row, ...]
    spend: Fraction
    deals: Fraction


def totals(choices: Sequence[Choice], spends: Sequence[Fraction], anyway: Fraction) -> Totals:
    """What a split comes to; `spends` is money above what is committed in any case, `anyway` are deals."""
    rows = tuple(_row(choice, spend) for choice, spend in zip(choices, spends, strict=True))
    spend, deals = (sum(column, NONE) for column in zip(*((row.spend, row.deals) for row in rows), strict=True))
    return Totals(rows, spend, deals + anyway)


def _row(choice: Choice, spend: Fraction) -> Row:
    option = choice.option
    used = spend if option.cap is None or choice.cap_by != "capacity" else min(spend, option.cap)
    units = choice.base + Fraction(option.units(used))
    return Row(
        id=choice.id,
        spend=choice.committed + spend,
        units=units,
        events=None if option.step is None else choice.held + floor(used / option.step),
        deals=units * option.conversion,
        last=option.cost_of_last(spend),
        next=option.cost_of_next(spend),
        bound=_bound(choice, spend),
        knowledge=_knowledge(choice, spend),
    )


def _bound(choice: Choice, spend: Fraction) -> Bound:
    option, step = choice.option, choice.option.step
    room = None if option.cap is None else option.cap - spend
    if choice.cap_by is not None and room is not None and (room <= 0 or (step is not None and room < step)):
        return choice.cap_by
    if option.floor and spend < option.floor + (step or CENT):
        return "floor"
    return "between" if spend > 0 else "nothing"


def _knowledge(choice: Choice, spend: Fraction) -> Knowledge:
    """Lines and prices say no more between nothing and the first point than people would."""
    fit = choice.fit
    if fit is not None and spend > fit.last:
        return "beyond"
    bent = fit is not None and fit.form not in ("proportional", "lines")
    return "below" if bent and fit is not None and 0 < spend < fit.first else "within"
