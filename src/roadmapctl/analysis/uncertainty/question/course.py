"""The way of a unit down the funnel: at each stage a certain rate, an uncertain one, or a multiplier."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.funnel.inflows import Inflow
from roadmapctl.analysis.funnel.ways import effective_rate
from roadmapctl.model.estimates import Estimate, Exact
from roadmapctl.model.funnel import FunnelSegment, Source, Stage

ONE, NONE = Fraction(1), Fraction(0)


class Uncertain(NamedTuple):
    """A rate that is not exact, and the share of those who do not convert that tries again within its stage."""

    estimate: Estimate
    recycling: Fraction | None = None

    def effective(self, rate: float) -> float:
        """A rate with the second tries in it, r / (1 − ρ(1 − r))."""
        return rate / (1 - float(self.recycling) * (1 - rate)) if self.recycling and rate else rate


class Step(NamedTuple):
    """From a stage to the next: units pass with `chance`, and with the uncertain rate at the path `rate` if there is one.

    More than 1 is a multiplier: one unit becomes so many.
    """

    chance: Fraction
    rate: str | None = None


ALWAYS = Step(ONE)
"""All units pass."""

Course = tuple[Step, ...]
"""The steps from each stage to the next, top first. Above the stage a source feeds they are never used."""


class Courses:
    """The ways that units of sources and segments take, and the uncertain rates met on them."""

    def __init__(
        self, stages: Sequence[Stage], sources: Mapping[str, Source], segments: Mapping[str, FunnelSegment]
    ) -> None:
        self._stages, self._sources, self._segments = stages, sources, segments
        self.rates: dict[str, Uncertain] = {}

    def of_stages(self) -> Course:
        """The way of units that belong to no source: at the stages' own rates. A stage without one lets nothing through."""
        return tuple(
            self._step(stage, ("funnel", "stages", stage.id, "rate"), stage.rate) for stage in self._stages[:-1]
        )

    def of_source(self, way: Inflow) -> Course:
        """The way of a source's units, of its part of a segment where there are segments."""
        return tuple(
            self._step(stage, way.path_of_rate(stage.id), self._rate(way, stage)) for stage in self._stages[:-1]
        )

    def _rate(self, way: Inflow, stage: Stage) -> Estimate | None:
        if stage.id in way.own:
            return self._sources[way.id].rates[stage.id]
        if stage.id in way.of_segment:
            return self._segments[way.segment].rates[stage.id]
        return stage.rate

    def _step(self, stage: Stage, path: Sequence[str | int], rate: Estimate | None) -> Step:
        stated_by_stage = path[1] == "stages"
        if rate is None or isinstance(rate, Exact) or (stated_by_stage and stage.multiplier is not None):
            return Step(effective_rate(stage, None if stated_by_stage else rate) or NONE)
        return Step(ONE, self.uncertain(path, rate, None if stage.recycling is None else Fraction(stage.recycling)))

    def uncertain(self, path: Sequence[str | int], rate: Estimate, recycling: Fraction | None = None) -> str:
        """Where the plan states an uncertain rate, which is remembered under that name."""
        name = ".".join(map(str, path))
        self.rates[name] = Uncertain(rate, recycling)
        return name


class Branch(NamedTuple):
    """So many units for each one that sets out, all of which become customers with `chance` times the rates named."""

    units: int
    chance: Fraction
    rates: frozenset[str]


def branches(steps: Sequence[Step]) -> tuple[Branch, ...] | None:
    """What becomes of a unit on its way; None where a multiplier stands below a rate, so that what it makes of the units that
    come through comes in bunches.

    A multiplier of 1.8 makes of every unit one, and with a chance of 0.8 another one.
    """
    parts, rates = [(1, ONE)], set[str]()
    for step in steps:
        if step.chance > 1:
            if rates or any(chance != 1 for _, chance in parts):
                return None
            whole, rest = divmod(step.chance, 1)
            parts = [(number * int(whole), ONE) for number, _ in parts] + [
                (number, rest) for number, _ in parts if rest
            ]
        else:
            parts = [(number, chance * step.chance) for number, chance in parts]
        if step.rate is not None:
            rates.add(step.rate)
    return tuple(Branch(number, chance, frozenset(rates)) for number, chance in parts if number and chance)
