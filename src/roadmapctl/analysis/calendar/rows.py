"""A funnel's calendar as named values: rows of units by span."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.calendar.late import Late
from roadmapctl.analysis.calendar.spans import By, Span
from roadmapctl.analysis.split import largest_remainder
from roadmapctl.model.time import Period

Row = tuple[Fraction, ...]
"""Units, or money, of each span."""
WholeRow = tuple[int, ...]


def in_whole(total: int, row: Sequence[Fraction]) -> WholeRow:
    """A row in whole units that sum to a total, by largest remainder; zeros for an empty row."""
    return largest_remainder(total, row) if any(row) else (0,) * len(row)


class StageCalendar(NamedTuple):
    """A stage by spans.

    `need` units are to enter in each span for the deals to be won in time, what comes anyway being counted when it
    comes; with `late.needed`, and what comes `anyway_after` the period, they are all that the stage needs. `new`
    are those of them that are not in hand; with `late.short` and `anyway_after` they are all new ones. The whole
    numbers add up to the whole totals in the same way; `after_whole` are the new ones that come after the period.

    `reached` is what comes of it: the units that get to the stage in each span if what is short enters on the
    period's first day and lags take what they take; `spill` get there only after the period. `from_hand` are
    needed units that are at the stage already: the three are all that it needs.
    """

    id: str
    name: str | None
    late: Late
    need: Row
    need_whole: WholeRow
    new: Row
    new_whole: WholeRow
    anyway_after: Fraction
    after_whole: int
    from_hand: Fraction
    reached: Row
    spill: Fraction


class SourceCalendar(NamedTuple):
    """The units that a source has to bring to the stage it feeds, by spans.

    `late` are due before the period begins: with the `units` of the spans they are all that it brings (those
    that come anyway come evenly, none of them late). `whole` are whole units, late ones in the first span.
    """

    id: str
    name: str | None
    feeds: str
    late: Fraction
    units: Row
    whole: WholeRow

    @property
    def entering(self) -> Row:
        """The units by span if late ones enter in the first."""
        return (self.late + self.units[0], *self.units[1:])


class NextPeriod(NamedTuple):
    """The period that follows: its target, in the unit of this one's, and the part of it that this one's late deals cover."""

    target: Fraction
    covered: Fraction | None


class Spill(NamedTuple):
    """Deals of this period's units that are won after it: `value` is in money, None without a deal size.

    `more` is the part by which all planned units would have to grow (0.1: a tenth) for as many deals as are wanted
    to be won within the period; None where no number is enough. `next` is known where the plan states its growth.
    """

    deals: Fraction
    value: Fraction | None
    more: Fraction | None
    next: NextPeriod | None


class Calendar(NamedTuple):
    """A funnel in time, stages top first; each row has one entry for each of the `spans`, which make up the period."""

    by: By
    period: Period
    spans: tuple[Span, ...]
    stages: tuple[StageCalendar, ...]
    sources: tuple[SourceCalendar, ...]
    spill: Spill
