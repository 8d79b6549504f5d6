"""The split of a budget as JSON: stable, versioned, numbers to six decimals, whole ones as integers."""

import json
from collections.abc import Sequence
from typing import Any

from roadmapctl.analysis.allocation.allocate import Allocation, Best
from roadmapctl.analysis.allocation.choices import Choice
from roadmapctl.analysis.allocation.curves import Curve, Lines, Proportional
from roadmapctl.analysis.allocation.obstacle import Stopped
from roadmapctl.analysis.allocation.totals import Row, Totals
from roadmapctl.diagnostics import dotted
from roadmapctl.report.budget.words import Words
from roadmapctl.report.json_number import plain


def budget_json(
    allocation: Allocation, words: Words, *, currency: str | None, findings: Sequence[dict[str, Any]] = ()
) -> str:
    """One JSON object. `findings` are diagnostics as `validate --format json` writes them."""
    own, demand = allocation.own, allocation.demand
    data = {
        "version": 1,
        "currency": currency,
        "amount": plain(allocation.amount),
        "amount_from": allocation.amount_from,
        "target_deals": None if demand is None else plain(demand.deals),
        "deals_anyway": plain(allocation.anyway),
        "sources": [_choice(choice) for choice in allocation.choices],
        "fixed": [
            {"id": s.id, "feeds": s.feeds, "units": plain(s.units), "deals": plain(s.deals), "spend": plain(s.spend)}
            for s in allocation.fixed
        ],
        "plan": None if own is None else _totals(own),
        "most_deals": _answer(allocation.most_deals, words),
        "least_spend": _answer(allocation.least_spend, words),
        "findings": list(findings),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _choice(choice: Choice) -> dict[str, Any]:
    option, fit = choice.option, choice.fit
    known = None if fit is None else {
        "points": fit.points, "error": round(fit.error, 6), "first": plain(fit.first), "last": plain(fit.last),
    }  # fmt: skip
    return {
        "id": choice.id,
        "feeds": choice.feeds,
        "conversion": plain(option.conversion),
        "curve": _curve(option.curve),
        "fitted": known,
        "units_without_spend": plain(choice.base),
        "committed": plain(choice.committed),
        "floor": plain(choice.committed + option.floor),
        "cap": None if option.cap is None else plain(choice.committed + option.cap),
        "cap_by": choice.cap_by,
        "event_cost": plain(option.step),
    }


def _curve(curve: Curve) -> dict[str, Any]:
    """Its form and its values; fitted ones to six digits."""
    if isinstance(curve, Proportional):
        return {"form": "proportional", "cost_per_unit": plain(1 / curve.rate) if curve.rate else None}
    if isinstance(curve, Lines):
        return {"form": "lines", "points": [[plain(spend), plain(units)] for spend, units in curve.points]}
    values = {name: float(f"{value:.6g}") for name, value in curve._asdict().items()}
    return {"form": type(curve).__name__.lower(), **values}


def _answer(answer: Best | Stopped | None, words: Words) -> dict[str, Any] | None:
    if answer is None:
        return None
    if not isinstance(answer, Best):
        return {"impossible": {"reason": answer.reason, "path": dotted(answer.path), "message": words.reason(answer)}}
    proof = {"next_deal": plain(answer.price), "bound": plain(answer.bound), "proved": answer.proved}
    return {**_totals(answer.totals), "unspent": plain(answer.unspent), **proof}


def _totals(totals: Totals) -> dict[str, Any]:
    rows = [_row(row) for row in totals.rows]
    return {"spend": plain(totals.spend), "deals": plain(totals.deals), "sources": rows}


def _row(row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "spend": plain(row.spend),
        "units": plain(row.units),
        "events": row.events,
        "deals": plain(row.deals),
        "last_deal": plain(row.last),
        "next_deal": plain(row.next),
        "held_by": row.bound,
        "known": row.knowledge,
    }
