"""A triage as JSON: stable, versioned, numbers to six decimals, whole ones as integers."""

import json
from collections.abc import Sequence
from typing import Any

from roadmapctl.analysis.triage.aims import Moved
from roadmapctl.analysis.triage.displacement import Balance, Displacement
from roadmapctl.analysis.triage.request import Request
from roadmapctl.analysis.triage.room import Hands, Load, Money
from roadmapctl.analysis.triage.serves import Serves
from roadmapctl.analysis.triage.standing import Standing
from roadmapctl.analysis.triage.triage import Triage
from roadmapctl.analysis.triage.verdict import Verdict
from roadmapctl.analysis.triage.worth import Compared, Offer
from roadmapctl.report.json_number import plain
from roadmapctl.report.triage.unsaid import FLAGS, path
from roadmapctl.report.triage.words import Words
from roadmapctl.report.wording import Wording


def triage_json(found: Triage, wording: Wording, findings: Sequence[dict[str, Any]] = ()) -> str:
    """One JSON object. `findings` are diagnostics as `validate --format json` writes them."""
    words = Words(wording, found.grounds.request)
    data = {
        "version": 1,
        "currency": wording.plan.currency,
        "as_of": None if found.grounds.as_of is None else found.grounds.as_of.isoformat(),
        "request": _request(found.grounds.request),
        "verdict": _verdict(found.verdict, words),
        "serves": _serves(found.grounds.serves),
        "standing": _standing(found.grounds.standing),
        "scores": [
            {"method": one.method, "score": plain(one.score), "rank": one.rank, "of": one.of, "above": list(one.above)}
            for one in found.grounds.ranked
        ],
        "compared": [_compared(one, words) for one in found.grounds.compared],
        "money": _money(found.grounds.money),
        "hands": _hands(found.grounds.hands),
        "displaced": _displaced(found.grounds.displacement),
        "not_said": [
            {"key": key, "flag": FLAGS[key], "path": path(found.grounds.request, key)}
            for key in found.grounds.request.unsaid
        ],
        "findings": list(findings),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _request(request: Request) -> dict[str, Any]:
    texts = ("id", "name", "what", "goal", "segment", "channel", "lever", "owner")
    days = {key: day and day.isoformat() for key, day in (("start", request.start), ("end", request.end))}
    contributes = {metric: plain(amount) for metric, amount in request.contributes.items()}
    return {
        **{key: getattr(request, key) for key in texts},
        "budget": plain(request.budget),
        **days,
        "contributes": contributes,
    }


def _verdict(verdict: Verdict, words: Words) -> dict[str, Any]:
    reasons = zip(verdict.reasons, words.reasons(verdict), strict=True)
    return {
        "kind": verdict.kind,
        "reasons": [{"key": said.key, "text": text} for said, text in reasons],
        "question": {"key": verdict.question.key, "text": words.question(verdict)},
    }


def _serves(serves: Serves) -> dict[str, Any]:
    segment, strategy = serves.segment, serves.strategy
    return {
        "goals": [{"id": link.id, "of": link.of} for link in serves.chain],
        "said_by": serves.said_by,
        "segment": segment and {"id": segment.id, "status": segment.status, "goal_is_about": segment.in_goal},
        "strategy": {
            "journey": [{"from": start or None, "to": end or None} for start, end in strategy.journey],
            "channel_reaches_segment": strategy.reaches,
            "messages": list(strategy.messages),
            "tactics_on_channel": list(strategy.tactics),
            "words_in_common": list(strategy.words),
        },
        "focus": list(serves.focus),
    }


def _standing(stands: Standing | None) -> dict[str, Any] | None:
    if stands is None:
        return None
    return {"goal": stands.goal, "day": stands.day.isoformat(), "pacing": plain(stands.pacing)}


def _compared(one: Compared, words: Words) -> dict[str, Any]:
    return {
        "metric": one.metric,
        "goal": None if one.aim is None else one.aim.goal,
        "asked_for": None if one.aim is None else plain(one.aim.way),
        "planned": None if one.aim is None else plain(one.planned),
        "gap": plain(one.gap),
        "unit": "point" if words.is_rate(one.metric) else "unit",
        "offers": [_offer(offer, 100 if words.is_rate(one.metric) else 1) for offer in one.offers],
    }


def _offer(offer: Offer, units: int) -> dict[str, Any]:
    """`id` null is the request; a rate's amount and price are in points."""
    price = offer.per_unit
    return {
        "id": offer.id,
        "amount": plain(offer.amount * units),
        "cost": plain(offer.cost),
        "cost_per_unit": None if price is None else plain(price / units),
        "units_per_money": None if not price else plain(units / price),
    }


def _money(money: Money) -> dict[str, Any]:
    keys = ("budget", "planned", "left", "asked", "short")
    return {**{key: plain(getattr(money, key)) for key in keys}, "without_budget": list(money.unpriced)}


def _hands(hands: Hands) -> dict[str, Any]:
    return {
        "owner": None if hands.owner is None else _load(hands.owner),
        "has_room": None if hands.owner is None else hands.owner.has_room,
        "others": [_load(one) for one in hands.others],
        "free_from": hands.free_from and hands.free_from.isoformat(),
    }


def _load(load: Load) -> dict[str, Any]:
    return {"person": load.person, "at_once": load.running, "limit": load.limit, "tactics": list(load.tactics)}


def _displaced(given: Displacement | None) -> dict[str, Any] | None:
    if given is None:
        return None
    tactics = [
        {"id": one.id, "part": plain(one.part), "frees": plain(one.money), "lost": [_moved(m) for m in one.lost]}
        for one in given.tactics
    ]
    return {
        "tactics": tactics,
        "frees": plain(given.freed),
        "goals": [_balance(one) for one in given.goals],
        "loss": plain(given.loss),
        "gain": plain(given.gain),
        "missing_before": plain(given.before),
        "missing_after": plain(given.after),
        "proved": given.proved,
    }


def _balance(one: Balance) -> dict[str, Any]:
    amounts = {key: plain(getattr(one, key)) for key in ("planned", "lost", "gained", "after")}
    return {"goal": one.aim.goal, "metric": one.aim.metric, **amounts, "asked_for": plain(one.aim.way)}


def _moved(moved: Moved) -> dict[str, Any]:
    return {
        "goal": moved.aim.goal,
        "metric": moved.aim.metric,
        "amount": plain(moved.amount),
        "share": plain(moved.share),
    }
