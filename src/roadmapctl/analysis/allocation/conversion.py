"""The part of a source's units that become deals, and the deals that come without a further spend."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.funnel.inflows import inflows
from roadmapctl.analysis.funnel.volumes import recycled_units
from roadmapctl.model.funnel import Funnel, Source

NONE = Fraction(0)
WHOLE = Decimal(1)


def conversion(funnel: Funnel, id_: str, source: Source) -> Fraction | Infeasible:
    """Π r from the stage a source feeds, by its own rates where it has any; over segments the mean by units.

    Where the segments' shares are of deals, W deals take Σ s_g·W / P_g units, so the mean is harmonic: 1 / Σ (s_g / P_g); where
    they are of leads it is Σ w_g·P_g.
    """
    alone = {id_: source.model_copy(update={"share": WHOLE, "brings": None})}
    ways = inflows(funnel.stages, alone, "deals", NONE, funnel.segments)
    if isinstance(ways, Infeasible):
        return ways
    if funnel.mix == "leads":
        return sum((way.share * way.conversion for way in ways), NONE)
    if any(way.share and not way.conversion for way in ways):
        return NONE
    return 1 / sum((way.share / way.conversion for way in ways if way.share), NONE)


def rates(funnel: Funnel, id_: str, source: Source) -> tuple[Fraction, ...]:
    """The rates whose product the conversion is, from the stage a source feeds down; none where segments have their own."""
    alone = {id_: source.model_copy(update={"share": WHOLE, "brings": None})}
    ways = inflows(funnel.stages, alone, "deals", NONE, funnel.segments)
    if isinstance(ways, Infeasible) or len(ways) != 1:
        return ()
    return tuple(rate for rate in ways[0].rates if rate is not None)


def deals_in_hand(funnel: Funnel) -> Fraction | Infeasible:
    """The deals that units in hand and recycled ones come to at the stages' rates: Σ h·Π r + Σ r'·h'·Π r."""
    total = NONE
    for units, stage_id in _at_hand(funnel):
        rate = conversion(funnel, stage_id, Source.model_construct(feeds=stage_id))
        if isinstance(rate, Infeasible):
            return rate
        total += units * rate
    return total


def _at_hand(funnel: Funnel) -> Iterator[tuple[Fraction, str]]:
    """Units that are there already, and the stage they are at; recycled ones that convert, at the next one."""
    for position, stage in enumerate(funnel.stages):
        if stage.in_hand:
            yield Fraction(stage.in_hand), stage.id
        if stage.recycled is not None and position + 1 < len(funnel.stages):
            yield recycled_units(stage), funnel.stages[position + 1].id
