"""How many events it takes to bring a number of units."""

from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.infeasible import Infeasible, Path
from roadmapctl.analysis.rounding import MAX_UNITS, Rounding, carried, whole_up
from roadmapctl.model.funnel import SourceEvent


class EventNeed(NamedTuple):
    """Events, and the people they take, from what one event is said to bring.

    `registrants` is None without a show rate, `cost` (money, of whole events) without a cost of one event.
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


def events_needed(
    units: Fraction, event: SourceEvent, *, rounding: Rounding = "final", path: Path = ("event",)
) -> EventNeed | Infeasible:
    """attendees = units / rate; events = attendees / audience; registrants = attendees / show rate.

    `path` is where the event stands in the plan. Infeasible where a rate of 0 stands before units that are
    wanted.
    """
    rate, show_rate = event.rate.point, event.show_rate
    zero = "rate" if rate == 0 else "show_rate" if show_rate == 0 else None
    if units > 0 and zero is not None:
        return Infeasible((*path, zero), "zero_rate", {"wanted": whole_up(units)})
    attendees = carried(units / rate, rounding) if units else Fraction(0)
    events = carried(attendees / Fraction(event.audience), rounding)
    registrants = carried(attendees / Fraction(show_rate), rounding) if show_rate else None
    if max(attendees, events, registrants or 0) > MAX_UNITS:
        return Infeasible(path, "too_many")
    each = None if event.cost is None else Fraction(event.cost)
    return EventNeed(
        rate=rate,
        audience=Fraction(event.audience),
        show_rate=None if show_rate is None else Fraction(show_rate),
        cost_per_event=each,
        events=events,
        events_whole=whole_up(events),
        attendees=attendees,
        registrants=registrants,
        cost=None if each is None else whole_up(events) * each,
    )
