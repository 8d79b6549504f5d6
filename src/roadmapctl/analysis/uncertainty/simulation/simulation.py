"""The outcome by drawing: seeded, in chunks whose draws depend on nothing but their number, on all processors at hand."""

import os
from collections.abc import Callable, Iterator
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.rounding import MAX_UNITS
from roadmapctl.analysis.uncertainty.distributions.roots import first_whole
from roadmapctl.analysis.uncertainty.question.meeting import entries_of, meeting
from roadmapctl.analysis.uncertainty.question.question import Question, question
from roadmapctl.analysis.uncertainty.result import Quantiles, Reason, Uncertainty, quantiles
from roadmapctl.analysis.uncertainty.simulation.histogram import Histogram
from roadmapctl.analysis.uncertainty.simulation.sampling import Sampler
from roadmapctl.analysis.uncertainty.simulation.trials import Chunk, Trials
from roadmapctl.analysis.uncertainty.tornado import tornado
from roadmapctl.analysis.uncertainty.volume import WIDTH, Scale, arriving, scale_of
from roadmapctl.model.estimates import Exact
from roadmapctl.model.funnel import Funnel

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CHUNK = 1 << 16
"""Trials drawn at a time: few enough for a processor's cache, enough for NumPy's loops."""
SEARCHED = 2
"""Chunks by which the volume for a confidence is found."""

Progress = Callable[[int, int], object]
"""Told how many of how many trials are done."""


class Draw(NamedTuple):
    """How to draw: so many `trials` from a `seed`, by so many threads (`workers`; as many as there are processors unless said)."""

    trials: int
    seed: int
    progress: Progress | None = None
    workers: int | None = None


def simulation(funnel: Funnel, result: FunnelResult, confidence: Fraction, draw: Draw) -> Uncertainty:
    """The outcome of a plan's funnel, solved as `result`, and why it had to be drawn if it had to."""
    asked = question(funnel, result)
    entries = entries_of(asked.committed)
    inflows: Reason = "multiplier" if entries is None else "shared" if meeting(entries) is None else "asked"
    return Simulation(asked, scale_of(asked.committed, result.sources), draw).uncertainty(
        confidence, asked.reason or inflows
    )


class _Drawn(NamedTuple):
    trials: Trials
    factors: "NDArray[np.float64] | None"


class Simulation:
    """Trials of a question; the same for the same seed whatever the number of threads, which NumPy lets run side by side."""

    def __init__(self, question: Question, scale: Scale | None, draw: Draw) -> None:
        import numpy as np

        self._question, self._scale, self._draw = question, scale, draw
        self._trials, self._workers = draw.trials, draw.workers or _processors()
        met = {rate for part in question.committed.yields() for rate in part.rates}
        rates = {path: rate for path, rate in question.committed.rates.items() if path in met}
        self._sampler = Sampler(rates, question.together, question.matrix)
        self._seeds = np.random.SeedSequence(draw.seed).spawn(-(-draw.trials // CHUNK))
        self._deals, self._value, self._met = Histogram(), Histogram(), 0
        self._factors: list[NDArray[np.float64]] = []

    def uncertainty(self, confidence: Fraction, reason: Reason) -> Uncertainty:
        """What they come to."""
        for drawn in self._all():
            self._deals.add(drawn.trials.deals)
            if drawn.trials.value is not None:
                self._value.add(drawn.trials.value)
            if drawn.factors is not None:
                self._factors.append(drawn.factors)
            self._met += drawn.trials.met
        question = self._question
        deals = quantiles(self._deals.whole_quantile, self._deals.mean)
        return Uncertainty(
            method="simulation",
            trials=self._trials,
            seed=self._draw.seed,
            deals=deals,
            value=self._worth(deals),
            probability_of_target=self._met / self._trials,
            confidence=confidence,
            volume_for_confidence=self._volumes(float(confidence)),
            drivers=tornado(question.committed.yields(), question.committed.rates, question.money.size),
            reason=reason,
        )

    def _all(self) -> Iterator[_Drawn]:
        """Every chunk in order, a few at a time ahead."""
        from collections import deque
        from concurrent.futures import Future, ThreadPoolExecutor

        waiting: deque[Future[_Drawn]] = deque()
        with ThreadPoolExecutor(self._workers) as threads:
            for number in range(len(self._seeds)):
                waiting.append(threads.submit(self._drawn, number))
                if len(waiting) > 2 * self._workers:
                    yield self._done(waiting.popleft().result(), number + 1 - len(waiting))
            while waiting:
                yield self._done(waiting.popleft().result(), len(self._seeds) - len(waiting))

    def _done(self, drawn: _Drawn, chunks: int) -> _Drawn:
        if self._draw.progress is not None:
            self._draw.progress(min(chunks * CHUNK, self._trials), self._trials)
        return drawn

    def _drawn(self, number: int) -> _Drawn:
        chunk = self._chunk(number)
        question, scale = self._question, self._scale
        trials = chunk.run([arrival.units for arrival in question.committed.arrivals])
        if number >= SEARCHED or scale is None or not question.is_linear:
            return _Drawn(trials, None)
        return _Drawn(trials, chunk.factors(arriving(question.committed, scale.tries(scale.largest))))

    def _chunk(self, number: int) -> Chunk:
        size = min(CHUNK, self._trials - number * CHUNK)
        return Chunk(self._question, self._sampler, self._seeds[number], size)

    def _worth(self, deals: Quantiles) -> Quantiles | None:
        """Where deals are all of one known amount, their number times that."""
        money = self._question.money
        if money.is_uncertain:
            return quantiles(self._value.quantile, self._value.mean)
        return (
            Quantiles(*(number * float(money.size.value) for number in deals))
            if isinstance(money.size, Exact)
            else None
        )

    def _volumes(self, confidence: float) -> dict[str, int] | None:
        """The smallest volumes that meet the target in enough of the first chunks' trials."""
        scale = self._scale
        if scale is None:
            return {} if self._met / self._trials >= confidence else None
        if not 0 < confidence < 1:
            return dict.fromkeys(scale.volumes, 0) if confidence <= 0 else None
        size = self._size_by_factors(scale, confidence) if self._factors else self._size_by_search(scale, confidence)
        return None if size is None else scale.units(size)

    def _size_by_factors(self, scale: Scale, confidence: float) -> int | None:
        import numpy as np

        factors = np.concatenate(self._factors)
        rank = max(ceil(confidence * len(factors)) - 1, 0)
        factor = float(np.partition(factors, rank)[rank])
        return None if factor * scale.largest > MAX_UNITS else ceil(factor * scale.largest - 1e-9)

    def _size_by_search(self, scale: Scale, confidence: float) -> int | None:
        """Draw the first chunks again with other volumes: with the same rates, and with chance of its own."""

        def probability(size: int) -> float:
            units = arriving(self._question.committed, scale.tries(size))
            chunks = [self._chunk(number) for number in range(min(SEARCHED, len(self._seeds)))]
            met = sum(chunk.run(units).met for chunk in chunks)
            return met / min(self._trials, SEARCHED * CHUNK)

        return first_whole(probability, confidence, MAX_UNITS // 10**3, scale.largest, WIDTH)


def _processors() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
