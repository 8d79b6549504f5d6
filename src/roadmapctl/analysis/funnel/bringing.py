"""What bringing its units takes of a source: events, money, capacity."""

from collections.abc import Sequence
from fractions import Fraction
from math import floor

from roadmapctl.analysis.funnel.events import EventNeed, events_needed
from roadmapctl.analysis.funnel.infeasible import Infeasible, Path
from roadmapctl.analysis.funnel.inflows import Inflow, Mix, parts_of_units
from roadmapctl.analysis.funnel.sources import SourceResult, SourceSegment
from roadmapctl.analysis.funnel.volumes import whole
from roadmapctl.analysis.rounding import Rounding, whole_up
from roadmapctl.analysis.schedule import periods_in
from roadmapctl.model.funnel import Source
from roadmapctl.model.time import Period

NONE = Fraction(0)


def source_result(
    group: Sequence[Inflow],
    source: Source,
    wanted: Sequence[Fraction],
    feeds: str,
    *,
    share: Fraction = Fraction(1),
    mix: Mix = "deals",
    rounding: Rounding = "final",
    period: Period | None = None,
) -> SourceResult | Infeasible:
    """What bringing the units `wanted` of each inflow of a source takes; `share` is its share of all deals."""
    needed = whole(wanted)
    units = needed if source.brings is None else Fraction(source.brings)
    path: Path = ("funnel", "sources", group[0].id, "event")
    events = None if source.event is None else events_needed(units, source.event, rounding=rounding, path=path)
    if isinstance(events, Infeasible):
        return events._replace(fields={**events.fields, "source": group[0].id})
    units_whole = whole_up(units)
    carried = units_whole if events is None else events.events_whole
    capacity = _capacity(source, period)
    segments = _segments(group, wanted, mix)
    stated = None if source.cost_per_unit is None else Fraction(source.cost_per_unit)
    return SourceResult(
        id=group[0].id,
        name=source.name,
        feeds=feeds,
        share=share,
        conversion=_conversion(group[0], segments),
        units=units,
        units_whole=units_whole,
        events=events,
        cost_per_unit=_cost_per_unit(stated, events),
        cost=_cost(stated, events, units_whole),
        capacity=capacity,
        shortfall=None if capacity is None else max(0, carried - capacity),
        brings=source.brings,
        surplus=_surplus(source, events, units, needed),
        segments=segments,
    )


def _surplus(source: Source, events: EventNeed | None, units: Fraction, needed: Fraction) -> Fraction:
    """What comes beyond the units `needed`: of those it brings anyway, and of tiers beyond them."""
    unwanted = NONE if source.brings is None else units - needed
    return unwanted if events is None else unwanted + events.surplus


def _segments(group: Sequence[Inflow], wanted: Sequence[Fraction], mix: Mix) -> tuple[SourceSegment, ...]:
    """The source's parts by segment; what it brings anyway counts whole, wanted or not."""
    if not group[0].segment:
        return ()
    rows = zip(group, parts_of_units(group, mix), wanted, strict=True)
    return tuple(
        SourceSegment(way.segment, part, way.conversion, units if way.brings is None else way.brings)
        for way, part, units in rows
    )


def _conversion(way: Inflow, segments: Sequence[SourceSegment]) -> Fraction:
    """The part of a source's units that become customers, over all segments."""
    if not segments:
        return way.conversion
    return sum((segment.of_units * segment.conversion for segment in segments), NONE)


def _cost(stated: Fraction | None, events: EventNeed | None, whole: int) -> Fraction | None:
    """What whole events cost where one of them has a cost, else what whole units cost."""
    if events is not None and events.cost is not None:
        return events.cost
    return None if stated is None else whole * stated


def _cost_per_unit(stated: Fraction | None, events: EventNeed | None) -> Fraction | None:
    """As stated, or what events cost by the units they bring (without rounding up to whole events)."""
    if events is not None and events.tiers:
        return _cost_over_tiers(stated, events)
    if events is None or events.cost_per_event is None:
        return stated
    brings = events.audience * events.rate
    return events.cost_per_event / brings if brings else None


def _cost_over_tiers(stated: Fraction | None, events: EventNeed) -> Fraction | None:
    """The mean over all sizes of events: their cost by the units they bring."""
    spend, units = events.exact_cost, events.units + events.surplus
    if spend is None:
        return stated
    return spend / units if units else None


def _capacity(source: Source, period: Period | None) -> int | None:
    """Whole units or events it can carry over the period."""
    if source.capacity is None or period is None:
        return None
    return floor(source.capacity.number * periods_in(period, source.capacity.per))
