"""Trials of a whole plan: units stage by stage, thinned by drawn rates and by chance."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from roadmapctl.analysis.uncertainty.question.commitments import Arrival
from roadmapctl.analysis.uncertainty.question.course import Step
from roadmapctl.analysis.uncertainty.question.question import Question

if TYPE_CHECKING:
    import numpy as np
    from numpy.random import Generator
    from numpy.typing import NDArray

    Draws = NDArray[np.float64]
    Units = NDArray[np.int64]

Lane = tuple[int, str]
"""A course and a segment: units that go the same way."""


class _Flow:
    """Units of one lane in every trial, of which a part `passing` is still to be drawn."""

    def __init__(self, units: "Units | int", passing: "Draws | float" = 1.0) -> None:
        self.units, self.passing = units, passing


class Walk:
    """A number of trials whose rates are drawn already."""

    def __init__(self, question: Question, rates: "Mapping[str, Draws]", random: "Generator", number: int) -> None:
        self._question, self._rates, self._random, self._number = question, rates, random, number
        self._flows: dict[Lane, _Flow] = {}

    def customers(self, units: Sequence[int]) -> "dict[str, Units]":
        """What becomes of so many units of each arrival, by segment.

        Chance is drawn where units meet others, a limit or a multiplier, and at the end: thinning twice is thinning once by both
        rates.
        """
        committed, capacity = self._question.committed, self._question.capacity
        stages = len(committed.courses[0]) + 1 if committed.courses else 1
        for stage in range(stages):
            for number, arrival in enumerate(committed.arrivals):
                if arrival.stage == stage and units[number]:
                    self._arrive(arrival, units[number])
            if stage in capacity:
                self._bound(capacity[stage])
            for (course, _), flow in self._flows.items() if stage + 1 < stages else ():
                self._pass(flow, committed.courses[course][stage])
        found: dict[str, Units] = {}
        for (_, segment), flow in self._flows.items():
            settled = self._settled(flow)
            found[segment] = found[segment] + settled if segment in found else settled
        return found

    def _arrive(self, arrival: Arrival, units: int) -> None:
        new, lane = _Flow(units, self._question.share_in_time(arrival)), (arrival.course, arrival.segment)
        self._pass(new, arrival.before)
        if lane in self._flows:
            self._flows[lane] = _Flow(self._settled(self._flows[lane]) + self._settled(new))
        else:
            self._flows[lane] = new

    def _pass(self, flow: _Flow, step: Step) -> None:
        if step.chance > 1:  # each unit becomes the whole number below or the one above
            units = self._settled(flow)
            whole, rest = divmod(step.chance, 1)
            flow.units = units * int(whole) + (self._random.binomial(units, float(rest)) if rest else 0)
            flow.passing = 1.0
        elif step.chance != 1:
            flow.passing = flow.passing * float(step.chance)
        if step.rate is not None:
            flow.passing = flow.passing * self._rates[step.rate]

    def _settled(self, flow: _Flow) -> "Units":
        """How many have come through, in every trial."""
        import numpy as np

        if isinstance(flow.passing, float):
            units = np.full(self._number, flow.units) if isinstance(flow.units, int) else flow.units
            return units if flow.passing == 1.0 else self._random.binomial(units, flow.passing)
        return self._random.binomial(flow.units, flow.passing)

    def _bound(self, most: int) -> None:
        """Of more units than can be worked, each lane has its part."""
        import numpy as np

        settled = {lane: self._settled(flow) for lane, flow in self._flows.items()}
        if not settled:
            return
        total = np.sum(list(settled.values()), axis=0)
        part = np.minimum(1.0, most / np.maximum(total, 1))
        for lane, units in settled.items():
            bounded = np.minimum(units, most) if len(settled) == 1 else np.floor(units * part + 1e-9).astype(np.int64)
            self._flows[lane] = _Flow(bounded)
