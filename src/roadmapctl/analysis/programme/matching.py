"""Which source of the funnel an event is of, and which of its sizes."""

from collections.abc import Mapping
from typing import get_args

from roadmapctl.analysis.kpis.stage_metrics import counts_units_of
from roadmapctl.analysis.programme.held import Held
from roadmapctl.model import Plan
from roadmapctl.model.funnel import EventLevel, EventTier, SourceEvent
from roadmapctl.model.tactics import TacticEvent

LEVELS = get_args(EventLevel)
OWN_SIZE = ""
"""The id of a series' own size, beside those of its tiers."""


def event_sources(plan: Plan) -> Mapping[str, SourceEvent]:
    """The sources of the funnel that hold events, by id."""
    sources = plan.funnel.sources if plan.funnel is not None else {}
    return {id_: source.event for id_, source in sources.items() if source.event is not None}


def source_of(plan: Plan, held: Held) -> str | None:
    """The source an event is of: the one it names; else the one of its format or channel; else the only one there is.

    None where it names a source that holds no events, where several could be meant, or where all that speaks for the only one
    is that there is no other, and what the event contributes is nothing that the funnel counts (renewals, registrations).
    """
    sources = event_sources(plan)
    if held.event.source is not None:
        return held.event.source if held.event.source in sources else None
    for said in (held.event.format, held.tactic.channel):
        fitting = [id_ for id_, source in sources.items() if said is not None and said in formats_of(id_, source)]
        if len(fitting) == 1:
            return fitting[0]
    return next(iter(sources)) if len(sources) == 1 and _may_feed(plan, held) else None


def _may_feed(plan: Plan, held: Held) -> bool:
    """Does it contribute units of a stage of the funnel, or say nothing of what it contributes?"""
    stages = plan.funnel.stages if plan.funnel is not None else ()
    metrics = [(id_, plan.metrics[id_]) for id_ in held.tactic.contributes if id_ in plan.metrics]
    return not metrics or any(counts_units_of(*metric, stage, plan.currency) for metric in metrics for stage in stages)


def formats_of(id_: str, source: SourceEvent) -> frozenset[str]:
    """The formats a source is known by: its own and its id, and those and the ids of its tiers."""
    tiers = (format_of(*tier) for tier in source.tiers.items())
    return frozenset((id_, source.format or id_, *source.tiers, *(format for format in tiers if format is not None)))


def level_of(id_: str, tier: EventTier) -> str | None:
    """Who holds the events of a tier, as it says, or as its id does (`group`)."""
    return tier.tier or (id_ if id_ in LEVELS else None)


def format_of(id_: str, tier: EventTier) -> str | None:
    """The format of a tier's events, as it says, or its id where that does not say who holds them."""
    return tier.format or (None if tier.tier or id_ in LEVELS else id_)


def tier_of(event: TacticEvent, source: SourceEvent) -> str:
    """The tier whose format and holder are the event's, the first that says both before one that says one; else `OWN_SIZE`."""
    fitting = [(_said(id_, tier), id_) for id_, tier in source.tiers.items() if _fits(event, id_, tier)]
    return max(fitting, key=lambda one: one[0])[1] if fitting else OWN_SIZE


def _said(id_: str, tier: EventTier) -> int:
    return (level_of(id_, tier) is not None) + (format_of(id_, tier) is not None)


def _fits(event: TacticEvent, id_: str, tier: EventTier) -> bool:
    level, format = level_of(id_, tier), format_of(id_, tier)
    return level in (None, event.tier) and format in (None, event.format)
