"""The sizes of events a source of the funnel holds: its tiers, and the series' own, which fills up what they leave."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from roadmapctl.analysis.funnel.events import EventNeed, TierNeed
from roadmapctl.analysis.funnel.reverse import FunnelResult
from roadmapctl.analysis.funnel.sources import SourceResult
from roadmapctl.analysis.programme.held import Held, events_of
from roadmapctl.analysis.programme.matching import OWN_SIZE, event_sources, format_of, level_of, source_of, tier_of
from roadmapctl.model import Plan
from roadmapctl.model.funnel import SourceEvent


class Size(NamedTuple):
    """Events of one size of a source. `tier` is the id of its tier, empty for the series' own size.

    `events` are needed, exactly, `events_whole` rounded up once. One of them has `audience` people, of whom the part `rate`
    becomes units of the stage `feeds`; `show_rate` is the part of registrants who attend, `cost` what one costs in money;
    None where the plan does not say.
    """

    source: str
    tier: str
    name: str | None
    level: str | None
    format: str
    feeds: str
    audience: Fraction
    rate: Fraction
    show_rate: Fraction | None
    cost: Fraction | None
    events: Fraction
    events_whole: int

    @property
    def units(self) -> Fraction:
        """What one event brings: audience · rate."""
        return self.audience * self.rate

    @property
    def no_shows(self) -> Fraction | None:
        """Registrants of one event who do not attend: audience / show rate − audience. None without a show rate."""
        return self.audience / self.show_rate - self.audience if self.show_rate else None


def sizes(plan: Plan, result: FunnelResult) -> tuple[Size, ...]:
    """All sizes of all sources that hold events; of a source its tiers first, as the plan has them, then its own size."""
    stated = event_sources(plan)
    return tuple(
        size
        for source in result.sources
        if source.events is not None
        for size in _sizes(source, source.events, stated[source.id])
    )


def _sizes(source: SourceResult, need: EventNeed, event: SourceEvent) -> Iterator[Size]:
    for tier in need.tiers:
        yield _tier(source, tier, event)
    own = need.series or need
    yield Size(
        source=source.id,
        tier=OWN_SIZE,
        name=source.name,
        level=event.tier,
        format=event.format or source.id,
        feeds=source.feeds,
        audience=own.audience,
        rate=own.rate,
        show_rate=own.show_rate,
        cost=own.cost_per_event,
        events=own.events,
        events_whole=own.events_whole,
    )


def _tier(source: SourceResult, need: TierNeed, event: SourceEvent) -> Size:
    stated = event.tiers[need.id]
    return Size(
        source=source.id,
        tier=need.id,
        name=need.name,
        level=level_of(need.id, stated),
        format=format_of(need.id, stated) or event.format or source.id,
        feeds=source.feeds,
        audience=need.audience,
        rate=need.rate,
        show_rate=need.show_rate,
        cost=need.cost_per_event,
        events=Fraction(need.events),
        events_whole=need.events,
    )


def sized(plan: Plan, result: FunnelResult) -> tuple[tuple[Held, Size], ...]:
    """The plan's events that are of a source of the funnel, each with its size; in order of their days."""
    sources = event_sources(plan)
    by_key = {(size.source, size.tier): size for size in sizes(plan, result)}
    found = []
    for held in events_of(plan):
        source = source_of(plan, held)
        if source is not None:
            found.append((held, by_key[source, tier_of(held.event, sources[source])]))
    return tuple(found)
