"""The ways on which last year's result came down the funnel: where each entered, and at which rates it went on."""

from collections.abc import Mapping
from fractions import Fraction
from math import prod
from typing import NamedTuple

from roadmapctl.analysis.funnel.reverse import FunnelResult, StageResult

ONE = Fraction(1)


class Way(NamedTuple):
    """One source's units, of one segment where there are segments.

    `part` is its part of the result (0 to 1, in money where the goal is), `rates` those it meets by the position of the stage, down
    to the goal's; `worth` is what one unit of the goal's stage counts in the goal's metric.
    """

    part: Fraction
    enters: int
    rates: Mapping[int, Fraction]
    worth: Fraction = ONE

    def result(self, factors: Mapping[int, Fraction]) -> Fraction:
        """Its part of the result once each rate is so many times as high."""
        return self.part * prod((factors.get(at, ONE) for at in self.rates), start=ONE)

    @property
    def conversion(self) -> Fraction:
        """The part of its units that gets to the goal's stage."""
        return prod(self.rates.values(), start=ONE)


def ways_to(result: FunnelResult, stage: int, last_year: Mapping[int, Fraction]) -> tuple[Way, ...]:
    """The ways to a stage in the plan's mix of sources and segments, at the plan's rates; `last_year` has other rates, by position,
    by which the rates of all ways change in proportion."""
    in_money = stage == len(result.stages) - 1 and result.demand.unit == "money"
    stated = [_rates(result.stages[at]) for at in range(stage)]
    sizes = {one.id: one.deal_size for one in result.segments}
    found = []
    for key, units in _units(result, stage).items():
        rates = {at: rate for at, by_way in enumerate(stated) if (rate := by_way.get(key)) is not None}
        worth = sizes.get(key[1]) or result.demand.deal_size or ONE if in_money else ONE
        if units and all(rates.values()):
            found.append(Way(units * worth, min(rates, default=stage), _as_last_year(rates, result, last_year), worth))
    whole = sum((way.part for way in found), Fraction(0))
    return tuple(way._replace(part=way.part / whole) for way in found)


def _units(result: FunnelResult, stage: int) -> Mapping[tuple[str, str], Fraction]:
    """The units that pass a stage, by source and segment."""
    if stage == len(result.stages) - 1:
        return result.deals
    return {(leg.source, leg.segment): leg.need for leg in result.stages[stage].legs}


def _rates(stage: StageResult) -> dict[tuple[str, str], Fraction | None]:
    """The rates that a stage's units go on at, by source and segment."""
    return {(leg.source, leg.segment): leg.rate for leg in stage.legs}


def _as_last_year(
    rates: Mapping[int, Fraction], result: FunnelResult, last_year: Mapping[int, Fraction]
) -> dict[int, Fraction]:
    found = dict(rates)
    for at in rates.keys() & last_year.keys():
        stated = result.stages[at].effective_rate
        found[at] = min(ONE, rates[at] * last_year[at] / stated) if stated else last_year[at]
    return found
