"""What recurring revenue is kept of a period's start, and what comes beside it."""

from fractions import Fraction
from typing import NamedTuple


class Movement(NamedTuple):
    """Recurring revenue (MRR or ARR, money) at the `start` of a period and what happened to it until the end: customers
    who left (`churned`), pay less (`contraction`), pay more (`expansion`), and `new` ones. All at least 0, `start` above 0."""

    start: Fraction
    churned: Fraction
    contraction: Fraction
    expansion: Fraction
    new: Fraction

    @property
    def lost(self) -> Fraction:
        """Churned + contraction, money."""
        return self.churned + self.contraction

    @property
    def end(self) -> Fraction:
        """Start − churned − contraction + expansion + new, money."""
        return self.start - self.lost + self.expansion + self.new

    @property
    def gross_retention(self) -> Fraction:
        """GRR: (start − churned − contraction) / start, a part of 1. Expansion and new customers never count in it."""
        return (self.start - self.lost) / self.start

    @property
    def net_retention(self) -> Fraction:
        """NRR: (start − churned − contraction + expansion) / start, a part of 1, above 1 where the base grows by itself."""
        return (self.start - self.lost + self.expansion) / self.start

    @property
    def quick_ratio(self) -> Fraction | None:
        """(New + expansion) / (churned + contraction), Social Capital's measure; None where nothing was lost."""
        return (self.new + self.expansion) / self.lost if self.lost else None
