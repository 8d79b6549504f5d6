"""Some trials of a funnel: units thinned stage by stage, merged where they meet the same rates, valued by segment."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from roadmapctl.analysis.simulation.draws import Copula, drawn, values
from roadmapctl.analysis.simulation.tally import Tally, tallied
from roadmapctl.analysis.uncertainty.commitments import Arrival, Commitments
from roadmapctl.analysis.uncertainty.course import Course, Step
from roadmapctl.analysis.uncertainty.worth import Spread
from roadmapctl.model.estimates import Estimate, Exact

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Counts = NDArray[np.int64]
    Flow = dict[tuple[Course, str], Counts]


class Game(NamedTuple):
    """What every trial plays: the commitments, what bounds them, and when the target is met.

    `carries` are units that teams can work at a stage in the period, by its number; `wins` deals' worth that they can win.
    `in_time` is the part of the deals that is won within the period. `sizes` are average deals by segment; "" where
    there are none. `amount` (money) has to be reached where it is given, else `wanted` whole deals.
    """

    committed: Commitments
    stages: int
    copula: Copula | None
    carries: Mapping[int, int]
    wins: float | None
    in_time: float
    sizes: Mapping[str, Estimate]
    spread: Spread
    wanted: int
    amount: float | None


def played(game: Game, arrivals: Sequence[Arrival], trials: int, random: "np.random.Generator") -> Tally:
    """So many trials."""
    import numpy as np

    rates = drawn(game.committed.rates, game.copula, trials, random)
    won = _won(game, arrivals, rates, trials, random)
    if game.in_time < 1:
        won = {segment: random.binomial(units, game.in_time) for segment, units in won.items()}
    value = _value(game, won, trials, random) if game.sizes else None
    deals = sum(won.values(), np.zeros(trials, dtype=np.int64))
    if value is not None and game.wins is not None:
        # A team at its quota wins no more: what it cannot win is lost, the last deals first.
        part = np.minimum(1.0, game.wins / np.maximum(value, 1e-9))
        deals, value = np.floor(deals * part).astype(np.int64), value * part
    met = (deals >= game.wanted) if game.amount is None or value is None else (value >= game.amount)
    return tallied(deals, value, int(met.sum()))


def _won(
    game: Game,
    arrivals: Sequence[Arrival],
    rates: "Mapping[str, NDArray[np.float64]]",
    trials: int,
    random: "np.random.Generator",
) -> "dict[str, Counts]":
    """Customers of each trial by segment."""
    flow: Flow = {}
    for stage in range(game.stages):
        for arrival in arrivals:
            if arrival.stage == stage and arrival.units:
                rest = game.committed.courses[arrival.course][stage:]
                _add(flow, (rest, arrival.segment), _passed(arrival.units, arrival.before, rates, trials, random))
        if stage in game.carries:
            flow = _worked(flow, game.carries[stage])
        if stage < game.stages - 1:
            below: Flow = {}
            for (rest, segment), units in flow.items():
                _add(below, (rest[1:], segment), _passed(units, rest[0], rates, trials, random))
            flow = below
    won: dict[str, Counts] = {}
    for (_, segment), units in flow.items():
        won[segment] = won[segment] + units if segment in won else units
    return won


def _add(flow: "Flow", key: tuple[Course, str], units: "Counts") -> None:
    flow[key] = flow[key] + units if key in flow else units


def _passed(
    units: "int | Counts",
    step: Step,
    rates: "Mapping[str, NDArray[np.float64]]",
    trials: int,
    random: "np.random.Generator",
) -> "Counts":
    """What of the units takes a step: a multiplier makes whole ones of each, and by chance one more."""
    import numpy as np

    chance = float(step.chance)
    if chance > 1:
        whole, rest = divmod(step.chance, 1)
        more = random.binomial(units, float(rest), trials) if rest else 0
        units = np.asarray(units * int(whole) + more, dtype=np.int64)
        chance = 1.0
    if step.rate is not None:
        return random.binomial(units, rates[step.rate] if chance == 1 else rates[step.rate] * chance, trials)
    if chance == 1:
        return np.full(trials, units, dtype=np.int64) if isinstance(units, int) else units
    return random.binomial(units, chance, trials)


def _worked(flow: "Flow", most: int) -> "Flow":
    """The units that teams have time for: each part in proportion, where there are more than they can work."""
    import numpy as np

    if not flow:
        return flow
    total = sum(flow.values())
    part = np.minimum(1.0, most / np.maximum(total, 1))
    return {key: np.floor(units * part + 1e-9).astype(np.int64) for key, units in flow.items()}


def _value(
    game: Game, won: "Mapping[str, Counts]", trials: int, random: "np.random.Generator"
) -> "NDArray[np.float64]":
    """What the customers are worth: those of each segment at its average deal, around which single ones differ."""
    import numpy as np

    total = np.zeros(trials)
    by_estimate: dict[Estimate, NDArray[np.float64]] = {}
    for segment, units in won.items():
        estimate = game.sizes[segment if segment in game.sizes else ""]
        if estimate not in by_estimate:  # one doubt, wherever the average deal is the same one
            exact = isinstance(estimate, Exact)
            by_estimate[estimate] = np.float64(estimate.point) if exact else values(estimate, trials, random)  # type: ignore[assignment]
        total += _sums(units, game.spread, random) * by_estimate[estimate]
    return total


def _sums(units: "Counts", spread: Spread, random: "np.random.Generator") -> "NDArray[np.float64]":
    """The sum of so many amounts with mean 1: a gamma variable above a smallest amount each (Pearson's type III)."""
    import numpy as np

    if not spread.variation:
        return units.astype(np.float64)
    shape = 4 / spread.skewness**2
    scale = spread.variation * spread.skewness / 2
    least = 1 - shape * scale
    sums: NDArray[np.float64] = units * least + scale * random.standard_gamma(np.maximum(shape * units, 1e-12))
    return sums
