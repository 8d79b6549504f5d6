"""Which uncertain rates go together, and how closely."""

from collections.abc import Collection, Sequence
from fractions import Fraction
from itertools import combinations

from roadmapctl.model.funnel import Correlated

Matrix = tuple[tuple[float, ...], ...]


def path_of(stage: str) -> str:
    """Where a stage's rate stands in a plan."""
    return f"funnel.stages.{stage}.rate"


def correlations(groups: Sequence[Correlated], rates: Collection[str]) -> tuple[tuple[str, ...], Matrix]:
    """The uncertain rates of stages that are said to go together, and the correlations of the normal numbers they are drawn from
    (a Gaussian copula). Where two groups name a pair, the later one counts."""
    pairs: dict[frozenset[str], float] = {}
    for group in groups:
        paths = [path for stage in group.between if (path := path_of(stage)) in rates]
        pairs.update({frozenset(pair): float(group.by) for pair in combinations(dict.fromkeys(paths), 2)})
    pairs = {pair: by for pair, by in pairs.items() if by}
    met = tuple(path for path in rates if any(path in pair for pair in pairs))
    return met, tuple(tuple(1.0 if a == b else pairs.get(frozenset((a, b)), 0.0) for b in met) for a in met)


def possible(matrix: Matrix) -> bool:
    """Can all of these correlations hold at once? By Cholesky's decomposition, which needs no square root of less than 0."""
    rows = [list(row) for row in matrix]
    for pivot in range(len(rows)):
        head = rows[pivot][pivot]
        if head < -1e-9:
            return False
        for row in range(pivot + 1, len(rows)):
            if head < 1e-9:
                if abs(rows[row][pivot]) > 1e-9:
                    return False
                continue
            factor = rows[row][pivot] / head
            for column in range(pivot, len(rows)):
                rows[row][column] -= factor * rows[pivot][column]
    return True


def part_possible(matrix: Matrix) -> Fraction:
    """The largest part of these correlations, in hundredths, with which all can hold at once; 1 where they can as they are."""
    hundredths = next(part for part in range(100, -1, -1) if possible(_scaled(matrix, part / 100)))
    return Fraction(hundredths, 100)


def _scaled(matrix: Matrix, part: float) -> Matrix:
    return tuple(
        tuple(value if row == column else value * part for column, value in enumerate(values))
        for row, values in enumerate(matrix)
    )
