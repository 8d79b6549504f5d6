"""What the sources of a funnel could bring if each of them did all it can."""

from collections.abc import Iterable
from fractions import Fraction

from roadmapctl.analysis.funnel.events import EventNeed
from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.funnel.sources import SourceResult

NONE = Fraction(0)


def reachable_deals(result: FunnelResult) -> Fraction | None:
    """Customers that come of what is in hand, of what comes anyway, and of every other source at its full capacity.

    None where a source that can win customers states no capacity, or none that is named brings the rest: there
    is no bound. Nothing is said about what single stages can carry.
    """
    if _share_of(result.sources) != 1:
        return None
    asked = [source for source in result.sources if source.conversion]
    most = [_most(source) for source in asked]
    if any(units is None for units in most):
        return None
    wanted = sum((source.units * source.conversion for source in asked), NONE)
    bounded = zip(asked, most, strict=True)
    at_capacity = sum((source.conversion * (units or NONE) for source, units in bounded), NONE)
    return result.demand.deals + result.surplus - wanted + at_capacity


def _share_of(sources: Iterable[SourceResult]) -> Fraction:
    return sum((source.share for source in sources), NONE)


def _most(source: SourceResult) -> Fraction | None:
    """The units it brings at full capacity; of one that brings a number anyway, no more than that."""
    if source.capacity is None:
        return None if source.brings is None else source.units
    at_capacity = Fraction(source.capacity) if source.events is None else _by_events(source.events, source.capacity)
    return at_capacity if source.brings is None else min(source.units, at_capacity)


def _by_events(need: EventNeed, capacity: int) -> Fraction:
    """What so many events bring: the tiers as they are set, all others of the series' own size."""
    tiers = sum((tier.units for tier in need.tiers), NONE)
    others = capacity - sum(tier.events for tier in need.tiers)
    return max(NONE, tiers + others * need.audience * need.rate)
