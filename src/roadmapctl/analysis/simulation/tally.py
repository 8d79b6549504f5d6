"""What trials came to, kept in bounded memory: how often each number of deals and each size of the value turned up."""

from collections import Counter
from math import ceil, exp, log
from typing import TYPE_CHECKING, NamedTuple

from roadmapctl.analysis.uncertainty.result import Quantiles

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FINENESS = 20_000
"""Cells of the value for each factor of e: a cell is 0.005 % wide."""
WHOLE = 1 << 17
"""Numbers of deals up to this are counted one by one, larger ones in cells."""
CHANCES = (0.1, 0.5, 0.9)


class Tally(NamedTuple):
    """Trials, those that met the target, the sums of deals and value, and how often each was so large (value None: no size)."""

    trials: int
    met: int
    deals: Counter[int]
    value: Counter[int] | None
    deals_sum: float
    value_sum: float

    def plus(self, other: "Tally") -> "Tally":
        """Both together."""
        self.deals.update(other.deals)
        if self.value is not None and other.value is not None:
            self.value.update(other.value)
        return self._replace(
            trials=self.trials + other.trials,
            met=self.met + other.met,
            deals_sum=self.deals_sum + other.deals_sum,
            value_sum=self.value_sum + other.value_sum,
        )

    @property
    def probability(self) -> float:
        """The part of the trials that met the target."""
        return self.met / self.trials

    def deals_quantiles(self) -> Quantiles:
        """Of deals: the smallest whole number that so many of the trials do not exceed."""
        p10, p50, p90 = (_deals_in(_quantile(self.deals, chance, self.trials)) for chance in CHANCES)
        return Quantiles(p10, p50, p90, self.deals_sum / self.trials)

    def value_quantiles(self) -> Quantiles | None:
        """Of the value, in money."""
        if self.value is None:
            return None
        p10, p50, p90 = (_value_in(_quantile(self.value, chance, self.trials)) for chance in CHANCES)
        return Quantiles(p10, p50, p90, self.value_sum / self.trials)


def tallied(deals: "NDArray[np.int64]", value: "NDArray[np.float64] | None", met: int) -> Tally:
    """The tally of some trials."""
    return Tally(
        len(deals),
        met,
        _counted(_deal_cells(deals)),
        None if value is None else _counted(_value_cells(value)),
        float(deals.sum()),
        0.0 if value is None else float(value.sum()),
    )


def _counted(cells: "NDArray[np.int64]") -> Counter[int]:
    import numpy as np

    least = int(cells.min())
    if int(cells.max()) - least < 1 << 22:
        counts = np.bincount(cells - least)
        filled = np.flatnonzero(counts)
        return Counter(dict(zip((filled + least).tolist(), counts[filled].tolist(), strict=True)))
    found, counts = np.unique(cells, return_counts=True)
    return Counter(dict(zip(found.tolist(), counts.tolist(), strict=True)))


def _deal_cells(deals: "NDArray[np.int64]") -> "NDArray[np.int64]":
    import numpy as np

    if int(deals.max()) <= WHOLE:
        return deals
    large = WHOLE + 1 + np.floor(np.log(np.maximum(deals, WHOLE) / WHOLE) * FINENESS).astype(np.int64)
    return np.where(deals <= WHOLE, deals, large)


def _deals_in(cell: int) -> float:
    return float(cell) if cell <= WHOLE else float(ceil(WHOLE * exp((cell - WHOLE - 0.5) / FINENESS)))


def _value_cells(value: "NDArray[np.float64]") -> "NDArray[np.int64]":
    """Cells of the logarithm; one far below all others for nothing."""
    import numpy as np

    cells: NDArray[np.int64] = np.floor(np.log(np.maximum(value, 1e-9)) * FINENESS).astype(np.int64)
    return cells


def _value_in(cell: int) -> float:
    nothing = cell <= log(1e-9) * FINENESS + 1
    return 0.0 if nothing else exp((cell + 0.5) / FINENESS)


def _quantile(counts: Counter[int], chance: float, trials: int) -> int:
    wanted, seen = chance * trials, 0
    cell = 0
    for cell in sorted(counts):
        seen += counts[cell]
        if seen >= wanted:
            break
    return cell
