"""The funnel as JSON: stable, versioned, numbers to six decimals, whole ones as integers."""

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from roadmapctl.analysis.funnel.events import TierNeed
from roadmapctl.analysis.funnel.reverse import FunnelResult, SegmentResult, StageResult
from roadmapctl.analysis.funnel.sources import SourceResult
from roadmapctl.analysis.money.costs import Costs, Payback
from roadmapctl.analysis.money.savings import Saved
from roadmapctl.report.json_number import plain

if TYPE_CHECKING:
    from roadmapctl.analysis.explanation.explain import Step

NOTHING: Mapping[str, Any] = MappingProxyType({})


def funnel_json(
    result: FunnelResult,
    costs: Costs,
    *,
    currency: str | None,
    parts: Mapping[str, Any] = NOTHING,
    findings: Sequence[dict[str, Any]] = (),
    steps: "Sequence[Step]" = (),
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
        "mix": result.mix,
        "surplus": plain(result.surplus),
        "stages": [_stage(stage, costs) for stage in result.stages],
        "sources": [_source(source, costs) for source in result.sources],
        "segments": [_segment(segment) for segment in result.segments],
        "costs": _costs(costs),
        **parts,
        "findings": list(findings),
    }
    if steps:
        data["steps"] = [{"step": step.key, "formula": step.formula} for step in steps]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _stage(stage: StageResult, costs: Costs) -> dict[str, Any]:
    return {
        "id": stage.id,
        "rate": plain(stage.rate),
        "need": plain(stage.need),
        "need_whole": stage.need_whole,
        "in_hand": stage.in_hand,
        "new": plain(stage.new),
        "new_whole": stage.new_whole,
        "last_useful_date": None if stage.last_useful_date is None else stage.last_useful_date.isoformat(),
        "cost_per_unit": plain(costs.cost_per_stage.get(stage.id)),
    }


def _source(source: SourceResult, costs: Costs) -> dict[str, Any]:
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
        "brings": source.brings,
        "surplus": plain(source.surplus),
        "conversion": plain(source.conversion),
        "cost_per_unit": plain(source.cost_per_unit),
        "cost_per_stage": {id_: plain(cost) for id_, cost in costs.by_source.get(source.id, {}).items()},
        "cac": plain(costs.channel_cac.get(source.id)),
        "segments": [
            {"id": part.id, "units": plain(part.units), "conversion": plain(part.conversion)}
            for part in source.segments
        ],
        "tiers": [] if events is None else [_tier(tier) for tier in events.tiers],
    }


def _tier(tier: TierNeed) -> dict[str, Any]:
    return {
        "id": tier.id,
        "events": tier.events,
        "attendees": plain(tier.attendees),
        "registrants": plain(tier.registrants),
        "units": plain(tier.units),
        "cost": plain(tier.cost),
    }


def _segment(segment: SegmentResult) -> dict[str, Any]:
    return {
        "id": segment.id,
        "share": plain(segment.share),
        "deal_size": plain(segment.deal_size),
        "deals": plain(segment.deals),
        "revenue": plain(segment.revenue),
        "stages": [
            {"id": id_, "need": plain(need), "new": plain(segment.new[id_])} for id_, need in segment.need.items()
        ],
    }


def _costs(costs: Costs) -> dict[str, Any]:
    """`loaded_…` are null where the plan states no costs beside its sources', `payback` where it knows no customer or CAC."""
    loaded, life = costs.loaded, costs.lifetime
    return {
        "spend": plain(costs.spend),
        "basis": costs.basis,
        "cac": plain(costs.cac),
        "roi": plain(costs.roi),
        "roas": plain(costs.roas),
        "margin": plain(costs.margin) if costs.margin_stated else None,
        "cac_on_budget": plain(costs.cac_on_budget),
        "loaded_spend": plain(loaded.spend) if loaded else None,
        "loaded_cac": plain(loaded.cac) if loaded else None,
        "loaded_roi": plain(loaded.roi) if loaded else None,
        "loaded_roas": plain(loaded.roas) if loaded else None,
        "break_even_roas": plain(costs.break_even_roas) if costs.margin_stated else None,
        "break_even_cpa": plain(costs.break_even_cpa) if costs.margin_stated else None,
        "ltv": plain(life.ltv) if life else None,
        "ltv_cac": plain(life.ltv_cac) if life else None,
        "loaded_ltv_cac": plain(life.loaded_ltv_cac) if life else None,
        "payback": _payback(life.payback) if life else None,
        "loaded_payback": _payback(life.loaded_payback) if life else None,
        "saved": None if costs.saved is None else _saved(costs.saved),
    }


def _payback(found: Payback | None) -> dict[str, Any] | None:
    """Months; null within it is never."""
    return None if found is None else {"simple": plain(found.simple), "cohort": plain(found.cohort)}


def _saved(saved: Saved) -> dict[str, Any]:
    return {
        "hours": plain(saved.hours),
        "money": plain(saved.money),
        "playbooks": [{"id": row.playbook, "runs": row.runs, "hours": plain(row.hours)} for row in saved.playbooks],
    }
