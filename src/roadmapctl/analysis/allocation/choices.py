"""A plan's sources as what there is to decide, and what comes without a decision."""

from fractions import Fraction
from math import ceil, floor
from typing import Literal, NamedTuple

from roadmapctl.analysis.allocation.conversion import conversion
from roadmapctl.analysis.allocation.curves import Curve, Proportional, spend_for
from roadmapctl.analysis.allocation.fit import Fit, fitted
from roadmapctl.analysis.allocation.known_points import known_points
from roadmapctl.analysis.allocation.obstacle import Obstacle, Stopped
from roadmapctl.analysis.allocation.options import Option
from roadmapctl.analysis.funnel.infeasible import Infeasible, Path
from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.funnel.sources import SourceResult
from roadmapctl.analysis.schedule import periods_in
from roadmapctl.model import Plan
from roadmapctl.model.funnel import EventTier, Funnel, Response, Source, SourceEvent

NONE = Fraction(0)

CapBy = Literal["at_most", "capacity", "known"]


class Choice(NamedTuple):
    """A source on which more or less can be spent. Money is in the plan's currency.

    `option` is the decision itself: the spend above `committed`, which is spent in any case (on events whose number is set).
    `base` units come without the decision, and `held` events are held without it. `fit`: where the curve is from, if points were
    fitted. `cap_by`: what the cap is from; `known` is the last known point of a response, beyond which nobody knows. `own` is
    what the plan itself spends, None where it does not say.
    """

    id: str
    name: str | None
    feeds: str
    option: Option
    base: Fraction
    committed: Fraction
    held: int
    fit: Fit | None
    cap_by: CapBy | None
    own: Fraction | None


class Fixed(NamedTuple):
    """A source of which nothing says what more money would bring: the units it brings in the plan, their deals, what it costs."""

    id: str
    name: str | None
    feeds: str
    units: Fraction
    deals: Fraction
    spend: Fraction | None


class _Seen(NamedTuple):
    """A source in its plan: the part of its units that become deals, and what the funnel asks of it, where there is one."""

    plan: Plan
    funnel: Funnel
    id: str
    source: Source
    conversion: Fraction
    planned: SourceResult | None

    @property
    def path(self) -> Path:
        return ("funnel", "sources", self.id)

    @property
    def feeds(self) -> str:
        return self.source.feeds or self.funnel.stages[0].id

    @property
    def own(self) -> Fraction | None:
        """What the plan spends on it, as stated or as the funnel's volumes cost."""
        if self.source.spend is not None:
            return Fraction(self.source.spend)
        return self.planned.cost if self.planned is not None else None

    @property
    def capacity(self) -> int | None:
        """Whole units or events it can carry over the plan's period."""
        capacity, period = self.source.capacity, self.plan.period
        return None if capacity is None or period is None else floor(capacity.number * periods_in(period, capacity.per))


class _Bringing(NamedTuple):
    """What money brings of a source, before its bounds."""

    curve: Curve
    conversion: Fraction
    feeds: str
    base: Fraction = NONE
    committed: Fraction = NONE
    own: Fraction | None = None
    step: Fraction | None = None
    held: int = 0
    fit: Fit | None = None


def seen(plan: Plan, funnel: Funnel, id_: str, result: FunnelResult | None) -> Choice | Fixed | Stopped:
    """What a source is: something to decide, or something that comes as it is. `result` is the plan's funnel, if it has one."""
    source = funnel.sources[id_]
    rate = conversion(funnel, id_, source)
    if isinstance(rate, Infeasible):
        return rate
    planned = next((found for found in result.sources if found.id == id_), None) if result is not None else None
    place = _Seen(plan, funnel, id_, source, rate, planned)
    if source.response is not None:
        return _responding(place, source.response)
    if source.brings is None and source.event is not None and source.event.cost:
        return _bounded(place, _series(place, source.event, Fraction(source.event.cost)))
    if source.brings is None and source.event is None and source.cost_per_unit:
        curve = Proportional(1 / Fraction(source.cost_per_unit))
        return _bounded(place, _Bringing(curve, rate, place.feeds, own=place.own))
    return _fixed(place)


def _fixed(place: _Seen) -> Fixed:
    units = NONE if place.planned is None else place.planned.units
    if place.source.brings is not None:
        units = Fraction(place.source.brings)
    return Fixed(place.id, place.source.name, place.feeds, units, units * place.conversion, place.own)


def _responding(place: _Seen, response: Response) -> Choice | Obstacle:
    """A source whose response is known at some points."""
    points = known_points(place.plan, place.funnel, place.id, response)
    if isinstance(points, Obstacle):
        return points
    fit = fitted(points)
    base = fit.base + (place.source.brings or 0)
    if response.revenue is not None:
        return _bounded(
            place, _Bringing(fit.curve, Fraction(1), place.funnel.stages[-1].id, base, own=place.own, fit=fit)
        )
    own = place.own
    if own is None and place.planned is not None:
        own = spend_for(fit.curve, place.planned.units - base, _farthest(place.source, fit))
    return _bounded(place, _Bringing(fit.curve, place.conversion, place.feeds, base, own=own, fit=fit))


def _farthest(source: Source, fit: Fit) -> Fraction:
    return fit.last if source.at_most is None else Fraction(source.at_most)


def _series(place: _Seen, event: SourceEvent, cost: Fraction) -> _Bringing:
    """A series of whole events; those of its tiers are held in any case."""
    per_event = Fraction(event.audience) * event.rate.point
    tiers = event.tiers.values()
    return _Bringing(
        curve=Proportional(per_event / cost),
        conversion=place.conversion,
        feeds=place.feeds,
        base=sum((tier.events * Fraction(tier.audience) * tier.rate.point for tier in tiers), NONE),
        committed=sum((tier.events * _cost(tier, cost) for tier in tiers), NONE),
        own=place.own,
        step=cost,
        held=sum(tier.events for tier in tiers),
    )


def _cost(tier: EventTier, series: Fraction) -> Fraction:
    return series if tier.cost is None else Fraction(tier.cost)


def _bounded(place: _Seen, brings: _Bringing) -> Choice | Obstacle:
    """With its floor and its lowest cap; an obstacle where they leave nothing between them."""
    at_least = max(NONE, Fraction(place.source.at_least or 0) - brings.committed)
    cap, cap_by = min(_caps(place, brings, at_least), default=(None, None), key=lambda found: found[0])
    option = Option(brings.curve, brings.conversion, at_least, cap, brings.step)
    if cap is not None:
        ends = {"floor": at_least + brings.committed, "cap": cap + brings.committed}
        fields = {"source": place.id, "cap_by": cap_by, **ends}
        if at_least > cap:
            return Obstacle((*place.path, "at_least"), "floor_above_cap", fields)
        if brings.step is not None and ceil(at_least / brings.step) > floor(cap / brings.step):
            return Obstacle((*place.path, "event"), "no_whole_event", {**fields, "price": brings.step})
    return Choice(
        id=place.id,
        name=place.source.name,
        feeds=brings.feeds,
        option=option,
        base=brings.base,
        committed=brings.committed,
        held=brings.held,
        fit=brings.fit,
        cap_by=cap_by,
        own=brings.own,
    )


def _caps(place: _Seen, brings: _Bringing, at_least: Fraction) -> list[tuple[Fraction, CapBy]]:
    """Every limit to what can be spent on it above what is committed, and what it is from."""
    caps: list[tuple[Fraction, CapBy]] = []
    if place.source.at_most is not None:
        caps.append((Fraction(place.source.at_most) - brings.committed, "at_most"))
    elif brings.fit is not None:
        own = (brings.own or NONE) - brings.committed
        caps.append((max(brings.fit.last, own, at_least), "known"))
    carried = _carried(place, brings, caps[0][0] if caps else None)
    return caps if carried is None else [*caps, (carried, "capacity")]


def _carried(place: _Seen, brings: _Bringing, most: Fraction | None) -> Fraction | None:
    """The spend at which its capacity is used up; None without one, or where it is out of reach at `most`."""
    if place.capacity is None:
        return None
    if brings.step is not None:
        return max(0, place.capacity - brings.held) * brings.step
    room = place.capacity - brings.base
    if most is None:
        return max(NONE, room) / brings.curve.rate if isinstance(brings.curve, Proportional) else None
    return spend_for(brings.curve, room, most)
