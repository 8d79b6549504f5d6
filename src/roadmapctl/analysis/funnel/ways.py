"""The ways down a funnel: the rates that units meet from the stage they enter at, with recycling inside each stage."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.rounding import carried
from roadmapctl.model.estimates import Estimate
from roadmapctl.model.funnel import Stage

Rates = Mapping[str, Estimate]
NO_RATES: Rates = MappingProxyType({})


def stated_rate(stage: Stage) -> Fraction | None:
    """A stage's multiplier, or the point value of its rate."""
    if stage.multiplier is not None:
        return Fraction(stage.multiplier)
    return stage.rate.point if stage.rate is not None else None


def effective_rate(stage: Stage, own: Estimate | None = None) -> Fraction | None:
    """The rate (`own` in place of the stage's) with recycling inside the stage."""
    return with_recycling(own.point if own is not None else stated_rate(stage), stage)


def with_recycling(rate: Fraction | None, stage: Stage) -> Fraction | None:
    """A rate where some of those who do not convert try again within the stage: r' = r / (1 − ρ(1 − r))."""
    if not rate or not stage.recycling or rate > 1:
        return rate
    return rate / (1 - Fraction(stage.recycling) * (1 - rate))


class Way(NamedTuple):
    """The rates that units meet from the stage they enter at (None above it and for the last one), and their product."""

    rates: tuple[Fraction | None, ...]
    conversion: Fraction


class Course:
    """The stages and the ways down from each; rates of the stages' own are worked out once for all sources."""

    def __init__(self, stages: Sequence[Stage]) -> None:
        """`stages` top first."""
        self.stages = stages
        self.index = {stage.id: position for position, stage in enumerate(stages)}
        self._shared: dict[int, Way | Infeasible] = {}
        self._rates: dict[int, Fraction | None] = {}

    def way(self, feeds: int, own: Rates, of_segment: Rates) -> Way | Infeasible:
        """From the stage with an index, by a source's own rates, else its segment's, else the stages'."""
        if own or of_segment:
            return self._worked_out(feeds, own, of_segment)
        if feeds not in self._shared:
            self._shared[feeds] = self._worked_out(feeds, NO_RATES, NO_RATES)
        return self._shared[feeds]

    def _worked_out(self, feeds: int, own: Rates, of_segment: Rates) -> Way | Infeasible:
        rates: list[Fraction | None] = [None] * len(self.stages)
        conversion = Fraction(1)
        for position in range(feeds, len(self.stages) - 1):
            stage = self.stages[position]
            stated = own.get(stage.id) or of_segment.get(stage.id)
            rate = rates[position] = self._rate(position) if stated is None else effective_rate(stage, stated)
            if rate is None:
                return Infeasible(("funnel", "stages", stage.id, "rate"), "no_rate", {"stage": stage.id})
            conversion = carried(conversion * rate, "final")
        return Way(tuple(rates), conversion)

    def _rate(self, position: int) -> Fraction | None:
        """The stage's own. It is one object for all: so it is quickly seen where sources meet one rate."""
        if position not in self._rates:
            self._rates[position] = effective_rate(self.stages[position])
        return self._rates[position]
