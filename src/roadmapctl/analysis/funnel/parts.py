"""Units by source, in numbers that stay in one proportion for most of a funnel's way."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import lcm


class Parts:
    """Units by source, exactly: whole numbers that are to each other as the parts (`weights`), times one `unit`.

    What is in hand lowers all sources alike, and most of them meet the same rates: then only the unit changes, and not every part.
    """

    __slots__ = ("unit", "weights")

    def __init__(self, weights: Sequence[int], unit: Fraction) -> None:
        """So many units for each source."""
        self.weights, self.unit = weights, unit

    @classmethod
    def of(cls, parts: Iterable[Fraction]) -> "Parts":
        """The parts as they are, over their common denominator."""
        parts = tuple(parts)
        whole = lcm(*(part.denominator for part in parts))
        return cls([part.numerator * (whole // part.denominator) for part in parts], Fraction(1, whole))

    @property
    def total(self) -> Fraction:
        """All of them together."""
        return self.unit * sum(self.weights)

    def coming_to(self, total: Fraction) -> "Parts":
        """In the same proportion, so many together; as they are where there are none."""
        whole = sum(self.weights)
        return Parts(self.weights, total / whole) if whole else self

    def where(self, chosen: Iterable[bool]) -> "Parts":
        """The chosen sources' parts, and 0 for the others."""
        return Parts([weight if one else 0 for weight, one in zip(self.weights, chosen, strict=True)], self.unit)

    def __getitem__(self, number: int) -> Fraction:
        """The part of a source."""
        return self.unit * self.weights[number]

    def __iter__(self) -> Iterator[Fraction]:
        """The parts in their order."""
        return (self.unit * weight for weight in self.weights)

    def __len__(self) -> int:
        """The number of sources."""
        return len(self.weights)


NO_PARTS = Parts((), Fraction(1))
