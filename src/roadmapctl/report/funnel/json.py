"""The funnel as JSON: stable, versioned, numbers to six decimals, whole ones as integers."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from roadmapctl.analysis.costs import Costs
from roadmapctl.analysis.explain import Step
from roadmapctl.analysis.funnel import FunnelResult, StageResult
from roadmapctl.analysis.sources import SourceResult

DECIMALS = 6
NOTHING: Mapping[str, Any] = MappingProxyType({})


def funnel_json(
    result: FunnelResult,
    costs: Costs,
    *,
    currency: str | None,
    parts: Mapping[str, Any] = NOTHING,
    findings: Sequence[dict[str, Any]] = (),
    steps: Sequence[Step] = (),
) -> str:
    """One JSON object. `parts` are what options add, by key; `findings` are diagnostics as `validate --format json` writes them."""
    demand = result.demand
    data = {
        "version": 1,
        "currency": currency,
        "target": plain(demand.target),
        "net_target": plain(demand.net_target),
        "deal_size": plain(demand.deal_size),
        "deals": plain(demand.deals),
        "deals_whole": demand.deals_whole,
        "rounding": result.rounding,
        "stages": [_stage(stage) for stage in result.stages],
        "sources": [_source(source) for source in result.sources],
        "costs": {
            "spend": plain(costs.spend),
            "basis": costs.basis,
            "cac": plain(costs.cac),
            "roi": plain(costs.roi),
            "roas": plain(costs.roas),
            "margin": plain(costs.margin) if costs.margin_stated else None,
        },
        **parts,
        "findings": list(findings),
    }
    if steps:
        data["steps"] = [{"step": step.key, "formula": step.formula} for step in steps]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def plain(value: Fraction | int | None) -> int | float | None:
    """A JSON number: an int where the value is whole, else rounded to six decimals."""
    if value is None:
        return None
    rounded = round(Decimal(value.numerator) / Decimal(value.denominator), DECIMALS)
    return int(rounded) if rounded == rounded.to_integral_value() else float(rounded)


def _stage(stage: StageResult) -> dict[str, Any]:
    return {
        "id": stage.id,
        "rate": plain(stage.rate),
        "need": plain(stage.need),
        "need_whole": stage.need_whole,
        "in_hand": stage.in_hand,
        "new": plain(stage.new),
        "new_whole": stage.new_whole,
        "last_useful_date": None if stage.last_useful_date is None else stage.last_useful_date.isoformat(),
    }


def _source(source: SourceResult) -> dict[str, Any]:
    events = source.events
    return {
        "id": source.id,
        "feeds": source.feeds,
        "share": plain(source.share),
        "units": plain(source.units),
        "units_whole": source.units_whole,
        "events": None if events is None else plain(events.events),
        "events_whole": None if events is None else events.events_whole,
        "attendees": None if events is None else plain(events.attendees),
        "registrants": None if events is None else plain(events.registrants),
        "cost": plain(source.cost),
        "capacity": source.capacity,
        "shortfall": source.shortfall,
    }
