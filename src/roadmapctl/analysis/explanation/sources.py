"""What each source must bring, and the events, capacity and money that takes."""

from collections.abc import Iterator
from fractions import Fraction

from roadmapctl.analysis.explanation.steps import Step, added, difference, up
from roadmapctl.analysis.funnel.events import EventNeed, TierNeed
from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.funnel.sources import SourceResult
from roadmapctl.analysis.plain import percent, plain


def of_source(source: SourceResult, result: FunnelResult) -> Iterator[Step]:
    """The steps of one source; `result` is the funnel it feeds."""
    part = next(stage.parts.get(source.id, source.units) for stage in result.stages if stage.id == source.feeds)
    if source.brings is None:
        yield _of_units(source, part)
    elif source.units > part:
        unwanted = {"source": source.id, "surplus": source.units - part}
        yield Step("unwanted", unwanted, f"{plain(source.units)} − {plain(part)} = {plain(source.units - part)}")
    if source.events is not None:
        yield from _of_events(source.id, source.units, source.events)
    if source.capacity is not None and source.shortfall is not None:
        yield _of_capacity(source, source.capacity, source.shortfall)
    if source.cost is not None:
        yield _of_cost(source, source.cost)


def _of_units(source: SourceResult, part: Fraction) -> Step:
    from_hand = "" if part <= source.units else f"{plain(part)} − {plain(part - source.units)} = "
    fields = {
        "source": source.id,
        "stage": source.feeds,
        "units": source.units,
        "units_whole": source.units_whole,
    }
    return Step("units", fields, f"{from_hand}{up(source.units)}")


def _of_events(source: str, units: Fraction, need: EventNeed) -> Iterator[Step]:
    if need.series is None:
        yield from _of_size(source, units, need)
        return
    for tier in need.tiers:
        yield from _of_tier(source, tier)
    shown = difference(units, *(tier.units for tier in need.tiers))
    yield Step("series", {"source": source, "units": need.series.units}, f"{shown} = {plain(need.series.units)}")
    if need.surplus:
        tiers = " + ".join(plain(tier.units) for tier in need.tiers)
        formula = f"{tiers} − {plain(units)} = {plain(need.surplus)}"
        yield Step("unwanted", {"source": source, "surplus": need.surplus}, formula)
    yield from _of_size(source, need.series.units, need.series)
    numbers = added([*(tier.events for tier in need.tiers), need.series.events_whole])
    fields = {"source": source, "events_whole": need.events_whole}
    yield Step("all-events", fields, f"{numbers}{plain(need.events_whole)}")
    if need.registrants is not None:
        sizes: tuple[TierNeed | EventNeed, ...] = (*need.tiers, need.series)
        people = added(size.registrants for size in sizes if size.registrants is not None)
        fields_people = {"source": source, "registrants": need.registrants}
        yield Step("all-registrants", fields_people, f"{people}{up(need.registrants)}")


def _of_tier(source: str, tier: TierNeed) -> Iterator[Step]:
    named = {"source": source, "tier": tier.id}
    formula = f"{plain(tier.events)} × {plain(tier.audience)} × {percent(tier.rate)} = {plain(tier.units)}"
    yield Step("tier", {**named, "events": tier.events, "units": tier.units}, formula)
    if tier.show_rate is not None and tier.registrants is not None:
        fields = {"attendees": tier.attendees, "show_rate": tier.show_rate, "registrants": tier.registrants}
        formula = f"{plain(tier.attendees)} / {percent(tier.show_rate)} = {up(tier.registrants)}"
        yield Step("tier-registrants", {**named, **fields}, formula)


def _of_size(source: str, units: Fraction, need: EventNeed) -> Iterator[Step]:
    """Events of one size that have to bring so many units."""
    yield Step(
        "attendees",
        {"source": source, "units": units, "rate": need.rate, "attendees": need.attendees},
        f"{plain(units)} / {percent(need.rate)} = {plain(need.attendees)}",
    )
    yield Step(
        "events",
        {
            "source": source,
            "attendees": need.attendees,
            "audience": need.audience,
            "events": need.events,
            "events_whole": need.events_whole,
        },
        f"{plain(need.attendees)} / {plain(need.audience)} = {up(need.events)}",
    )
    if need.show_rate is not None and need.registrants is not None:
        yield Step(
            "registrants",
            {
                "source": source,
                "attendees": need.attendees,
                "show_rate": need.show_rate,
                "registrants": need.registrants,
            },
            f"{plain(need.attendees)} / {percent(need.show_rate)} = {up(need.registrants)}",
        )


def _of_capacity(source: SourceResult, capacity: int, shortfall: int) -> Step:
    wanted = source.units_whole if source.events is None else source.events.events_whole
    fields = {"source": source.id, "wanted": wanted, "capacity": capacity, "shortfall": shortfall}
    return Step("capacity", fields, f"{difference(wanted, capacity)} = {plain(shortfall)}")


def _of_cost(source: SourceResult, cost: Fraction) -> Step:
    """Whole events of each size times what one costs, else whole units."""
    events = source.events
    if events is None or events.cost is None:
        times = f"{plain(source.units_whole)} × {plain(source.cost_per_unit or 0)}"
    else:
        own = events.series or events
        sizes = [(tier.events, tier.cost_per_event) for tier in events.tiers]
        priced = [
            (number, each) for number, each in [*sizes, (own.events_whole, own.cost_per_event)] if each is not None
        ]
        times = " + ".join(f"{plain(number)} × {plain(each)}" for number, each in priced)
    return Step("cost", {"source": source.id, "cost": cost}, f"{times} = {plain(cost)}")
