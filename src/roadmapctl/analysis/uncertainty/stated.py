"""What a funnel states that is uncertain."""

from collections.abc import Iterator

from roadmapctl.model.estimates import Estimate, Exact
from roadmapctl.model.funnel import Funnel


def is_uncertain(funnel: Funnel) -> bool:
    """Does it state any rate or deal size as evidence or a range?"""
    return any(not isinstance(estimate, Exact) for estimate in _estimates(funnel))


def _estimates(funnel: Funnel) -> Iterator[Estimate]:
    for stage in funnel.stages:
        yield from (stage.rate,) if stage.rate is not None else ()
        yield from (stage.recycled.rate,) if stage.recycled is not None else ()
    for source in funnel.sources.values():
        yield from source.rates.values()
        if source.event is not None:
            yield source.event.rate
            yield from (tier.rate for tier in source.event.tiers.values())
    for segment in funnel.segments.values():
        yield from segment.rates.values()
        yield from (segment.deal_size,) if segment.deal_size is not None else ()
    yield from (size for size in (funnel.deal_size, funnel.deal_spread) if size is not None)
