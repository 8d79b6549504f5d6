"""What a funnel states that is uncertain."""

from collections.abc import Iterator

from roadmapctl.analysis.uncertainty.result import Reason
from roadmapctl.model.estimates import Estimate, Exact
from roadmapctl.model.funnel import Funnel
from roadmapctl.model.time import SpreadLag


def is_uncertain(funnel: Funnel) -> bool:
    """Does it state any rate or deal size as evidence or a range?"""
    return any(not isinstance(estimate, Exact) for estimate in _estimates(funnel))


def reason_to_simulate(funnel: Funnel) -> Reason | None:
    """What in the funnel is not worked out exactly, as far as that can be seen from what is stated."""
    if funnel.correlated:
        return "correlated"
    if any(isinstance(stage.lag, SpreadLag) for stage in funnel.stages):
        return "lags"
    if funnel.teams:
        return "capacity"
    if any(segment.deal_size is not None for segment in funnel.segments.values()):
        return "segments"
    return None


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
