"""The volumes of every stage, carried up the funnel separately for each source."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.infeasible import Infeasible
from roadmapctl.analysis.rounding import MAX_UNITS, Rounding, carried, whole_up
from roadmapctl.analysis.sources import Inflow, effective_rate, zero_rate
from roadmapctl.analysis.split import largest_remainder
from roadmapctl.model.funnel import Stage

Parts = tuple[Fraction, ...]
NONE = Fraction(0)


class Volume(NamedTuple):
    """Units that must pass a stage, by source: all of them (`need`) and without those in hand (`new`)."""

    need: Parts
    new: Parts

    @property
    def total(self) -> Fraction:
        """All that must pass."""
        return sum(self.need, NONE)

    @property
    def total_new(self) -> Fraction:
        """What is not in hand yet."""
        return sum(self.new, NONE)


def recycled_units(stage: Stage) -> Fraction:
    """Units of the next stage that a stage's recycled units bring, r'·h'."""
    return NONE if stage.recycled is None else stage.recycled.rate.point * stage.recycled.units


def bottom_up(
    deals: Fraction, stages: Sequence[Stage], sources: Sequence[Inflow], rounding: Rounding
) -> tuple[Volume, ...] | Infeasible:
    """The volumes, top first: need_k = max(0, need_{k+1} − h_{k+1} − r'_k·h'_k) / r_k.

    What is in hand and what recycled units bring lowers the parts of all sources that pass there in
    proportion.
    """
    need = _deals_by_source(deals, sources, rounding)
    found: list[Volume] = []
    for position in reversed(range(len(stages))):
        stage = stages[position]
        if sum(need, NONE) > MAX_UNITS:
            return Infeasible(("funnel", "stages", stage.id), "too_many", {"stage": stage.id})
        found.append(Volume(need, less(need, Fraction(stage.in_hand))))
        if position:
            above = _one_stage_up(found[-1].new, position - 1, stages[position - 1], sources, rounding)
            if isinstance(above, Infeasible):
                return above
            need = above
    return tuple(reversed(found))


def _deals_by_source(deals: Fraction, sources: Sequence[Inflow], rounding: Rounding) -> Parts:
    shares = [source.share for source in sources]
    if rounding == "each":
        return tuple(map(Fraction, largest_remainder(whole_up(deals), shares)))
    return tuple(share * deals for share in shares)


def _one_stage_up(
    wanted: Parts, position: int, stage: Stage, sources: Sequence[Inflow], rounding: Rounding
) -> Parts | Infeasible:
    """What must pass the stage at `position` so that `wanted` reach the one below it."""
    need: list[Fraction] = []
    left = less(passing(position, wanted, sources), recycled_units(stage))
    for part, source in zip(left, sources, strict=True):
        rate = source.rates[position]
        if part and not rate:
            return zero_rate(source, stage.id, part)
        need.append(carried(part / rate, rounding) if part and rate else NONE)
    return tuple(need)


def passing(position: int, parts: Parts, sources: Sequence[Inflow]) -> Parts:
    """The parts of the sources that pass the stage at `position`; 0 for those that enter below it."""
    return tuple(part if source.feeds <= position else NONE for part, source in zip(parts, sources, strict=True))


def less(parts: Parts, given: Fraction) -> Parts:
    """The parts without `given`, which all of them share in proportion; never below 0."""
    if not given:
        return parts
    total = sum(parts, NONE)
    if total <= given:
        return (NONE,) * len(parts)
    left = (total - given) / total
    return (total - given,) if len(parts) == 1 else tuple(part * left for part in parts)


def units_to_bring(
    volumes: Sequence[Volume], stages: Sequence[Stage], sources: Sequence[Inflow], rounding: Rounding
) -> Parts:
    """What each source must bring to the stage it feeds.

    Units in hand above that stage, where no other source needs them, come down to it at the stages' own rates
    and are spared the sources there.
    """
    units = [volumes[source.feeds].new[number] for number, source in enumerate(sources)]
    surplus = NONE
    for position, stage in enumerate(stages):
        if surplus:
            feeding = [number for number, source in enumerate(sources) if source.feeds == position]
            wanted = tuple(units[number] for number in feeding)
            for number, left in zip(feeding, less(wanted, surplus), strict=True):
                units[number] = carried(left, rounding)
            surplus = max(NONE, surplus - sum(wanted, NONE))
        if position < len(stages) - 1:
            surplus = _surplus_below(surplus, position, stage, volumes, sources)
    return tuple(units)


def _surplus_below(
    surplus: Fraction, position: int, stage: Stage, volumes: Sequence[Volume], sources: Sequence[Inflow]
) -> Fraction:
    """What reaches the next stage beyond the needs of the sources that pass this one."""
    extra = recycled_units(stage)
    if extra:
        extra -= sum(passing(position, volumes[position + 1].new, sources), NONE)
    if stage.in_hand:
        surplus += max(NONE, stage.in_hand - volumes[position].total)
    return carried(surplus * (effective_rate(stage) or 0), "final") + max(NONE, extra)
