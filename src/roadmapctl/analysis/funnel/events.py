"""How many events it takes to bring a number of units."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.funnel.infeasible import Infeasible, Path
from roadmapctl.analysis.rounding import MAX_UNITS, Rounding, carried, whole_up
from roadmapctl.model.funnel import EventTier, SourceEvent

NONE = Fraction(0)


class TierNeed(NamedTuple):
    """Events of one size, whose number is set, and the `units` they bring.

    `registrants` is None without a show rate, `cost` (money, of all of them) without a cost of one event.
    """

    id: str
    name: str | None
    events: int
    audience: Fraction
    rate: Fraction
    show_rate: Fraction | None
    cost_per_event: Fraction | None
    attendees: Fraction
    registrants: Fraction | None
    units: Fraction
    cost: Fraction | None


class EventNeed(NamedTuple):
    """Events, and the people they take, from what one event is said to bring.

    `registrants` is None without a show rate, `cost` (money, of whole events) without a cost of one event.
    Where the series has tiers, these are the totals over all sizes; `series` is what events of the series' own
    size have to bring beside the `tiers`, and `surplus` units are those that the tiers bring beyond what is wanted.
    """

    rate: Fraction
    audience: Fraction
    show_rate: Fraction | None
    cost_per_event: Fraction | None
    events: Fraction
    events_whole: int
    attendees: Fraction
    registrants: Fraction | None
    cost: Fraction | None
    units: Fraction = NONE
    tiers: tuple[TierNeed, ...] = ()
    series: "EventNeed | None" = None
    surplus: Fraction = NONE

    @property
    def exact_cost(self) -> Fraction | None:
        """The cost without rounding up to whole events; None where a size that is held states none."""
        own = self.series or self
        by_size = [(tier.cost, Fraction(tier.events)) for tier in self.tiers]
        each = own.cost_per_event
        return _known_sum((*by_size, (None if each is None else own.events * each, own.events)))


def events_needed(
    units: Fraction, event: SourceEvent, *, rounding: Rounding = "final", path: Path = ("event",)
) -> EventNeed | Infeasible:
    """attendees = units / rate; events = attendees / audience; registrants = attendees / show rate.

    Tiers count first, each with its number of events; the series' own size fills what is left. `path` is where
    the event stands in the plan. Infeasible where a rate of 0 stands before units that are wanted.
    """
    if not event.tiers:
        return _own_size(units, event, rounding, path)
    tiers: list[TierNeed] = []
    for id_, tier in event.tiers.items():
        held = _tier(id_, tier, event, rounding, (*path, "tiers", id_))
        if isinstance(held, Infeasible):
            return held
        tiers.append(held)
    brought = sum((tier.units for tier in tiers), NONE)
    series = _own_size(max(NONE, units - brought), event, rounding, path)
    if isinstance(series, Infeasible):
        return series
    return _total(series, tuple(tiers), units, max(NONE, brought - units))


def _own_size(units: Fraction, event: SourceEvent, rounding: Rounding, path: Path) -> EventNeed | Infeasible:
    rate, show_rate = event.rate.point, event.show_rate
    zero = "rate" if rate == 0 else "show_rate" if show_rate == 0 else None
    if units > 0 and zero is not None:
        return Infeasible((*path, zero), "zero_rate", {"wanted": whole_up(units)})
    audience = Fraction(event.audience)
    attendees = carried(units / rate, rounding) if units else NONE
    events = carried(attendees / audience, rounding)
    registrants = carried(attendees / Fraction(show_rate), rounding) if show_rate else None
    if max(attendees, events, registrants or 0) > MAX_UNITS:
        return Infeasible(path, "too_many")
    each = None if event.cost is None else Fraction(event.cost)
    return EventNeed(
        rate=rate,
        audience=audience,
        show_rate=_fraction(show_rate),
        cost_per_event=each,
        events=events,
        events_whole=(events_whole := whole_up(events)),
        attendees=attendees,
        registrants=registrants,
        cost=None if each is None else events_whole * each,
        units=units,
    )


def _tier(id_: str, tier: EventTier, event: SourceEvent, rounding: Rounding, path: Path) -> TierNeed | Infeasible:
    """What the events of a tier bring; its show rate and cost are the series' where it states none."""
    show_rate = event.show_rate if tier.show_rate is None else tier.show_rate
    each = _fraction(event.cost if tier.cost is None else tier.cost)
    attendees = tier.events * Fraction(tier.audience)
    if attendees and show_rate == 0:
        return Infeasible((*path, "show_rate"), "zero_rate", {"wanted": whole_up(attendees)})
    registrants = carried(attendees / Fraction(show_rate), rounding) if show_rate else None
    if max(attendees, registrants or 0) > MAX_UNITS:
        return Infeasible(path, "too_many")
    return TierNeed(
        id=id_,
        name=tier.name,
        events=tier.events,
        audience=Fraction(tier.audience),
        rate=tier.rate.point,
        show_rate=_fraction(show_rate),
        cost_per_event=each,
        attendees=attendees,
        registrants=registrants,
        units=attendees * tier.rate.point,
        cost=None if each is None else tier.events * each,
    )


def _total(series: EventNeed, tiers: tuple[TierNeed, ...], units: Fraction, surplus: Fraction) -> EventNeed:
    """All sizes together; what one that is held does not say, the whole cannot say."""
    sizes: tuple[EventNeed | TierNeed, ...] = (series, *tiers)
    return series._replace(
        events=sum((Fraction(size.events) for size in sizes), NONE),
        events_whole=series.events_whole + sum(tier.events for tier in tiers),
        attendees=sum((size.attendees for size in sizes), NONE),
        registrants=_known_sum((size.registrants, size.attendees) for size in sizes),
        cost=_known_sum((size.cost, Fraction(size.events)) for size in sizes),
        units=units,
        tiers=tiers,
        series=series,
        surplus=surplus,
    )


def _known_sum(parts: Iterable[tuple[Fraction | None, Fraction]]) -> Fraction | None:
    """The sum over sizes, each with how much of it there is; None where one of which there is some is not known."""
    rows = list(parts)
    known = [value for value, _ in rows if value is not None]
    unknown = any(value is None and number for value, number in rows)
    return None if unknown or not known else sum(known, NONE)


def _fraction(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)
