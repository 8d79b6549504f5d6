"""The volumes of every stage, carried up the funnel separately for each source."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor
from types import MappingProxyType
from typing import NamedTuple

from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.funnel.inflows import Inflow, zero_rate
from roadmapctl.analysis.funnel.parts import NO_PARTS, Parts
from roadmapctl.analysis.funnel.ways import effective_rate
from roadmapctl.analysis.rounding import MAX_UNITS, Rounding, carried, summed, whole_up
from roadmapctl.analysis.split import largest_remainder
from roadmapctl.model.funnel import Stage

NONE = Fraction(0)
Flows = Mapping[int, Sequence[Fraction]]
"""What comes anyway: by the number of its source, the units that pass each stage, top first."""
NO_FLOWS: Flows = MappingProxyType({})


class Volume(NamedTuple):
    """Units that must pass a stage, by source: all of them (`need`) and without those in hand (`new`), with their sums.

    `due` must newly reach the next stage from here, `wanted` of them once recycled units have brought theirs; both are empty
    for the last stage.
    """

    need: Parts
    new: Parts
    total: Fraction
    total_new: Fraction
    due: Parts = NO_PARTS
    wanted: Parts = NO_PARTS


def whole(parts: Sequence[Fraction]) -> Fraction:
    """The sum of at least one part."""
    return parts[0] if len(parts) == 1 else summed(parts)


def recycled_units(stage: Stage) -> Fraction:
    """Units of the next stage that a stage's recycled units bring, r'·h'."""
    return NONE if stage.recycled is None else stage.recycled.rate.point * stage.recycled.units


def flows_anyway(sources: Sequence[Inflow], rounding: Rounding) -> Flows:
    """The way down of what some sources bring anyway; whole units at each stage where each is rounded."""
    found = {number: _flow(source, rounding) for number, source in enumerate(sources) if source.brings is not None}
    return found or NO_FLOWS


def _flow(source: Inflow, rounding: Rounding) -> Sequence[Fraction]:
    units = source.brings or NONE
    passed = [NONE] * source.feeds + [units]
    for rate in source.rates[source.feeds : -1]:
        units = carried(units * (rate or NONE), "final")
        units = Fraction(floor(units)) if rounding == "each" else units
        passed.append(units)
    return tuple(passed)


def bottom_up(
    deals: Fraction, stages: Sequence[Stage], sources: Sequence[Inflow], rounding: Rounding
) -> tuple[Volume, ...] | Infeasible:
    """The volumes, top first: need_k = max(0, need_{k+1} − h_{k+1} − r'_k·h'_k) / r_k.

    What some sources bring anyway is taken off the deals first. What is in hand and what recycled units bring
    then lowers the parts of all other sources that pass there in proportion.
    """
    flows = flows_anyway(sources, rounding)
    need = _deals_by_source(deals, sources, flows, rounding)
    due = wanted = NO_PARTS
    found: list[Volume] = []
    for position in reversed(range(len(stages))):
        stage = stages[position]
        total = need.total
        if total > MAX_UNITS:
            return Infeasible(("funnel", "stages", stage.id), "too_many", {"stage": stage.id})
        new, total_new = _not_in_hand(need, total, stage.in_hand, flows)
        found.append(Volume(need, new, total, total_new, due, wanted))
        if position:
            due = passing(position - 1, new, sources)
            wanted = less(due, recycled_units(stages[position - 1]), flows)
            above = _one_stage_up(wanted, position - 1, stages[position - 1], sources, flows, rounding)
            if isinstance(above, Infeasible):
                return above
            need = above
    return tuple(reversed(found))


def _not_in_hand(need: Parts, total: Fraction, in_hand: int, flows: Flows) -> tuple[Parts, Fraction]:
    """The units of a stage without those in hand, by source and together; `total` is the sum of `need`."""
    if not in_hand:
        return need, total
    if flows:
        new = less(need, in_hand, flows)
        return new, new.total
    left = max(NONE, total - in_hand)
    return need.coming_to(left), left


def _deals_by_source(deals: Fraction, sources: Sequence[Inflow], flows: Flows, rounding: Rounding) -> Parts:
    """What comes anyway, and the rest by the others' shares; its parts alone where it is more than all deals."""
    shares = Parts.of(source.share for source in sources)
    if not flows:
        return _split(deals, shares, rounding)
    anyway = [flows[number][-1] if number in flows else NONE for number in range(len(sources))]
    total = whole(anyway)
    if total > deals:
        return _split(deals, Parts.of(part / total for part in anyway), rounding)
    rest = _split(deals - total, shares, rounding)
    return Parts.of(part + left for part, left in zip(anyway, rest, strict=True))


def _split(deals: Fraction, shares: Parts, rounding: Rounding) -> Parts:
    if rounding == "each":
        return Parts(largest_remainder(whole_up(deals), tuple(shares)), Fraction(1))
    return Parts(shares.weights, shares.unit * deals)


def shares_of_deals(deals: Fraction, sources: Sequence[Inflow]) -> Sequence[Fraction]:
    """Each source's share of all deals: of those that come anyway, and of what is left by its share of that."""
    anyway = deals_anyway(sources)
    total = whole(anyway) if anyway else NONE
    if not total or not deals:
        return tuple(source.share for source in sources)
    left, all_deals = max(NONE, 1 - total / deals), max(total, deals)
    return tuple(part / all_deals + source.share * left for part, source in zip(anyway, sources, strict=True))


def deals_anyway(sources: Sequence[Inflow]) -> Sequence[Fraction]:
    """The customers that come of what each source brings anyway; empty where none brings anything so."""
    if all(source.brings is None for source in sources):
        return ()
    return tuple(NONE if source.brings is None else source.brings * source.conversion for source in sources)


def _one_stage_up(
    wanted: Parts, position: int, stage: Stage, sources: Sequence[Inflow], flows: Flows, rounding: Rounding
) -> Parts | Infeasible:
    """What must pass the stage at `position` so that `wanted` reach the one below it."""
    rate = _common_rate(wanted, position, sources)
    if rate and rounding == "final" and not flows:
        return Parts(wanted.weights, carried(wanted.unit / rate, "final"))
    need: list[Fraction] = []
    for number, (part, source) in enumerate(zip(wanted, sources, strict=True)):
        rate = source.rates[position]
        if not part:
            need.append(NONE)
        elif not rate:
            return zero_rate(source, stage.id, part)
        elif number in flows and part >= flows[number][position + 1]:
            need.append(flows[number][position])  # all of it is wanted, so all of it passes
        else:
            need.append(carried(part / rate, rounding))
    return Parts.of(need)


def _common_rate(wanted: Parts, position: int, sources: Sequence[Inflow]) -> Fraction | None:
    """The rate at a stage of all sources of which some units are wanted; None where they differ."""
    common: Fraction | None = None
    for source, weight in zip(sources, wanted.weights, strict=True):
        rate = source.rates[position]
        if weight and common is None:
            common = rate
        elif weight and rate is not common:
            return None
    return common


def passing(position: int, parts: Parts, sources: Sequence[Inflow]) -> Parts:
    """The parts of the sources that pass the stage at `position`; 0 for those that enter below it."""
    return parts.where(source.feeds <= position for source in sources)


def less(parts: Parts, given: Fraction | int, flows: Flows = NO_FLOWS) -> Parts:
    """The parts without `given`, which those that do not come anyway share in proportion; never below 0."""
    if not given:
        return parts
    if not flows:
        return _lowered(parts, given)
    lowered = _lowered(asked(parts, flows), given)
    return Parts.of(parts[number] if number in flows else part for number, part in enumerate(lowered))


def asked(parts: Parts, flows: Flows) -> Parts:
    """The parts that do not come anyway; 0 for those that do."""
    return parts.where(number not in flows for number in range(len(parts))) if flows else parts


def _lowered(parts: Parts, given: Fraction | int) -> Parts:
    return parts.coming_to(max(NONE, parts.total - given))


class Wanted(NamedTuple):
    """The units wanted of each source at the stage it feeds, and the customers that come beyond the deals wanted."""

    units: Sequence[Fraction]
    surplus: Fraction


def units_to_bring(
    volumes: Sequence[Volume], stages: Sequence[Stage], sources: Sequence[Inflow], rounding: Rounding
) -> Wanted:
    """What is wanted of each source at the stage it feeds.

    Units in hand above that stage, where no other source needs them, come down to it at the stages' own rates
    and are spared the sources there. What comes down to the last stage and is spared nobody is a surplus.
    """
    flows = flows_anyway(sources, rounding)
    units = [volumes[source.feeds].new[number] for number, source in enumerate(sources)]
    surplus = NONE
    for position, stage in enumerate(stages):
        if surplus:
            wanted = Parts.of(units).where(source.feeds == position for source in sources)
            for number, left in enumerate(less(wanted, surplus, flows)):
                if sources[number].feeds == position and number not in flows:
                    units[number] = carried(left, rounding)
            surplus = max(NONE, surplus - asked(wanted, flows).total)
        if stage.in_hand:
            volume = volumes[position]
            needed = asked(volume.need, flows).total if flows else volume.total
            surplus += stage.in_hand - needed if stage.in_hand > needed else NONE
        if position < len(stages) - 1:
            below = asked(volumes[position].due, flows) if stage.recycled else NO_PARTS
            surplus = _surplus_below(surplus, stage, below)
    return Wanted(tuple(units), surplus + _too_many(volumes[-1], sources))


def _surplus_below(surplus: Fraction, stage: Stage, wanted: Parts) -> Fraction:
    """What reaches the next stage beyond what is `wanted` there from this one."""
    if not surplus and not wanted:
        return NONE  # as it mostly is
    extra = recycled_units(stage) - wanted.total if wanted else NONE
    return carried(surplus * (effective_rate(stage) or 0), "final") + max(NONE, extra)


def _too_many(deals: Volume, sources: Sequence[Inflow]) -> Fraction:
    """Customers of what comes anyway that are more than all deals."""
    anyway = deals_anyway(sources)
    return max(NONE, whole(anyway) - deals.total) if anyway else NONE
