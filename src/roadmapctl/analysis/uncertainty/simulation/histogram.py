"""Many drawn numbers in little memory: how many fell between which bounds."""

from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHIFT = 37
"""Bits of a double's fraction that are left out: 15 are kept, so that whole numbers below 65,536 are told apart."""


class Histogram:
    """Numbers of at least 0 by the first bits of their doubles: cells 1 / 32,768 of a power of two wide, and one for 0."""

    def __init__(self) -> None:
        self.count = self.zeros = 0
        self.total = 0.0
        self._first = 0
        self._cells: NDArray[np.int64] | None = None

    def add(self, numbers: "NDArray[np.float64]") -> None:
        """Count them in."""
        import numpy as np

        self.count += len(numbers)
        self.total += float(numbers.sum())
        keys = numbers.view(np.int64) >> SHIFT
        first = int(keys.min())
        if first == 0:
            keys = keys[keys > 0]
            self.zeros += len(numbers) - len(keys)
            if not len(keys):
                return
            first = int(keys.min())
        self._merge(first, np.bincount(keys - first))

    def _merge(self, first: int, cells: "NDArray[np.int64]") -> None:
        import numpy as np

        if self._cells is None:
            self._first, self._cells = first, cells
            return
        start = min(first, self._first)
        end = max(first + len(cells), self._first + len(self._cells))
        if (start, end) != (self._first, self._first + len(self._cells)):
            wider = np.zeros(end - start, dtype=np.int64)
            wider[self._first - start : self._first - start + len(self._cells)] = self._cells
            self._first, self._cells = start, wider
        self._cells[first - start : first - start + len(cells)] += cells

    @property
    def mean(self) -> float:
        """Their mean."""
        return self.total / self.count

    def quantile(self, chance: float) -> float:
        """The smallest number that at least this share of them does not exceed, right to 1 / 32,768 of it."""
        low, high, inside = self._at(chance)
        return low + (high - low) * inside

    def whole_quantile(self, chance: float) -> int:
        """The same of whole numbers: exact below 65,536."""
        low, high, inside = self._at(chance)
        return int(low) if high - low <= 1 else round(low + (high - low) * inside)

    def _at(self, chance: float) -> tuple[float, float, float]:
        """The bounds of the cell in which a quantile lies, and how far within it."""
        import numpy as np

        rank = max(1, ceil(chance * self.count))
        if rank <= self.zeros or self._cells is None:
            return 0.0, 0.0, 0.0
        sums = np.cumsum(self._cells)
        cell = int(np.searchsorted(sums, rank - self.zeros))
        bounds = (np.array([self._first + cell, self._first + cell + 1]) << SHIFT).view(np.float64)
        before = int(sums[cell - 1]) if cell else 0
        return float(bounds[0]), float(bounds[1]), (rank - self.zeros - before) / int(self._cells[cell])
