"""The event programme as JSON: stable, versioned, numbers to six decimals, whole ones as integers."""

import json
from collections.abc import Sequence
from typing import Any

from roadmapctl.analysis.funnel.infeasible import Infeasible
from roadmapctl.analysis.programme.actions import actions, grades_missing
from roadmapctl.analysis.programme.content import STAGES, TIERS, content
from roadmapctl.analysis.programme.experience import FEW_FIELDS, checklist
from roadmapctl.analysis.programme.held import events_of
from roadmapctl.analysis.programme.judged import misjudged
from roadmapctl.analysis.programme.levers import levers
from roadmapctl.analysis.programme.programme import Programme, SizePlan
from roadmapctl.analysis.programme.returns import Return, returns
from roadmapctl.analysis.programme.reuse import reuse_plan
from roadmapctl.diagnostics import dotted
from roadmapctl.model import Plan
from roadmapctl.report.json_number import plain


def events_json(plan: Plan, programme: Programme | Infeasible, findings: Sequence[dict[str, Any]] = ()) -> str:
    """One JSON object. `programme` is null where the funnel cannot be computed, and `cannot` says where and why.

    `findings` are diagnostics as `validate --format json` writes them.
    """
    known = None if isinstance(programme, Infeasible) else programme
    data = {
        "version": 1,
        "currency": plan.currency,
        "cannot": _cannot(programme) if isinstance(programme, Infeasible) else None,
        "programme": None if known is None else _programme(known),
        "events": _events(plan, known),
        "content": _content(plan),
        "experience": _experience(plan),
        "actions": _actions(plan),
        "reuse": _reuse(plan, known),
        "returns": _returns(plan, known),
        "findings": list(findings),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _cannot(fault: Infeasible) -> dict[str, Any]:
    return {"path": dotted(fault.path), "reason": fault.reason}


def _programme(programme: Programme) -> dict[str, Any]:
    return {
        "spans": [span.key for span in programme.spans],
        "sizes": [_size(one) for one in programme.sizes],
        "late": dict(programme.late),
        "beside": [held.id for held in programme.beside],
    }


def _size(one: SizePlan) -> dict[str, Any]:
    """Rows have one number for each span; events without a span are `no_room` and `outside`."""
    size = one.size
    return {
        "source": size.source,
        "tier": size.tier or None,
        "held_by": size.level,
        "format": size.format,
        "feeds": size.feeds,
        "audience": plain(size.audience),
        "rate": plain(size.rate),
        "needed": size.events_whole,
        "needed_exactly": plain(size.events),
        "planned": one.total,
        "too_late": one.late,
        "missing": one.missing,
        "too_many": one.too_many,
        "attendees": plain(one.attendees),
        "units": plain(one.units),
        "exact_by_span": [plain(value) for value in one.exact],
        "needed_by_span": list(one.needed),
        "no_room": one.no_room,
        "planned_by_span": list(one.planned),
        "outside": one.outside,
        "tactics": list(one.ids),
    }


def _events(plan: Plan, programme: Programme | None) -> list[dict[str, Any]]:
    return [
        {
            "id": held.id,
            "events": held.number,
            "date": None if held.event.date is None else held.event.date.isoformat(),
            "source": None if programme is None or (of := programme.of(held.id)) is None else of.size.source,
            "tier": held.event.tier,
            "format": held.event.format,
            "judged_by": list(held.event.judged_by),
            "misjudged": misjudged(plan, held),
        }
        for held in events_of(plan)
    ]


def _content(plan: Plan) -> dict[str, Any]:
    found = content(plan)
    return {
        "stages": list(STAGES),
        "messages": list(found.messages),
        "cells": [
            {
                "stage": stage,
                "message": message,
                "events": [{"id": one.id, "format": one.event.format, "content": one.event.content} for one in held],
            }
            for (stage, message), held in found.cells.items()
        ],
        "gaps": [gap._asdict() for gap in found.gaps],
        "unplaced": [held.id for held in found.unplaced],
        "tiers": {stage: {tier: found.by_tier.get((stage, tier), 0) for tier in TIERS} for stage in STAGES},
    }


def _experience(plan: Plan) -> dict[str, Any]:
    """`null` in a check is what the plan does not say."""
    return {
        "few_fields": FEW_FIELDS,
        "events": [
            {"id": one.held.id, **dict(zip(one._fields[1:], one[1:], strict=True)), "open": list(one.open)}
            for one in checklist(plan)
        ],
    }


def _actions(plan: Plan) -> list[dict[str, Any]]:
    missing = {held.id: grades for held, grades in grades_missing(plan)}
    return [
        {
            "id": one.held.id,
            "feeds": one.feeds,
            "action": one.call,
            "leads_to": one.leads_to,
            "step": one.step,
            "follow_up": dict(one.held.event.follow_up),
            "grades_missing": list(missing.get(one.held.id, ())),
        }
        for one in actions(plan)
    ]


def _reuse(plan: Plan, programme: Programme | None) -> list[dict[str, Any]]:
    return [
        {
            "id": one.held.id,
            "pieces": [
                {"what": what, "at": made.at, "date": None if made.day is None else made.day.isoformat()}
                for what, made in one.pieces.items()
            ],
            "missing": list(one.missing),
            "no_shows": plain(one.no_shows),
        }
        for one in reuse_plan(plan, programme)
    ]


def _returns(plan: Plan, programme: Programme | None) -> dict[str, Any]:
    rows = returns(plan, programme)
    found = levers(rows)
    return {
        "events": [_return(row) for row in rows],
        "levers": None if found is None else {
            "net": plain(found.net), "tenth_less_cost": plain(found.cheaper), "tenth_more_yield": plain(found.richer),
            "hours_saved_are_worth": plain(found.saved), "as_units": plain(found.as_units),
        },
    }  # fmt: skip


def _return(row: Return) -> dict[str, Any]:
    spent, brought = row.spent, row.brought
    return {
        "id": row.id,
        "events": row.events,
        "budget": plain(spent.money),
        "hours": plain(spent.hours),
        "hours_saved": plain(spent.saved),
        "cost": plain(spent.cost),
        "brings": None
        if brought is None
        else {"stage": brought.stage, "units": plain(brought.units), "by": brought.by},
        "volumes": {stage: plain(units) for stage, units in row.volumes.items()},
        "cost_per_unit": plain(row.cost_per_unit),
        "revenue": plain(row.revenue),
        "margin": plain(row.margin),
        "roas": plain(row.roas),
        "roi": plain(row.roi),
    }
