"""A plan's ideas as JSON: stable, versioned, numbers to six decimals, whole ones as integers."""

import json
from collections.abc import Sequence
from typing import Any

from roadmapctl.analysis.ideas.choose import Chosen, Ideas, Left, LeverRow, Way
from roadmapctl.analysis.ideas.scored import Ranking, Scored
from roadmapctl.model import Plan
from roadmapctl.model.tactics import Score
from roadmapctl.report.json_number import plain


def ideas_json(found: Ideas, plan: Plan, findings: Sequence[dict[str, Any]] = ()) -> str:
    """One JSON object. `ice` says what ICE means here; `findings` are diagnostics as `validate --format json` writes them."""
    money, time = found.money, found.time
    data = {
        "version": 1,
        "currency": plan.currency,
        "score": found.method,
        "ice": found.ice,
        "money": {
            "amount": plain(money.amount),
            "from": money.source,
            "budget": plain(money.budget),
            "planned": plain(money.planned),
        },
        "person_months": {
            "amount": plain(time.person_months),
            "from": time.source,
            "people": plain(time.people),
            "months": plain(time.months),
        },
        "rankings": [_ranking(one, plan) for one in found.rankings],
        "set": _chosen(found.chosen),
        "levers": [_lever(row) for row in found.levers],
        "missing": [{"idea": gap.id, "keys": [f"ideas.{gap.id}.{key}" for key in gap.keys]} for gap in found.gaps],
        "findings": list(findings),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _ranking(ranking: Ranking, plan: Plan) -> dict[str, Any]:
    return {"score": ranking.method, "ideas": [_scored(row, plan) for row in ranking.rows]}


def _scored(row: Scored, plan: Plan) -> dict[str, Any]:
    idea = plan.ideas[row.id]
    score = idea.score or Score()
    parts = ("reach", "impact", "confidence", "effort", "ease")
    return {
        "id": row.id,
        "rank": row.rank,
        "tied": row.tied,
        "value": plain(row.score),
        "effect": plain(row.effect),
        "lever": idea.lever,
        "segment": idea.segment,
        "goal": idea.goal,
        "budget": plain(idea.budget),
        **{part: plain(getattr(score, part)) for part in parts},
    }


def _chosen(chosen: Chosen) -> dict[str, Any]:
    return {
        "ideas": [row.id for row in chosen.ideas],
        "effect": plain(chosen.effect),
        "budget": plain(chosen.cost),
        "effort": plain(chosen.effort),
        "bound": plain(chosen.bound),
        "proved": chosen.proved,
        "left": [_left(left) for left in chosen.left],
    }


def _left(left: Left) -> dict[str, Any]:
    return {
        "id": left.idea.id,
        "effect": plain(left.idea.effect),
        "budget": plain(left.cost),
        "effort": plain(left.effort),
        "more_money": _way(left.by_money),
        "more_person_months": _way(left.by_time),
        "to_add": {"money": plain(left.money_short), "person_months": plain(left.time_short)},
    }


def _way(way: Way | None) -> dict[str, Any] | None:
    return None if way is None else {"amount": plain(way.amount), "out": list(way.out), "effect": plain(way.effect)}


def _lever(row: LeverRow) -> dict[str, Any]:
    return {
        "lever": row.lever,
        "ideas": row.ideas,
        "chosen": row.chosen,
        "effect": plain(row.effect),
        "budget": plain(row.cost),
        "tactics": row.tactics,
        "planned": plain(row.planned),
    }
