"""A plan's funnel, simulated: seeded, in chunks of their own seeds, on as many processes as there are."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from math import floor
from typing import NamedTuple

from roadmapctl.analysis.calendar.plan_calendar import plan_calendar
from roadmapctl.analysis.calendar.spans import spans_of
from roadmapctl.analysis.funnel import FunnelResult
from roadmapctl.analysis.infeasible import Infeasible
from roadmapctl.analysis.simulation.draws import copula_of
from roadmapctl.analysis.simulation.tally import Tally
from roadmapctl.analysis.simulation.trials import Game, played
from roadmapctl.analysis.teams import team_capacity
from roadmapctl.analysis.uncertainty.commitments import Arrival, Commitments, commitments
from roadmapctl.analysis.uncertainty.money import money
from roadmapctl.analysis.uncertainty.result import Reason, Uncertainty
from roadmapctl.analysis.uncertainty.stated import reason_to_simulate
from roadmapctl.analysis.uncertainty.tornado import tornado
from roadmapctl.analysis.uncertainty.volume import arriving, scale_of, volumes_for
from roadmapctl.model import Plan
from roadmapctl.model.estimates import Estimate
from roadmapctl.model.funnel import Funnel
from roadmapctl.model.time import SpreadLag

DEFAULT_TRIALS = 50_000
CHUNK = 50_000
"""Trials that are drawn at once: some ten rows of them are in memory."""
SEARCHED = 10_000
"""Trials for each volume that is tried on the way to the one that makes the target likely."""
WORTH_SHARING = 1_000_000
"""Draws from which on a second process saves more than it costs to start."""


class MissingNumPy(Exception):
    """There is no NumPy to draw with."""


def simulated(
    plan: Plan,
    result: FunnelResult,
    trials: int = DEFAULT_TRIALS,
    seed: int = 1,
    *,
    confidence: Fraction,
    progress: Callable[[int], None] | None = None,
    workers: int | None = None,
) -> Uncertainty | None:
    """The outcome of a plan's funnel, solved as `result`, in so many trials; None without a funnel.

    Results depend on the seed and the number of trials only, not on the `workers` (as many as there are processors unless
    said). `progress` is told how many trials are done. Raises MissingNumPy.
    """
    try:
        import numpy  # noqa: F401
    except ImportError:
        raise MissingNumPy from None
    funnel = plan.funnel
    if funnel is None:
        return None
    committed = commitments(funnel, result)
    game = _game(plan, funnel, result, committed)
    tally = _all(game, committed.arrivals, trials, seed, progress, workers)
    search = _Search(game, committed, seed)
    return Uncertainty(
        method="simulation",
        trials=trials,
        seed=seed,
        deals=tally.deals_quantiles(),
        value=tally.value_quantiles(),
        probability_of_target=tally.probability,
        confidence=confidence,
        volume_for_confidence=volumes_for(
            search.probability,
            scale_of(committed, result.sources),
            float(confidence),
            tally.probability,
            _guess(game, tally, float(confidence)),
        ),
        drivers=tornado(committed.yields(), committed.rates, funnel.deal_size),
        reason=_reason(plan),
    )


def _reason(plan: Plan) -> Reason:
    return (None if plan.funnel is None else reason_to_simulate(plan.funnel)) or "asked"


def _game(plan: Plan, funnel: Funnel, result: FunnelResult, committed: Commitments) -> Game:
    worth = money(funnel, result)
    sizes = _sizes(funnel)
    in_money = result.demand.unit == "money"
    by_value = in_money and (worth.amount is not None or any(s.deal_size is not None for s in funnel.segments.values()))
    return Game(
        committed=committed,
        stages=len(funnel.stages),
        copula=copula_of(funnel.correlated, committed.rates),
        carries=_carried(plan, funnel),
        wins=_winnable(plan, funnel) if in_money else None,
        in_time=_in_time(plan, funnel, result),
        sizes=sizes,
        spread=worth.spread,
        wanted=result.demand.deals_whole,
        amount=float(result.demand.net_target) if by_value and sizes else None,
    )


def _sizes(funnel: Funnel) -> dict[str, Estimate]:
    """The average deal of each segment that has its own, and of everything else; empty where one is missing."""
    own = {id_: segment.deal_size for id_, segment in funnel.segments.items() if segment.deal_size is not None}
    if funnel.deal_size is None:
        return own if own and len(own) == len(funnel.segments) else {}
    return {"": funnel.deal_size, **own}


def _carried(plan: Plan, funnel: Funnel) -> dict[int, int]:
    """The units that teams can work in the period, by the number of their stage."""
    numbers = {stage.id: number for number, stage in enumerate(funnel.stages)}
    found: dict[int, Fraction] = {}
    for id_, team in funnel.teams.items():
        if team.handles is not None and team.works in numbers:
            number = numbers[team.works]
            found[number] = found.get(number, Fraction(0)) + _over_period(plan, id_, funnel)
    return {number: floor(units) for number, units in found.items()}


def _winnable(plan: Plan, funnel: Funnel) -> float | None:
    """The revenue that teams with a quota can win in the period; of several stages, the least. None without such teams."""
    by_stage: dict[str, Fraction] = {}
    for id_, team in funnel.teams.items():
        if team.handles is None and team.quota is not None:
            by_stage[team.works] = by_stage.get(team.works, Fraction(0)) + _over_period(plan, id_, funnel)
    return float(min(by_stage.values())) if by_stage else None


def _over_period(plan: Plan, team: str, funnel: Funnel) -> Fraction:
    spans = spans_of(plan.period, "quarter")
    if isinstance(spans, Infeasible):
        return Fraction(10**18)
    return sum(team_capacity(team, funnel.teams[team], spans).capacity, Fraction(0))


def _in_time(plan: Plan, funnel: Funnel, result: FunnelResult) -> float:
    """The part of the deals that is won within the period, where lags vary: as the calendar has it."""
    if plan.period is None or not any(isinstance(stage.lag, SpreadLag) for stage in funnel.stages):
        return 1.0
    calendar = plan_calendar(plan, result, "quarter")
    if isinstance(calendar, Infeasible):
        return 1.0
    won = sum(calendar.stages[-1].reached, Fraction(0))
    return float(won / (won + calendar.spill.deals)) if won else 1.0


def _all(
    game: Game,
    arrivals: Sequence[Arrival],
    trials: int,
    seed: int,
    progress: Callable[[int], None] | None,
    workers: int | None,
) -> Tally:
    """All chunks, each with a seed of its own, added up in their order."""
    play = partial(_chunk, game, tuple(arrivals), seed)
    sizes = [min(CHUNK, trials - first) for first in range(0, trials, CHUNK)]
    total: Tally | None = None
    for tally in _mapped(play, list(enumerate(sizes)), _workers(workers, trials * game.stages)):
        total = tally if total is None else total.plus(tally)
        if progress is not None:
            progress(total.trials)
    assert total is not None, "there is at least one trial"
    return total


def _chunk(game: Game, arrivals: tuple[Arrival, ...], seed: int, chunk: tuple[int, int]) -> Tally:
    import numpy as np

    number, trials = chunk
    # The seed that SeedSequence(seed).spawn() gives to this chunk, without spawning those before it.
    random = np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(number,))))
    return played(game, arrivals, trials, random)


def _workers(asked: int | None, draws: int) -> int:
    if asked is not None:
        return asked
    return (os.cpu_count() or 1) if draws >= WORTH_SHARING and hasattr(os, "fork") else 1


def _mapped(play: Callable[[tuple[int, int]], Tally], chunks: list[tuple[int, int]], workers: int) -> Iterator[Tally]:
    if workers < 2 or len(chunks) < 2:
        yield from map(play, chunks)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(min(workers, len(chunks)), mp_context=get_context("fork")) as pool:
        yield from pool.map(play, chunks)


class _Search(NamedTuple):
    """The chance of the target at other volumes, always with the same draws."""

    game: Game
    committed: Commitments
    seed: int

    def probability(self, tries: Mapping[str, int]) -> float:
        """Of so many tries of each source."""
        units = arriving(self.committed, tries)
        arrivals = tuple(a._replace(units=n) for a, n in zip(self.committed.arrivals, units, strict=True))
        return _chunk(self.game, arrivals, self.seed, (0, SEARCHED)).probability


def _guess(game: Game, tally: Tally, confidence: float) -> float:
    """About by what volumes must be multiplied so that a low quantile reaches the target."""
    value, deals = tally.value_quantiles(), tally.deals_quantiles()
    del confidence  # the tenth percentile is near enough to begin with
    if game.amount is not None and value is not None:
        return game.amount / max(value.p10, 1e-9)
    return game.wanted / max(deals.p10, 0.5)
