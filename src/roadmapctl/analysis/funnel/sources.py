"""What each source of a funnel must bring, and whether it can."""

from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.funnel.events import EventNeed


class SourceSegment(NamedTuple):
    """A source's part of one segment: the part of its units, the part of those that become customers, and their number."""

    id: str
    of_units: Fraction
    conversion: Fraction
    units: Fraction


class SourceResult(NamedTuple):
    """A source: the `units` it must bring to the stage it `feeds`, the events or money that takes, and
    whether it can.

    `share` is its share of the deals (also where the plan gives shares of leads), `conversion` the part of
    its units that become customers. `units` of a source that `brings` a number anyway are that number.
    `surplus` units come beyond what is wanted of it: by what it brings anyway, or by tiers of events whose
    number is set. Money is in the plan's currency: `cost_per_unit` (CPL, …) as stated or by its events,
    `cost` of whole units or events; None if unsaid. `capacity` and `shortfall` count events for a source of
    events, else units, over the plan's period; None without a capacity or a period.
    """

    id: str
    name: str | None
    feeds: str
    share: Fraction
    conversion: Fraction
    units: Fraction
    units_whole: int
    events: EventNeed | None
    cost_per_unit: Fraction | None
    cost: Fraction | None
    capacity: int | None
    shortfall: int | None
    brings: int | None = None
    surplus: Fraction = Fraction(0)
    segments: tuple[SourceSegment, ...] = ()
